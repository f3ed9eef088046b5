import type { Decision } from '../../../../shared/fix.ts';
import { type Policy, policySchema } from '../../../../shared/policy.ts';
import { type Said, say } from '../../../../shared/said/said.ts';
import { readConfidence } from './confidence.ts';
import type { DecisionInput } from './decide-input.ts';
import { ESCALATING, firstReason, HOLDING, named } from './decide-rules.ts';

export type { DecisionInput } from './decide-input.ts';
export { confidenceFloor } from './decide-rules.ts';

/**
 * Whether a fix is published by itself, reviewed or escalated, with the reason for a person. Escalation comes first:
 * what agents disagree on, thin evidence, a check that failed or a rehearsal that lost something needs more than a yes.
 * Publishing needs every rule to allow it; anything missing, unreadable or out of range holds it for review.
 */
export function decide(input: DecisionInput): { decision: Decision; reason: Said } {
  const why = firstReason(ESCALATING, input);
  if (why !== null) return { decision: 'escalate', reason: why };
  const policy = readPolicy(input.policy);
  const held = policy === null ? UNREADABLE : firstReason(HOLDING, { ...input, policy });
  if (held !== null) return { decision: 'review', reason: held };
  return { decision: 'publish', reason: publishReason(input) };
}

function publishReason({ confidence, category, rehearsal }: DecisionInput): Said {
  const { wins, tried } = rehearsal ?? { wins: 0, tried: 0 };
  return say('decide.publish', {
    confidence: readConfidence(confidence),
    wins,
    count: tried,
    category: named(category),
  });
}

const UNREADABLE = say('decide.unreadable');

/** A policy with its defaults, or null: neither absence nor nonsense is a policy. */
function readPolicy(policy: unknown): Policy | null {
  const read = policy === undefined ? null : policySchema.safeParse(policy);
  return read?.success ? read.data : null;
}
