import type { StoredFix } from '../../../shared/gap.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { errorWords, Invalid, NotFound } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import { approve, Moved, reject, type Seen } from './decide-by-person.ts';
import { takeBack } from './take-back.ts';

type DecideManyPorts = Pick<Ports, 'eventClock' | 'fixes' | 'gaps' | 'wallClock'>;

/** Decisions taken at once: so many stay within a request's statements, at most eight each. */
export const MAX_TOGETHER = 50;

/** One of several decisions, with the hashes of what was shown of it. */
export interface ShownFix extends Seen {
  fixId: string;
}

/** What became of each: every fix that was asked for is in one of both, once. */
export interface ManyDecided {
  decided: StoredFix[];
  /** Those that stay as they are, with the reason. */
  left: { fixId: string; why: Said }[];
}

const FAILED = say('moved.failed');

/**
 * Approves each as it was shown, by itself: one that moved meanwhile is left and named, the others are approved. None was opened,
 * so that they are published and earn nothing.
 */
export function approveTogether(
  ports: DecideManyPorts,
  tenant: string,
  shown: ShownFix[],
  actor: string,
  holdMs: number,
) {
  return eachAlone(shown, ({ fixId, ...seen }) =>
    approve(ports, tenant, fixId, { ...seen, wasOpened: false }, actor, holdMs),
  );
}

/** Rejects each as it was shown for the same reason, by itself: what is learned from each is learned after `holdMs`. */
export function rejectTogether(
  ports: DecideManyPorts,
  tenant: string,
  shown: ShownFix[],
  actor: string,
  reason: string,
  holdMs: number,
) {
  if (reason.trim() === '') throw new Invalid('a rejection needs a reason');
  return eachAlone(shown, ({ fixId, ...seen }) => reject(ports, tenant, fixId, seen, actor, reason, holdMs));
}

/** Takes each decision back, by itself: one that is on its way already is left and named. */
export function takeBackTogether(
  ports: Pick<Ports, 'eventClock' | 'fixes' | 'wallClock'>,
  tenant: string,
  fixIds: string[],
  actor: string,
) {
  return eachAlone(
    fixIds.map((fixId) => ({ fixId })),
    ({ fixId }) => takeBack(ports, tenant, fixId, actor),
  );
}

/**
 * Decides one after the other. What is refused is told with its reason; where something else fails, that and what comes
 * after it are told as undecided: nobody is left to guess what was done before.
 */
async function eachAlone<T extends { fixId: string }>(
  items: readonly T[],
  decide: (item: T) => Promise<StoredFix>,
): Promise<ManyDecided> {
  const all = [...new Map(items.map((item) => [item.fixId, item])).values()];
  const answer: ManyDecided = { decided: [], left: [] };
  for (const [i, item] of all.entries())
    try {
      answer.decided.push(await decide(item));
    } catch (error) {
      if (error instanceof Moved || error instanceof NotFound || error instanceof Invalid)
        answer.left.push({ fixId: item.fixId, why: error.said });
      else if (answer.decided.length === 0) throw error;
      else {
        const message = errorWords(error);
        console.error(JSON.stringify({ level: 'error', what: 'decisions together stopped', fix: item.fixId, message }));
        answer.left.push(...all.slice(i).map(({ fixId }) => ({ fixId, why: FAILED })));
        break;
      }
    }
  return answer;
}
