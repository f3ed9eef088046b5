import type { DisputeQuestion } from '../../../shared/escalation.ts';
import type { Dispute, Fix } from '../../../shared/fix.ts';
import type { Text } from '../../../shared/gap.ts';
import { claimsOf, compareClaims } from '../claim/claims.ts';
import { lineOf, plainStatement, withOther } from './escalation.ts';

/** What two sides differ in, whichever is named first: their values, or their words where they state no values. */
function differenceOf(one: string, other: string): { one: string; other: string } {
  const { differing } = compareClaims(claimsOf(one), claimsOf(other));
  if (differing.length === 0)
    return { one: plainStatement(one).toLowerCase(), other: plainStatement(other).toLowerCase() };
  const side = (which: 'from' | 'to') => differing.map((d) => `${d[which].kind}=${d[which].value}`).join(';');
  return { one: side('from'), other: side('to') };
}

type Asked = Pick<DisputeQuestion, 'asked' | 'other'>;

/**
 * Which value of a dispute is the one that was asked about, where both are about the same: sides that differ in the same
 * values, in whichever words. Null where it is another dispute.
 */
function askedIn({ sides }: Dispute, { asked, other }: Asked): { asked: string; other: string } | null {
  const [first, second] = sides.map(({ value }) => value);
  if (first === undefined || second === undefined) return null;
  const [was, is] = [differenceOf(asked, other), differenceOf(first, second)];
  if (was.one === is.one && was.other === is.other) return { asked: first, other: second };
  return was.one === is.other && was.other === is.one ? { asked: second, other: first } : null;
}

export const isSameDispute = (dispute: Dispute, question: Asked): boolean => askedIn(dispute, question) !== null;

/** A dispute that a person settled before: what is right of the sides as they stand now, and what is not. */
export interface Settled {
  dispute: Dispute;
  right: string;
  wrong: string;
}

/** What of a draft's disputes was answered before, in whichever words; the last answer counts. */
export function settledOf(fix: Fix, answered: readonly DisputeQuestion[]): Settled[] {
  return (fix.disputes ?? []).flatMap((dispute): Settled[] => {
    const last = answered.findLast(
      (question) => (question.answer === 'yes' || question.answer === 'no') && isSameDispute(dispute, question),
    );
    const sides = last ? askedIn(dispute, last) : null;
    if (!last || !sides) return [];
    const { asked, other } = sides;
    return [last.answer === 'yes' ? { dispute, right: asked, wrong: other } : { dispute, right: other, wrong: asked }];
  });
}

/** The body with what was settled as right, and whether its words had to change; null where they can't be put in. */
export function withSettled(
  fix: Pick<Text, 'bodyHtml'> & { baseHtml: string | null },
  { right, wrong }: Settled,
): { bodyHtml: string; isTurned: boolean } | null {
  if (lineOf(fix, wrong) === null) return { bodyHtml: fix.bodyHtml, isTurned: false };
  const bodyHtml = withOther(fix, wrong, right);
  const isAsItStands =
    fix.baseHtml !== null && bodyHtml !== null && plainStatement(bodyHtml) === plainStatement(fix.baseHtml);
  return bodyHtml === null || isAsItStands ? null : { bodyHtml, isTurned: true };
}
