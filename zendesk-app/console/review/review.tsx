import type { Queue } from '../../../shared/console/review.ts';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { ExportButtons } from '../parts/export.tsx';
import { Line, Stack, Title } from '../parts/layout.tsx';
import { Shown } from '../parts/states.tsx';
import { Desk } from './desk.tsx';

/** The review queue, and the decision that is open. The desk stays when nothing is left, so that the last one can be undone. */
export function Review({ fixId, query }: { fixId: string | null; query: string }) {
  const { t } = useConsoleWords();
  const queue = useLoad<Queue>('/app/console/review');
  return (
    <Stack $gap={10}>
      <Line $end>
        <Title>{t('nav.review')}</Title>
        <Line>
          <ExportButtons table="review" />
        </Line>
      </Line>
      <Shown of={queue}>{(read) => <Desk queue={read} fixId={fixId} query={query} reload={queue.reload} />}</Shown>
    </Stack>
  );
}
