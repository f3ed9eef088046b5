import type { Figure, Figures } from '../../../shared/measure/figure.ts';
import { named, useConsoleWords } from '../keys.ts';
import { Grid } from '../parts/grid.tsx';
import { Card, Heading, Stack } from '../parts/layout.tsx';
import { inUnit } from './shown.ts';

/** Periods that stand beside the whole. */
const SHOWN = 4;

/** Why something happened, over the last periods; the reasons that return are named first. */
export function Reasons({
  figure,
  figures,
  nameOf,
}: {
  figure: Figure;
  figures: Figures;
  nameOf: (at: string) => string;
}) {
  const words = useConsoleWords();
  const { t } = words;
  if (figure.byReason.length === 0) return null;
  const returning = figure.byReason.filter((one) => one.isReturning).map(({ at }) => named(words, 'reason', at));
  const periods = figure.periods.slice(-SHOWN).toReversed();
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t('figures.byReason')}</Heading>
        {returning.length > 0 && (
          <strong>{t(`figures.returning.${figures.period}`, { reasons: words.list(returning) })}</strong>
        )}
        <Grid
          label={t('figures.byReason')}
          rows={figure.byReason}
          keyOf={(reason) => reason.at}
          columns={[
            { name: t('figures.byReason'), cell: (reason) => named(words, 'reason', reason.at) },
            {
              name: t('figures.whole'),
              isNumeric: true,
              cell: (reason) => (reason.isEnough ? inUnit(words, figure.unit, reason.value) : '–'),
            },
            ...periods.map(({ at }) => ({
              name: nameOf(at),
              isNumeric: true,
              cell: (reason: (typeof figure.byReason)[number]) => {
                const of = reason.periods.find((period) => period.at === at);
                return of?.isEnough ? inUnit(words, figure.unit, of.value) : '–';
              },
            })),
          ]}
        />
      </Stack>
    </Card>
  );
}
