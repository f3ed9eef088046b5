import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useState } from 'react';
import type { ActivityEntry, ActivityPage } from '../../../shared/console/knowledge.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { isLead } from '../../frame/rights.ts';
import { actorName, named, useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { ExportButtons } from '../parts/export.tsx';
import { Card, Line, Link, Quiet, Stack } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { ReasonDialog } from '../parts/reason.tsx';
import { Said } from '../parts/said.tsx';
import { Empty, Failed, Shown } from '../parts/states.tsx';
import { linkTo } from '../route.ts';

/** Everything that was done, by whom and why, with undo where it can be undone. */
export function Activity() {
  const { t } = useConsoleWords();
  const [more, setMore] = useState<ActivityPage[]>([]);
  const api = useApi();
  const act = useAct();
  const loaded = useLoad<ActivityPage>('/app/console/activity');
  useEffect(() => {
    if (loaded.value) setMore([]);
  }, [loaded.value]);
  const last = more.at(-1) ?? loaded.value;
  const older = () =>
    act.run(async () => {
      const page = await api.get<ActivityPage>(`/app/console/activity?before=${last?.before}`);
      setMore([...more, page]);
    });
  return (
    <Page title={t('nav.activity')} lead={t('activity.lead')} actions={<ExportButtons table="activity" />}>
      <Shown of={loaded}>
        {(first) => (
          <Stack $gap={8}>
            {first.entries.length === 0 && <Empty title={t('activity.none')}>{t('activity.none.text')}</Empty>}
            {[first, ...more]
              .flatMap((page) => page.entries)
              .map((entry) => (
                <Entry key={entry.id} entry={entry} onUndone={loaded.reload} />
              ))}
            {act.failure && <Failed failure={act.failure} onAgain={older} />}
            {last?.before != null && (
              <Line>
                <Button size="small" disabled={act.isBusy} onClick={older}>
                  {t('activity.older')}
                </Button>
              </Line>
            )}
          </Stack>
        )}
      </Shown>
    </Page>
  );
}

function Entry({ entry, onUndone }: { entry: ActivityEntry; onUndone: () => Promise<void> }) {
  const words = useConsoleWords();
  const { t, dateTime } = words;
  const api = useApi();
  const act = useAct();
  const [isAsking, setAsking] = useState(false);
  const { undo } = entry;
  const run = (reason: string) =>
    act
      .run(async () => {
        if (undo?.kind === 'take_back')
          await api.send('POST', `/app/console/review/${encodeURIComponent(undo.fixId)}/take-back`);
        if (undo?.kind === 'rollback')
          await api.send('POST', `/app/console/publications/${encodeURIComponent(undo.publicationId)}/rollback`, {
            reason,
          });
      })
      .then(async (isDone) => {
        if (!isDone) return;
        setAsking(false);
        await onUndone();
      });
  return (
    <Card as="article" style={{ padding: 12 }}>
      <Line $end>
        <span>
          <strong>{named(words, 'what', entry.what.replaceAll(' ', '_'))}</strong>{' '}
          {entry.fixId && entry.title && <Link href={linkTo('review', entry.fixId)}>{entry.title}</Link>}
        </span>
        {undo && isLead(api.viewer) && (
          <Button
            size="small"
            disabled={act.isBusy}
            onClick={() => (undo.kind === 'rollback' ? setAsking(true) : void run(''))}
          >
            {t(`activity.undo.${undo.kind}`)}
          </Button>
        )}
      </Line>
      <Quiet as="p">{`${dateTime(entry.at)} · ${actorName(entry.actor)}`}</Quiet>
      <p>
        <Said it={entry.reason} />
      </p>
      {entry.said !== null && (
        <p>
          <Said it={entry.said} />
        </p>
      )}
      {act.failure && !isAsking && <Failed failure={act.failure} />}
      {isAsking && (
        <ReasonDialog
          title={t('versions.revert.title')}
          text={t('versions.revert.text')}
          button={t('versions.revert')}
          act={act}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => void run(reason)}
        />
      )}
    </Card>
  );
}
