import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import styled from 'styled-components';
import type { DecisionView, Queue } from '../../../shared/console/review.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { isLead } from '../../frame/rights.ts';
import { useConsoleWords } from '../keys.ts';
import { Link, Stack } from '../parts/layout.tsx';
import { Empty, Shown } from '../parts/states.tsx';
import { choose, goHere, linkHere } from '../route.ts';
import type { Verdict } from './deciding.ts';
import { Decision } from './decision/decision.tsx';
import { Help } from './help.tsx';
import { BatchBar } from './list/batch.tsx';
import { Filters } from './list/filters.tsx';
import { MarkedBar } from './list/marked.tsx';
import { QueueList } from './list/queue-list.tsx';
import { queryOf, type Selection, selected, selectionOf } from './list/selection.ts';
import { type Command, useShortcuts } from './shortcuts.ts';
import { useUndo } from './undo.tsx';

const Two = styled.div`
  display: grid;
  grid-template-columns: minmax(220px, 280px) minmax(0, 1fr);
  gap: 20px;
  align-items: start;
  @media (max-width: 860px) { grid-template-columns: minmax(0, 1fr); }
`;
const Aside = styled.div<{ $isHidden: boolean }>`
  min-width: 0;
  position: sticky;
  top: 0;
  max-height: 100vh;
  display: flex;
  flex-direction: column;
  gap: 8px;
  padding-bottom: 8px;
  @media (max-width: 860px) {
    position: static;
    max-height: none;
    display: ${({ $isHidden }) => ($isHidden ? 'none' : 'flex')};
  }
`;
const Back = styled.div`
  display: none;
  @media (max-width: 860px) { display: block; }
`;

/** The list beside the decision: keys move through it, and what was decided makes room for the next. */
export function Desk(desk: { queue: Queue; fixId: string | null; query: string; reload: () => Promise<void> }) {
  const { queue, fixId, query, reload } = desk;
  const { t } = useConsoleWords();
  const { viewer } = useApi();
  const [hasHelp, setHelp] = useState(false);
  const [isListening, setListening] = useState(true);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const view = useLoad<DecisionView>(fixId === null ? null : `/app/console/review/${encodeURIComponent(fixId)}`);
  const commands = useRef<Partial<Record<Command, () => void>>>({});
  const search = useRef<HTMLInputElement>(null);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const selection = useMemo(() => selectionOf(query), [query]);
  const stands = queue.items.filter((item) => !gone.has(item.fixId));
  const items = selected(stands, selection, { me: viewer.userId, now: queue.now });
  const before = useBefore(view.value);
  const reloadView = view.reload;
  const reloadAll = useCallback(async () => {
    setGone(new Set());
    await Promise.all([reload(), reloadView()]);
  }, [reload, reloadView]);
  const undo = useUndo(reloadAll);
  const first = items[0]?.fixId ?? null;
  useEffect(() => {
    if (fixId === null && first !== null && !isNarrow()) goHere('review', first);
  }, [fixId, first]);

  const move = (by: number) => {
    const at = items.findIndex((item) => item.fixId === fixId);
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (next) goHere('review', next.fixId);
  };
  const decided = (fixIds: string[], what: Verdict, undoMs: number, nextId?: string) => {
    const left = items.filter((item) => !fixIds.includes(item.fixId));
    const at = items.findIndex((item) => fixIds.includes(item.fixId));
    const next = nextId ?? left[Math.min(at, left.length - 1)]?.fixId;
    if (what !== 'redraft') undo.offer(nextId ? [nextId] : fixIds.slice(-1), what, undoMs);
    else undo.tell('success', t('redraft.done'));
    setGone(new Set(fixIds));
    setMarked(new Set([...marked].filter((id) => !fixIds.includes(id))));
    if (next) goHere('review', next);
    else goHere('review');
    void reload().then(() => setGone(new Set()));
  };
  const together = (fixIds: string[], what: 'approve' | 'reject', undoMs: number) => {
    decided(fixIds, what, undoMs);
    undo.offer(fixIds, what, undoMs);
  };
  const mark = (id: string) => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    setMarked(next);
  };
  useShortcuts(isListening && !hasHelp, (command) => {
    if (command === 'next') move(1);
    else if (command === 'previous') move(-1);
    else if (command === 'undo') undo.run();
    else if (command === 'help') setHelp(true);
    else if (command === 'search') search.current?.focus();
    else if (command === 'mark') fixId !== null && isLead(viewer) && mark(fixId);
    else commands.current[command]?.();
  });
  useEffect(() => {
    if (fixId !== null) document.getElementById(`item-${fixId}`)?.scrollIntoView({ block: 'nearest' });
  }, [fixId]);
  const onSelect = (next: Selection) => choose(queryOf(next));

  return (
    <Two>
      <Aside $isHidden={fixId !== null}>
        <Filters
          queue={{ ...queue, items: stands }}
          selection={selection}
          search={search}
          onSelect={onSelect}
          reload={reload}
        />
        <MarkedBar
          items={stands.filter((item) => marked.has(item.fixId))}
          onDecided={together}
          onDone={() => {
            setMarked(new Set());
            void reloadAll();
          }}
        />
        <BatchBar items={items} onDecided={together} />
        {items.length > 0 && (
          <QueueList
            queue={{ ...queue, items: stands }}
            items={items}
            fixId={fixId}
            marked={marked}
            mayMark={isLead(viewer)}
            onMark={mark}
            onHelp={() => setHelp(true)}
          />
        )}
        {items.length === 0 && stands.length > 0 && <p role="status">{t('filter.nothing')}</p>}
      </Aside>
      <Stack>
        {fixId === null && items.length === 0 && stands.length === 0 && (
          <Empty title={t('review.none')}>{t('review.none.text')}</Empty>
        )}
        {fixId !== null && (
          <>
            <Back>
              <Link href={linkHere('review')}>{t('review.back')}</Link>
            </Back>
            <Shown of={view}>
              {(read) => (
                <Decision
                  key={`${read.fixId} ${read.patchHash} ${read.state}`}
                  view={read}
                  before={before}
                  commands={commands}
                  reload={() => Promise.all([view.reload(), reload()])}
                  onDecided={decided}
                  onDeciding={undo.expect}
                  onToDraft={() => undo.takeBack({ fixIds: [read.fixId], what: 'edit' })}
                />
              )}
            </Shown>
          </>
        )}
      </Stack>
      {hasHelp && <Help onClose={() => setHelp(false)} isListening={isListening} onListening={setListening} />}
    </Two>
  );
}

/** What of the same gap was looked at before, where it is another proposal than the one that stands now. */
function useBefore(view: DecisionView | null): DecisionView | null {
  const seen = useRef(new Map<string, DecisionView>());
  const [before, setBefore] = useState<DecisionView | null>(null);
  useEffect(() => {
    if (!view) return;
    const last = seen.current.get(view.gapId);
    const isWaiting = view.state === 'in_review' || view.state === 'escalated';
    const isOther = last !== undefined && last.patchHash !== view.patchHash && !view.isEdited;
    setBefore(isWaiting && isOther && last ? last : null);
    if (isWaiting) seen.current.set(view.gapId, view);
  }, [view]);
  return before && view && before.gapId === view.gapId && before.patchHash !== view.patchHash ? before : null;
}

/** Where list and decision don't fit beside one another the list comes first. */
const isNarrow = (): boolean => matchMedia('(max-width: 860px)').matches;
