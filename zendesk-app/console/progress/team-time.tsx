import type { Figures } from '../../../shared/measure/figure.ts';
import { useConsoleWords } from '../keys.ts';
import { Grid } from '../parts/grid.tsx';
import { Card, Heading, Link, Quiet, Stack } from '../parts/layout.tsx';
import { linkTo } from '../route.ts';
import { byId, HOURS, inUnit, periodName } from './shown.ts';

/** Periods that stand beside one another. */
const SHOWN = 4;

/** Where the team's time goes: hours of each kind of work and their share, period by period. Its shift is what all else is for. */
export function TeamTime({ figures }: { figures: Figures }) {
  const words = useConsoleWords();
  const { t, number, percent } = words;
  const kinds = HOURS.map((id) => byId(figures.figures, id)).filter((figure) => figure !== null);
  const periods = (kinds[0]?.periods ?? []).slice(-SHOWN).toReversed();
  const hoursOf = (figure: (typeof kinds)[number], at: string) =>
    figure.periods.find((period) => period.at === at)?.value ?? 0;
  const wholeOf = (at: string) => kinds.reduce((sum, figure) => sum + hoursOf(figure, at), 0);
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t('time.title')}</Heading>
        <Grid
          label={t('time.title')}
          rows={kinds}
          keyOf={(figure) => figure.id}
          minWidth={560}
          columns={[
            {
              name: t('time.kind'),
              cell: (figure) => <Link href={linkTo('progress', figure.id)}>{t(`figure.${figure.id}`)}</Link>,
            },
            ...periods.map(({ at }) => ({
              name: periodName(words, figures.period, at),
              isNumeric: true,
              cell: (figure: (typeof kinds)[number]) =>
                wholeOf(at) === 0
                  ? '–'
                  : `${inUnit(words, 'hours', hoursOf(figure, at))} · ${percent(hoursOf(figure, at) / wholeOf(at))}`,
            })),
          ]}
        />
        <Quiet as="p">
          {t('time.is', { reply: number(figures.minutes.reply, 1), article: number(figures.minutes.article) })}{' '}
          <Link href={linkTo('policy')}>{t('nav.policy')}</Link>
        </Quiet>
      </Stack>
    </Card>
  );
}
