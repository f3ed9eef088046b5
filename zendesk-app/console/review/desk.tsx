import { useCallback, useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import type { DecisionView, Queue } from '../../../shared/console/review.ts';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { Link, Stack } from '../parts/layout.tsx';
import { Shown } from '../parts/states.tsx';
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
  const undo = useUndo(reload);

  const move = useCallback(
    (by: number) => {
      const at = queue.items.findIndex((item) => item.fixId === fixId);
      const next = queue.items[Math.min(queue.items.length - 1, Math.max(0, at + by))];
      if (next) goTo('review', next.fixId);
    },
    [queue.items, fixId],
  );
  const decided = useCallback(
    (fixIds: string[], what: 'approve' | 'reject' | 'edit', undoMs: number, nextId?: string) => {
      const left = queue.items.filter((item) => !fixIds.includes(item.fixId));
      const at = queue.items.findIndex((item) => fixIds.includes(item.fixId));
      const next = nextId ?? left[Math.min(at, left.length - 1)]?.fixId;
      undo.offer(nextId ? [nextId] : fixIds, what, undoMs);
      if (next) goTo('review', next);
      else goTo('review');
      void reload();
    },
    [queue.items, undo, reload],
  );
  useShortcuts(isListening && !hasHelp, (command) => {
    if (command === 'next') move(1);
    else if (command === 'previous') move(-1);
    else if (command === 'undo') undo.run();
    else if (command === 'help') setHelp(true);
    else commands.current[command]?.();
  });
  useEffect(() => {
    const open = queue.items.find((item) => item.fixId === fixId);
    if (open) document.getElementById(`item-${open.fixId}`)?.scrollIntoView({ block: 'nearest' });
  }, [queue.items, fixId]);

  return (
    <Stack>
      <BatchBar items={queue.items} onDecided={decided} />
      <Two>
        <Aside $isHidden={fixId !== null}>
          <QueueList queue={queue} fixId={fixId} onHelp={() => setHelp(true)} />
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
