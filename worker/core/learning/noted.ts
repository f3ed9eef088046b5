import type { Finding } from '../learned/finding.ts';
import type { Learned } from '../learned/state.ts';

/** Remembers findings; answers those that are new or say more than before. */
export function noted(learned: Learned, findings: readonly Finding[]): Finding[] {
  const told = findings.filter((finding) => {
    const before = learned.findings.get(finding.key);
    return !before || isMaterial(before, finding);
  });
  for (const finding of told) learned.findings.set(finding.key, finding);
  return told;
}

/** What another act must be better by before it takes the place of the one already proposed for a line. */
const SWITCH = 0.2;

/** Whether a finding says more than when it was last told: another cause, half as many people again, or more statements. */
function isMaterial(before: Finding, now: Finding): boolean {
  if (before.cause !== now.cause) return true;
  const [was, is] = [before.statistics, now.statistics];
  if (was.actId !== is.actId) return (is.score ?? 0) >= (was.score ?? 0) + SWITCH;
  return (is.people ?? 0) >= 1.5 * (was.people ?? 0) || (is.statements ?? 0) > (was.statements ?? 0);
}
