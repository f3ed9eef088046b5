import type { Queue } from '../../../shared/console/review.ts';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { ExportButtons } from '../parts/export.tsx';
import { Page } from '../parts/page.tsx';
import { Shown } from '../parts/states.tsx';
import { Desk } from './desk.tsx';

/** The review queue, and the decision that is open. The desk stays when nothing is left, so that the last one can be undone. */
export function Review({ fixId }: { fixId: string | null }) {
  const { t } = useConsoleWords();
  const queue = useLoad<Queue>('/app/console/review');
  return (
    <Page title={t('nav.review')} lead={t('review.lead')} actions={<ExportButtons table="review" />}>
      <Shown of={queue}>{(read) => <Desk queue={read} fixId={fixId} reload={queue.reload} />}</Shown>
    </Page>
  );
}
