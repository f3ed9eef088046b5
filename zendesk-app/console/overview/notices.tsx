import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useState } from 'react';
import type { NoticePage, NoticeView } from '../../../shared/notice.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { isLead } from '../../frame/rights.ts';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Card, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { Failed, Shown } from '../parts/states.tsx';
import { NoticeRow } from './notice-row.tsx';

const PATH = '/app/console/notices';

/** What people are told, newest first: what happened, where it stands, and what of it can still be taken back. */
export function Notices() {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const loaded = useLoad<NoticePage>(PATH);
  const [more, setMore] = useState<NoticePage[]>([]);
  useEffect(() => {
    if (loaded.value) setMore([]);
  }, [loaded.value]);
  const last = more.at(-1) ?? loaded.value;
  const older = () =>
    act.run(async () => {
      const page = await api.get<NoticePage>(`${PATH}?before=${last?.before}`);
      setMore([...more, page]);
    });
  const mark = (as: 'read' | 'dismiss', notices: NoticeView[]) =>
    act.run(async () => {
      await api.send('POST', `${PATH}/${as}`, { keys: notices.map(({ key }) => key) });
      await loaded.reload();
    });
  return (
    <Card aria-labelledby="notices">
      <Shown of={loaded}>
        {(first) => {
          const all = [first, ...more].flatMap((page) => page.notices);
          const unread = all.filter((notice) => !notice.isRead);
          const latest = all.find(({ kind }) => kind === 'digest');
          const notices = all.filter((notice) => notice.kind !== 'digest' || notice === latest);
          return (
            <Stack $gap={12}>
              <Line $end>
                <Line>
                  <Heading id="notices">{t('notices.title')}</Heading>
                  {first.unread > 0 && <Quiet>{t('notices.unread', { count: first.unread })}</Quiet>}
                </Line>
                {isLead(api.viewer) && unread.length > 0 && (
                  <Button size="small" disabled={act.isBusy} onClick={() => mark('read', unread)}>
                    {t('notices.read')}
                  </Button>
                )}
              </Line>
              {act.failure && <Failed failure={act.failure} />}
              {notices.length === 0 && <Quiet>{t('notices.none')}</Quiet>}
              {notices.map((notice) => (
                <NoticeRow
                  key={notice.key}
                  notice={notice}
                  isBusy={act.isBusy}
                  onDismiss={() => mark('dismiss', [notice])}
                  onUndone={loaded.reload}
                />
              ))}
              {last?.before != null && (
                <Line>
                  <Button size="small" disabled={act.isBusy} onClick={older}>
                    {t('activity.older')}
                  </Button>
                </Line>
              )}
            </Stack>
          );
        }}
      </Shown>
    </Card>
  );
}
