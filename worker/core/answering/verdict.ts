import type { AutomaticAct, Verdict, VerdictReason } from '../../../shared/automatic.ts';
import { DAY_MS } from '../../../shared/time.ts';
import type { MeasuredEnding } from '../measure/counts.ts';

/** Labels enter at this age: earlier, only what failed at once would be known. Origin: the same as a durable resolution. */
export const JUDGED_AFTER_MS = 7 * DAY_MS;

/** What a person was asked to judge and did not by then counts as bad: silence is no word for it. Stated. */
export const JUDGED_BY_PERSON_WITHIN_MS = 21 * DAY_MS;

/** Of acts that customers left without a word, one in so many is judged by a person. */
export const SAMPLED_ONE_IN = 5;

/** An act's verdict, and why; `open` while a person is to say. */
export interface Judgement {
  verdict: Verdict;
  why: VerdictReason | null;
}

/**
 * What an ending says of an act after seven days. One in the dark is compared with what people did: good where the agent's answer
 * is what the same article says, for a route where the conversation ended at the same team; else a person says. Of one that was
 * done, only the sample drawn with it counts, whatever came of it, so that what is known of the silent weighs as much as what is
 * known of those who speak; where the customer was silent a person says. What is not sampled and went well, or nobody spoke of,
 * counts for nothing; what went badly is told, and revokes, without a place in the record.
 */
export function verdictOf(
  act: AutomaticAct,
  ending: MeasuredEnding | null,
  team: string | null,
  now: number,
): Judgement {
  if (ending === null) return overdue(act, now) ? { verdict: 'none', why: 'gone' } : OPEN;
  if (act.state === 'dropped') return { verdict: 'none', why: 'gone' };
  if (act.kind === 'route') return routed(act, team, now);
  if (act.state === 'dark' || !act.isPublic) return compared(act, ending, now);
  const bad = wentBadly(ending);
  if (bad) return { verdict: 'bad', why: bad };
  if (!act.isSampled) return { verdict: 'none', why: 'silent' };
  if (ending.rating === 'good') return { verdict: 'good', why: 'rated_good' };
  if (ending.lastWord === 'thanked') return { verdict: 'good', why: 'thanked' };
  return asked(act, now);
}

const OPEN: Judgement = { verdict: 'open', why: null };

/** The agent's answer says what the article says, where the learning found that the article answers them both. */
function compared(act: AutomaticAct, ending: MeasuredEnding, now: number): Judgement {
  const isSame = ending.diagnosis === 'none' && ending.articleId === act.articleId;
  const isWell =
    ending.reopened === 0 && !cameBack(ending) && ending.rating !== 'bad' && ending.lastWord !== 'displeased';
  return isSame && isWell ? { verdict: 'good', why: 'same_as_agent' } : asked(act, now, 'other_than_agent');
}

function routed(act: AutomaticAct, team: string | null, now: number): Judgement {
  if (team === null) return overdue(act, now) ? { verdict: 'none', why: 'silent' } : OPEN;
  if (team === act.team) return { verdict: 'good', why: 'same_as_agent' };
  return { verdict: 'bad', why: 'other_than_agent' };
}

function wentBadly(ending: MeasuredEnding): VerdictReason | null {
  if (ending.escalation === 'asked') return 'asked_for_person';
  if (ending.reopened > 0) return 'reopened';
  if (cameBack(ending)) return 'came_back';
  if (ending.rating === 'bad') return 'rated_badly';
  if (ending.lastWord === 'displeased') return 'needed_person';
  return ending.touches > 0 ? 'needed_person' : null;
}

const cameBack = ({ returnedAt, solvedAt }: MeasuredEnding): boolean =>
  returnedAt !== null && returnedAt - solvedAt <= JUDGED_AFTER_MS;

const overdue = (act: AutomaticAct, now: number): boolean => now - act.at > JUDGED_BY_PERSON_WITHIN_MS;

function asked(act: AutomaticAct, now: number, why: VerdictReason = 'not_judged'): Judgement {
  return overdue(act, now) ? { verdict: 'bad', why } : OPEN;
}
