import { Alert, Title } from '@zendeskgarden/react-notifications';
import type { Drift } from '../../../shared/measure/figure.ts';
import { useConsoleWords } from '../keys.ts';

/** What has drifted in the last four weeks; nothing where nothing has. */
export function DriftNote({ drift }: { drift: readonly Drift[] }) {
  const { t, percent } = useConsoleWords();
  if (drift.length === 0) return null;
  return (
    <Alert type="warning">
      <Title>{t('drift.title')}</Title>
      {drift.map(({ kind, language, before, now }) => (
        <div key={language ?? kind}>
          {t(`drift.${kind}`, { before: percent(before), now: percent(now), language: language ?? '' })}
        </div>
      ))}
    </Alert>
  );
}
