import type { Conversation } from '../../../shared/conversation.ts';
import type { Knowing } from '../../../shared/escalation.ts';
import type { Dispute } from '../../../shared/fix.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { gateNamed } from '../gates/gate-name.ts';
import { blocksOf, replaceText } from '../html/blocks.ts';
import { plainText } from '../html/plain.ts';
import { statementsAdded } from '../publishing/watching/antibody.ts';
import { words } from '../text/words.ts';

/** Share of a side's words that a line of the fix must hold to be the line that states it. */
const STATED = 0.5;

type Drafted = Pick<StoredFix, 'baseHtml' | 'bodyHtml'>;

/** Agents of an issue, who spoke in most of its conversations first, then who spoke last; at most `limit`. */
export function whoKnows(conversations: readonly Conversation[], limit: number): Knowing[] {
  const known = new Map<string, { conversations: number; last: number }>();
  for (const { turns } of conversations) {
    const spoke = turns.filter((turn) => turn.author === 'agent' && turn.personId !== null);
    for (const agentId of new Set(spoke.map((turn) => turn.personId ?? ''))) {
      const before = known.get(agentId) ?? { conversations: 0, last: 0 };
      const last = Math.max(before.last, ...spoke.filter((t) => t.personId === agentId).map((t) => t.at));
      known.set(agentId, { conversations: before.conversations + 1, last });
    }
  }
  return [...known]
    .sort(([a, x], [b, y]) => y.conversations - x.conversations || y.last - x.last || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([agentId, { conversations: count }]) => ({ agentId, name: null, conversations: count }));
}

/** The two sides of a dispute as a yes/no question: the side that the fix states is asked about, the first where none is. */
export function yesOrNo(fix: StoredFix, { sides }: Dispute): { asked: string; other: string; text: Said } | null {
  const values = sides.map((side) => side.value);
  const asked = values.find((value) => lineOf(fix, value) !== null) ?? values[0];
  const other = values.find((value) => value !== asked);
  if (asked === undefined || other === undefined) return null;
  return { asked, other, text: say('ask.dispute', { text: asked, other }) };
}

/** The body with the line that states one side saying the other; null where no line does or it can't be changed alone. */
export function withOther(fix: Drafted, asked: string, other: string): string | null {
  const line = lineOf(fix, asked);
  if (line === null) return null;
  for (const block of blocksOf(fix.bodyHtml)) {
    const changed = block.text.includes(line) ? replaceText(fix.bodyHtml, block, line, other) : null;
    if (changed !== null) return changed;
  }
  return null;
}

/** What was tried for a gap, a sentence a line: the fix's checks and rehearsal, and the drafts before it. */
export function triedOf(fix: StoredFix, drafts: readonly StoredFix[]): Said[] {
  const { rehearsal, support } = fix;
  const earlier = drafts.filter((draft) => draft.id !== fix.id && draft.createdAt <= fix.createdAt);
  return [
    say('tried.rests', {
      agents: say('count.agents', { count: support.agents }),
      organizations: say('count.organizations', { count: support.organizations }),
    }),
    rehearsal
      ? say('tried.rehearsed', { count: rehearsal.tried, wins: rehearsal.wins, worse: rehearsal.regressions })
      : say('tried.notRehearsed'),
    ...fix.gates
      .filter((gate) => !gate.isPassed)
      .map((gate) => say('tried.check', { gate: gateNamed(gate.name), why: gate.detail })),
    ...(earlier.length > 0 ? [say('tried.earlier', { count: earlier.length })] : []),
  ];
}

/** The line of a draft that states a side of a dispute; null where none does. */
export function lineOf(fix: Drafted, value: string): string | null {
  const needed = words(value);
  if (needed.length === 0) return null;
  const numbers = value.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const scored = statementsAdded(fix.baseHtml, fix.bodyHtml)
    .filter((line) => numbers.every((n) => line.includes(n)))
    .map((line) => ({ line, share: needed.filter((w) => words(line).includes(w)).length / needed.length }))
    .sort((a, b) => b.share - a.share);
  return scored[0] && scored[0].share >= STATED ? scored[0].line : null;
}

/** A statement as it is compared: white space collapsed. */
export function plainStatement(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}
