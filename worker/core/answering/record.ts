import { ACT_KINDS, type ActKind, type AutomaticAct } from '../../../shared/automatic.ts';
import type { Policy } from '../../../shared/policy.ts';
import { WEEK_MS } from '../../../shared/time.ts';
import { type Autonomy, earnedBy, emptyRecord, TARGET_BAD_RATE, withOutcome } from '../publishing/deciding/autonomy.ts';

/** So many bad ones in a week revoke, whatever the record says. Origin: the rule for publications. */
export const BAD_THAT_REVOKE = 2;

/** Whether the helpdesk was written to: what customers or the team saw. */
export const wasDone = ({ state }: Pick<AutomaticAct, 'state'>): boolean => state === 'done' || state === 'handed_over';

/** Whether an act has a place in the record: in the dark each, of public answers the sample drawn with them. */
const isCounted = (act: AutomaticAct): boolean =>
  act.kind === 'route' || !act.isPublic || !wasDone(act) || act.isSampled;

/** How a category fares without a person. */
export interface CategoryRecord extends Autonomy {
  kind: ActKind;
  category: string;
  good: number;
  bad: number;
}

/**
 * Whether a category has earned to act by itself: the rate of bad ends among those that count, judged first to last, is at most
 * the target with the same assurance, however often one looks, as for publications (`earnedBy`).
 */
export function recordOf(acts: readonly AutomaticAct[], kind: ActKind, category: string): CategoryRecord {
  const own = countedOf(acts, kind, category);
  const isBad = own.map(({ verdict }) => verdict === 'bad');
  const bad = isBad.filter(Boolean).length;
  return { kind, category, good: own.length - bad, bad, ...earnedBy(isBad, TARGET_BAD_RATE) };
}

/** The same right alone, at a hundredth of the work: no bound is looked for. */
export function hasEarned(acts: readonly AutomaticAct[], kind: ActKind, category: string): boolean {
  const own = countedOf(acts, kind, category);
  const end = ({ verdict }: AutomaticAct) => (verdict === 'bad' ? 'reverted' : 'approved');
  return own.reduce((record, act) => withOutcome(record, end(act)), emptyRecord(TARGET_BAD_RATE)).isEarned;
}

const countedOf = (acts: readonly AutomaticAct[], kind: ActKind, category: string) =>
  acts.filter((act) => act.kind === kind && act.category === category && isCounted(act));

/** A right that is taken back, and what for: two bad ends in a week, or a record that no longer bears it. */
export interface Revocation {
  kind: ActKind;
  category: string;
  why: 'bad_ends' | 'record';
  conversationIds: string[];
}

/** The rights that don't hold any more, of the categories that act by themselves. */
export function revocationsOf(acts: readonly AutomaticAct[], policy: Policy, now: number): Revocation[] {
  return ACT_KINDS.flatMap((kind) =>
    actingBy(policy, kind).flatMap((category): Revocation[] => {
      const done = acts.filter(
        (act) => act.kind === kind && act.category === category && wasDone(act) && (act.isPublic || kind === 'route'),
      );
      if (done.length === 0) return [];
      const bad = done.filter((act) => act.verdict === 'bad');
      const recent = bad.filter((act) => (act.judgedAt ?? 0) > now - WEEK_MS);
      const named = (of: typeof bad) => of.map(({ conversationId }) => conversationId);
      if (recent.length >= BAD_THAT_REVOKE)
        return [{ kind, category, why: 'bad_ends', conversationIds: named(recent) }];
      if (hasEarned(acts, kind, category)) return [];
      return [{ kind, category, why: 'record', conversationIds: named(bad.slice(-BAD_THAT_REVOKE)) }];
    }),
  );
}

/** Categories that the policy lets act by themselves. */
export function actingBy(policy: Policy, kind: ActKind): string[] {
  const modes: Record<string, string> = kind === 'answer' ? policy.answers.modes : policy.routing.modes;
  return Object.entries(modes).flatMap(([category, mode]) => (mode === ACTING[kind] ? [category] : []));
}

const ACTING: Readonly<Record<ActKind, string>> = { answer: 'public', route: 'assign' };

/** Whether any category lets itself be answered or routed: where none does, nothing is asked. */
export function actsAnywhere(policy: Policy): boolean {
  const modes: string[] = [...Object.values(policy.answers.modes), ...Object.values(policy.routing.modes)];
  return modes.some((mode) => mode !== 'off');
}
