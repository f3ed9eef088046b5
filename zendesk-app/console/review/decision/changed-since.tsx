import { Alert, Title } from '@zendeskgarden/react-notifications';
import type { DecisionView } from '../../../../shared/console/review.ts';
import { useConsoleWords } from '../../keys.ts';
import { Stack } from '../../parts/layout.tsx';
import { linesIn } from '../../parts/lines.ts';

/** What differs between the proposal that was looked at before and the one that stands now: lines that went, lines that came. */
export function ChangedSince({ before, now }: { before: DecisionView; now: DecisionView }) {
  const { t } = useConsoleWords();
  const [old, next] = [before, now].map(({ title, change }) => [title, ...linesIn(change.after.body)]);
  const went = (old ?? []).filter((line) => !next?.includes(line));
  const came = (next ?? []).filter((line) => !old?.includes(line));
  return (
    <Alert type="warning">
      <Title>{t('review.changedSince')}</Title>
      <Stack $gap={4}>
        {went.map((line) => (
          <del key={line}>{line}</del>
        ))}
        {came.map((line) => (
          <ins key={line}>{line}</ins>
        ))}
        {went.length + came.length === 0 && <span>{t('review.changedBase')}</span>}
      </Stack>
    </Alert>
  );
}
