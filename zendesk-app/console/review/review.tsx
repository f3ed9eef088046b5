import { useEffect } from 'react';
import type { Queue } from '../../../shared/console/review.ts';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { ExportButtons } from '../parts/export.tsx';
import { Page } from '../parts/page.tsx';
import { Empty, Shown } from '../parts/states.tsx';
import { goTo } from '../route.ts';
import { Desk } from './desk.tsx';

/** The review queue, and the decision that is open. */
export function Review({ fixId }: { fixId: string | null }) {
  const { t } = useConsoleWords();
  const queue = useLoad<Queue>('/app/console/review');
  const first = queue.value?.items[0]?.fixId ?? null;
  useEffect(() => {
    if (fixId === null && first !== null && !isNarrow()) goTo('review', first);
  }, [fixId, first]);
  return (
    <Page title={t('nav.review')} lead={t('review.lead')} actions={<ExportButtons table="review" />}>
      <Shown of={queue}>
        {(read) =>
          read.items.length === 0 && fixId === null ? (
            <Empty title={t('review.none')}>{t('review.none.text')}</Empty>
          ) : (
            <Desk queue={read} fixId={fixId} reload={queue.reload} />
          )
        }
      </Shown>
    </Page>
  );
}

/** Where list and decision don't fit beside one another the list comes first. */
const isNarrow = (): boolean => matchMedia('(max-width: 860px)').matches;
