import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { NoticeView } from '../../../shared/notice.ts';
import { useApi } from '../../frame/joined.tsx';
import { isLead } from '../../frame/rights.ts';
import { named, useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Line, Link, Quiet, Stack } from '../parts/layout.tsx';
import { ReasonDialog } from '../parts/reason.tsx';
import { Said } from '../parts/said.tsx';
import { linkTo } from '../route.ts';

/** One notice with the ways to what it tells of; leads take back what it tells of where that still stands. */
export function NoticeRow(row: {
  notice: NoticeView;
  isBusy: boolean;
  onDismiss: () => void;
  onUndone: () => Promise<void>;
}) {
  const words = useConsoleWords();
  const { t, dateTime } = words;
  const { notice } = row;
  const api = useApi();
  const act = useAct();
  const [isAsking, setAsking] = useState(false);
  const takeBack = async (reason: string) => {
    const path = `/app/console/publications/${encodeURIComponent(notice.undo ?? '')}/rollback`;
    if (!(await act.run(() => api.send('POST', path, { reason })))) return;
    setAsking(false);
    await row.onUndone();
  };
  const kind = named(words, 'notice', notice.kind.replace('.', '_'));
  return (
    <Stack as="article" $gap={4} aria-label={`${kind}, ${dateTime(notice.at)}`}>
      <Line $end>
        <span>
          {!notice.isRead && <Quiet>{t('notices.new')} · </Quiet>}
          <strong>{kind}</strong> <Quiet>{dateTime(notice.at)}</Quiet>
        </span>
        {isLead(api.viewer) && (
          <Line>
            {notice.undo !== null && (
              <Button size="small" disabled={act.isBusy} onClick={() => setAsking(true)}>
                {t('versions.revert')}
              </Button>
            )}
            <Button size="small" isBasic disabled={row.isBusy} onClick={row.onDismiss}>
              {t('notices.dismiss')}
            </Button>
          </Line>
        )}
      </Line>
      <Said it={notice.text} />
      <Line $gap={12}>
        {notice.gapId && <Link href={linkTo('gaps', notice.gapId)}>{t('review.gap')}</Link>}
        {notice.article && (
          <Link href={linkTo('articles', notice.article.id, notice.article.locale)}>{t('review.article')}</Link>
        )}
        {notice.fixId && <Link href={linkTo('review', notice.fixId)}>{t('notices.fix')}</Link>}
      </Line>
      {isAsking && (
        <ReasonDialog
          title={t('versions.revert.title')}
          text={t('versions.revert.text')}
          button={t('versions.revert')}
          act={act}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => void takeBack(reason)}
        />
      )}
    </Stack>
  );
}
