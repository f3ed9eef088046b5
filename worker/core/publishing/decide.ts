import type { Decision } from '../../../shared/fix.ts';
import { type Policy, policySchema } from '../../../shared/policy.ts';
import { readConfidence } from './confidence.ts';
import type { DecisionInput } from './decide-input.ts';
import { ESCALATING, firstReason, HOLDING, named, plural } from './decide-rules.ts';

export type { DecisionInput } from './decide-input.ts';
export { confidenceFloor } from './decide-rules.ts';

/**
 * Whether a fix is published by itself, reviewed or escalated, with one sentence for a person. Escalation comes first:
 * what agents disagree on, thin evidence, a check that failed or a rehearsal that lost something needs more than a yes.
 * Publishing needs every rule to allow it; anything missing, unreadable or out of range holds it for review.
 */
export function decide(input: DecisionInput): { decision: Decision; reason: string } {
  const why = firstReason(ESCALATING, input);
  if (why !== null) return { decision: 'escalate', reason: why };
  const policy = readPolicy(input.policy);
  const held = policy === null ? UNREADABLE : firstReason(HOLDING, { ...input, policy });
  if (held !== null) return { decision: 'review', reason: held };
  return { decision: 'publish', reason: publishReason(input) };
}

function publishReason({ confidence, category, rehearsal }: DecisionInput): string {
  const won = rehearsal
    ? `${rehearsal.wins} of ${plural(rehearsal.tried, 'past question')} answered better and none worse`
    : '';
  return `Confidence ${readConfidence(confidence).toFixed(2)}, ${won}, and ${named(category)} has earned automatic publishing.`;
}

const UNREADABLE = 'The publishing policy cannot be read, which means stop: a person has to decide.';

/** A policy with its defaults, or null: neither absence nor nonsense is a policy. */
function readPolicy(policy: unknown): Policy | null {
  const read = policy === undefined ? null : policySchema.safeParse(policy);
  return read?.success ? read.data : null;
}
