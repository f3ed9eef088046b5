import type { PilotBaseline } from '../../../../shared/measure/pilot.ts';
import { useConsoleWords } from '../../keys.ts';

/** What was so before, with what so many conversations can show: rows of a list of facts. */
export function Baseline({ baseline }: { baseline: PilotBaseline }) {
  const { t, number, percent } = useConsoleWords();
  const { unserved, detectable } = baseline;
  return (
    <>
      <dt>{t('pilot.asked.name')}</dt>
      <dd>{t('pilot.asked', { perWeek: number(baseline.perWeek, 1), organizations: baseline.organizations })}</dd>
      <dt>{t('figure.unserved')}</dt>
      <dd>
        {unserved === null
          ? '–'
          : `${percent(unserved.value)} · ${t('figures.interval', { low: percent(unserved.low), high: percent(unserved.high) })}`}
      </dd>
      <dt>{t('pilot.detectable')}</dt>
      <dd>{detectable === null ? t('pilot.undetectable') : percent(detectable)}</dd>
    </>
  );
}
