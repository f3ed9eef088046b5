import type { DisputeSide } from '../../../shared/fix.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { asWritten } from '../../../shared/said/said.ts';
import { aConversation, anEntry, anObservation } from '../../contracts/examples.ts';
import { type Approved, approvedWorld, BASE, GAP_ID } from '../world/approved.ts';
import { TENANT } from '../world/world.ts';

export const OURS = 'Wait 2 hours for the file.';
export const THEIRS = 'Wait 3 hours for the file.';
export const BODY = BASE.replace('Wait a day for the file.', OURS);

export const side = (value: string, conversationIds: string[], articleId: string | null = null): DisputeSide => ({
  ...{ value, articleId, organizations: 2, agents: 1, conversationIds },
});
export const dispute = (sides: DisputeSide[]): Partial<StoredFix> => ({
  openQuestions: [asWritten('Which is right?')],
  disputes: [{ question: asWritten('Which is right?'), sides }],
});

/** A scored fix on which two agents disagree: Kit spoke in two conversations of its issue, Mia in one. */
export async function disputedWorld(
  more: Partial<StoredFix> = {},
  agents: readonly [string, string] = ['501', '502'],
): Promise<{ world: Approved; kit: string; mia: string }> {
  const world = await approvedWorld({
    state: 'scored',
    actor: null,
    bodyHtml: BODY,
    confidence: 0.4,
    rawConfidence: 0.4,
    gates: [{ name: 'content', isPassed: true, detail: asWritten('') }],
    rehearsal: { tried: 4, wins: 2, regressions: 0, controls: 9 },
    evidence: [{ conversationId: 'k1', turnId: 'k1-a', quote: OURS }],
    ...dispute([side(OURS, ['k1', 'k2']), side(THEIRS, ['m1'])]),
    ...more,
  });
  const kit = await world.ports.identity.personId(TENANT, agents[0]);
  const mia = await world.ports.identity.personId(TENANT, agents[1]);
  const said: [string, string, string][] = [
    ['k1', kit, OURS],
    ['k2', kit, OURS],
    ['m1', mia, THEIRS],
  ];
  for (const [n, [id, personId, text]] of said.entries()) {
    const turn = { id: `${id}-a`, author: 'agent' as const, personId, text: `Hello. ${text}`, at: 5 + n };
    const gap = await world.ports.gaps.get(TENANT, GAP_ID);
    if (!gap) throw new Error('the gap is gone');
    await world.ports.observations.record(TENANT, {
      observation: anObservation(id),
      conversation: aConversation(id, { turns: [turn] }),
      entries: [anEntry(n + 2, id)],
      gaps: [{ ...gap, conversationIds: said.map(([one]) => one) }],
    });
  }
  return { world, kit, mia };
}
