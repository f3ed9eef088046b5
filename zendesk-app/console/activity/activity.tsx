import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label, Select } from '@zendeskgarden/react-forms';
import { useEffect, useState } from 'react';
import type { ActivityEntry, ActivityPage } from '../../../shared/console/knowledge.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { isLead } from '../../frame/rights.ts';
import { actorName, named, useConsoleWords, useSaid } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { ExportButtons } from '../parts/export.tsx';
import { Card, Line, Link, Quiet, Stack } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { ReasonDialog } from '../parts/reason.tsx';
import { Said } from '../parts/said.tsx';
import { Empty, Failed, Shown } from '../parts/states.tsx';
import { choose, linkTo } from '../route.ts';
import { grouped, type Happening, TOPICS, topicOf } from './grouped.ts';

/** Everything that was done, by whom and why, with undo where it can be undone. */
export function Activity({ query }: { query: string }) {
  const words = useConsoleWords();
  const { t } = words;
  const said = useSaid();
  const wanted = new URLSearchParams(query);
  const [topic, search] = [wanted.get('topic') ?? '', (wanted.get('q') ?? '').toLowerCase()];
  const fits = (entry: ActivityEntry) => {
    const what = named(words, 'what', entry.what.replaceAll(' ', '_'));
    const text = `${what} ${entry.title ?? ''} ${entry.actor} ${said(entry.reason)}`.toLowerCase();
    return (topic === '' || topicOf(entry) === topic) && text.includes(search);
  };
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
        {(first) => {
          const entries = [first, ...more].flatMap((page) => page.entries);
          const lines = grouped(entries).filter(({ entry, steps }) => [entry, ...steps].some(fits));
          return (
            <Stack $gap={8}>
              {first.entries.length === 0 && <Empty title={t('activity.none')}>{t('activity.none.text')}</Empty>}
              <Chosen query={query} />
              {lines.length === 0 && first.entries.length > 0 && <p role="status">{t('activity.nothing')}</p>}
              {lines.map((line) => (
                <Entry key={line.entry.id} line={line} onUndone={loaded.reload} />
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
          );
        }}
      </Shown>
    </Page>
  );
}

/** Which of it is shown, said in the address. */
function Chosen({ query }: { query: string }) {
  const { t } = useConsoleWords();
  const now = new URLSearchParams(query);
  const set = (name: string, value: string) => {
    if (value === '') now.delete(name);
    else now.set(name, value);
    choose(now.toString());
  };
  return (
    <Line role="search" aria-label={t('activity.find')}>
      <Field>
        <Label hidden>{t('activity.search')}</Label>
        <Input
          isCompact
          type="search"
          placeholder={t('activity.search')}
          value={now.get('q') ?? ''}
          onChange={(event) => set('q', event.target.value)}
        />
      </Field>
      <Field>
        <Label hidden>{t('activity.topic')}</Label>
        <Select isCompact value={now.get('topic') ?? ''} onChange={(event) => set('topic', event.target.value)}>
          <option value="">{t('activity.topic.all')}</option>
          {TOPICS.map((topic) => (
            <option key={topic} value={topic}>
              {t(`activity.topic.${topic}`)}
            </option>
          ))}
        </Select>
      </Field>
    </Line>
  );
}

function Entry({ line, onUndone }: { line: Happening; onUndone: () => Promise<void> }) {
  const { entry, steps } = line;
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
    <Card as="article" style={{ padding: '8px 12px' }}>
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
      <p>
        <Quiet>{`${dateTime(entry.at)} · ${actorName(entry.actor)}`}</Quiet> <Said it={entry.reason} />
      </p>
      {entry.said !== null && (
        <p>
          <Said it={entry.said} />
        </p>
      )}
      {steps.length > 0 && (
        <details>
          <summary>{t('activity.steps', { count: steps.length })}</summary>
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {steps.map((step) => (
              <li key={step.id}>
                {named(words, 'what', step.what.replaceAll(' ', '_'))} <Quiet>{dateTime(step.at)}</Quiet>{' '}
                <Said it={step.reason} />
              </li>
            ))}
          </ul>
        </details>
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
