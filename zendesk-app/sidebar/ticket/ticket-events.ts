import { useEffect, useRef } from 'react';
import type { Zaf } from '../../zaf/zaf.ts';
import { paced } from './pace.ts';

/** Changes by others come in bursts: one look after so much quiet, and no two looks closer than this. Stated. */
const QUIET_MS = 1_500;
const LEAST_MS = 15_000;

/** States of a ticket in which it is solved. */
const SOLVED = new Set(['solved', 'closed']);

/** Calls back when the ticket changed: by others, paced; when the agent has saved it, at once, with whether it is solved. */
export function useTicketEvents(zaf: Zaf, changed: (how: { isSolved: boolean }) => void): void {
  const latest = useRef(changed);
  latest.current = changed;
  useEffect(() => {
    const byOthers = paced(() => latest.current({ isSolved: false }), QUIET_MS, LEAST_MS);
    const saved = async () => {
      byOthers.stop();
      const status = await zaf.get('ticket.status').catch(() => null);
      latest.current({ isSolved: SOLVED.has(String(status).toLowerCase()) });
    };
    const stops = [
      zaf.on('ticket.submit.done', () => void saved()),
      zaf.on('ticket.updated', byOthers.note),
      zaf.on('ticket.conversation.changed', byOthers.note),
    ];
    return () => {
      byOthers.stop();
      for (const stop of stops) stop();
    };
  }, [zaf]);
}
