import type { PilotBaseline, PilotFigure, PilotOutcome } from '../../../../shared/measure/pilot.ts';
import { useConsoleWords } from '../../keys.ts';
import { Grid } from '../../parts/grid.tsx';
import { Facts, Heading, Stack } from '../../parts/layout.tsx';
import { inUnit } from '../shown.ts';

/** What the numbers recommend, and why. */
export function PilotAdvice({ outcome }: { outcome: PilotOutcome }) {
  const { t } = useConsoleWords();
  return (
    <span>
      <strong>{t(`pilot.advice.${outcome.advice}`)}</strong> {t(`pilot.because.${outcome.reason}`)}
    </span>
  );
}

/** Before and after *go*: the one figure that is judged, those beside it, and what changed otherwise. */
export function Comparison({ baseline, outcome }: { baseline: PilotBaseline; outcome: PilotOutcome }) {
  const words = useConsoleWords();
  const { t, number, percent } = words;
  const said = (figure: PilotFigure, side: 'before' | 'after') => {
    const { value, low, high, n, isEnough } = figure[side];
    if (!isEnough) return t('figures.few', { n });
    const interval =
      low === null || high === null
        ? ''
        : ` · ${t('figures.interval', { low: inUnit(words, figure.unit, low), high: inUnit(words, figure.unit, high) })}`;
    return `${inUnit(words, figure.unit, value)}${interval}`;
  };
  return (
    <Stack $gap={12}>
      <Facts>
        <dt>{t('pilot.before')}</dt>
        <dd>{t('pilot.asked', { perWeek: number(baseline.perWeek, 1), organizations: baseline.organizations })}</dd>
        <dt>{t('pilot.after')}</dt>
        <dd>{t('pilot.asked', { perWeek: number(outcome.perWeek, 1), organizations: outcome.organizations })}</dd>
        <dt>{t('pilot.change')}</dt>
        <dd>
          {outcome.low === 0
            ? '–'
            : `${percent(outcome.ratio - 1)} · ${t('figures.interval', {
                low: percent(outcome.low - 1),
                high: percent(outcome.high - 1),
              })}`}
        </dd>
        <dt>{t('pilot.advice')}</dt>
        <dd>
          <PilotAdvice outcome={outcome} />
        </dd>
      </Facts>
      <Heading as="h3">{t('pilot.beside')}</Heading>
      <Grid
        label={t('pilot.beside')}
        rows={outcome.figures}
        keyOf={(figure) => figure.id}
        columns={[
          { name: t('figures.name'), cell: (figure) => t(`figure.${figure.id}`) },
          { name: t('pilot.beforeGo'), isNumeric: true, cell: (figure) => said(figure, 'before') },
          { name: t('pilot.after'), isNumeric: true, cell: (figure) => said(figure, 'after') },
        ]}
      />
      <Heading as="h3">{t('pilot.meanwhile')}</Heading>
      <span>
        {t('pilot.meanwhile.others', {
          before: number(outcome.meanwhile.othersBefore, 1),
          after: number(outcome.meanwhile.othersAfter, 1),
        })}{' '}
        {t('pilot.meanwhile.rest', {
          changes: number(outcome.meanwhile.changesTold),
          published: number(outcome.meanwhile.published),
        })}
      </span>
    </Stack>
  );
}
