import { CONTENT_RULES } from '../../../shared/fix.ts';
import { asWritten, type Said, say } from '../../../shared/said/said.ts';

/** Says nothing of what a draft is worth, so confidence is computed without it; it keeps the draft for a person. */
export const MODEL_GATE = 'model';

const GATES = [...CONTENT_RULES, 'content', 'rehearsal', 'sameness', MODEL_GATE] as const;

/** A check as people read of it; one that the tables do not know stands as it is called. */
export function gateNamed(name: string): Said {
  const gate = GATES.find((one) => one === name);
  return gate ? say(`gate.${gate}`) : asWritten(name);
}
