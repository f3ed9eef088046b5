import { useCallback, useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import type { DecisionView, Queue } from '../../../shared/console/review.ts';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { Link, Stack } from '../parts/layout.tsx';
import { Empty, Shown } from '../parts/states.tsx';
import { goTo, linkTo } from '../route.ts';
import { BatchBar } from './batch.tsx';
import { Decision } from './decision.tsx';
import { Help } from './help.tsx';
import { QueueList } from './queue-list.tsx';
import { type Command, useShortcuts } from './shortcuts.ts';
import { useUndo } from './undo.tsx';

const Two = styled.div`
  display: grid;
  grid-template-columns: minmax(220px, 300px) minmax(0, 1fr);
  gap: 20px;
  align-items: start;
  @media (max-width: 860px) { grid-template-columns: minmax(0, 1fr); }
`;
const Aside = styled.div<{ $isHidden: boolean }>`
  min-width: 0;
  @media (max-width: 860px) { display: ${({ $isHidden }) => ($isHidden ? 'none' : 'block')}; }
`;

const Back = styled.div`
  display: none;
  @media (max-width: 860px) { display: block; }
`;

/** The list beside the decision: keys move through it, and what was decided makes room for the next. */
export function Desk({ queue, fixId, reload }: { queue: Queue; fixId: string | null; reload: () => Promise<void> }) {
  const { t } = useConsoleWords();
  const [hasHelp, setHelp] = useState(false);
  const [isListening, setListening] = useState(true);
  const view = useLoad<DecisionView>(fixId === null ? null : `/app/console/review/${encodeURIComponent(fixId)}`);
  const commands = useRef<Partial<Record<Command, () => void>>>({});
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const items = queue.items.filter((item) => !gone.has(item.fixId));
  const reloadView = view.reload;
  const reloadAll = useCallback(async () => {
    setGone(new Set());
    await Promise.all([reload(), reloadView()]);
  }, [reload, reloadView]);
  const undo = useUndo(reloadAll);
  const first = items[0]?.fixId ?? null;
  useEffect(() => {
    if (fixId === null && first !== null && !isNarrow()) goTo('review', first);
  }, [fixId, first]);

  const move = useCallback(
    (by: number) => {
      const at = items.findIndex((item) => item.fixId === fixId);
      const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
      if (next) goTo('review', next.fixId);
    },
    [items, fixId],
  );
  const decided = useCallback(
    (fixIds: string[], what: 'approve' | 'reject' | 'edit', undoMs: number, nextId?: string) => {
      const left = items.filter((item) => !fixIds.includes(item.fixId));
      const at = items.findIndex((item) => fixIds.includes(item.fixId));
      const next = nextId ?? left[Math.min(at, left.length - 1)]?.fixId;
      undo.offer(nextId ? [nextId] : fixIds, what, undoMs);
      setGone(new Set(fixIds));
      if (next) goTo('review', next);
      else goTo('review');
      void reload().then(() => setGone(new Set()));
    },
    [items, undo, reload],
  );
  useShortcuts(isListening && !hasHelp, (command) => {
    if (command === 'next') move(1);
    else if (command === 'previous') move(-1);
    else if (command === 'undo') undo.run();
    else if (command === 'help') setHelp(true);
    else commands.current[command]?.();
  });
  useEffect(() => {
    if (fixId !== null) document.getElementById(`item-${fixId}`)?.scrollIntoView({ block: 'nearest' });
  }, [fixId]);

  return (
    <Stack>
      {items.length === 0 && fixId === null && <Empty title={t('review.none')}>{t('review.none.text')}</Empty>}
      <BatchBar items={items} onDecided={decided} />
      <Two>
        <Aside $isHidden={fixId !== null}>
          <QueueList queue={{ ...queue, items }} fixId={fixId} onHelp={() => setHelp(true)} />
        </Aside>
        {fixId !== null && (
          <Stack>
            <Back>
              <Link href={linkTo('review')}>{t('review.back')}</Link>
            </Back>
            <Shown of={view}>
              {(read) => (
                <Decision
                  key={`${read.fixId} ${read.patchHash}`}
                  view={read}
                  commands={commands}
                  reload={() => Promise.all([view.reload(), reload()])}
                  onDecided={decided}
                  onDeciding={undo.expect}
                  onToDraft={() => undo.takeBack({ fixIds: [read.fixId], what: 'edit' })}
                />
              )}
            </Shown>
          </Stack>
        )}
      </Two>
      {hasHelp && <Help onClose={() => setHelp(false)} isListening={isListening} onListening={setListening} />}
    </Stack>
  );
}

/** Where list and decision don't fit beside one another the list comes first. */
const isNarrow = (): boolean => matchMedia('(max-width: 860px)').matches;
