import { CONTENT_RULES } from '../../../shared/fix.ts';
import { asWritten, type Said, say } from '../../../shared/said/said.ts';

const GATES = [...CONTENT_RULES, 'content', 'rehearsal', 'sameness', 'model'] as const;

/** A check as people read of it; one that the tables do not know stands as it is called. */
export function gateNamed(name: string): Said {
  const gate = GATES.find((one) => one === name);
  return gate ? say(`gate.${gate}`) : asWritten(name);
}
