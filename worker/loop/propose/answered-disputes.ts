import type { DisputeQuestion } from '../../../shared/escalation.ts';
import type { Fix, Quote } from '../../../shared/fix.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { isSameSaid } from '../../../shared/said/said.ts';
import { settledOf, withSettled } from '../../core/fix/dispute.ts';
import { plainStatement } from '../../core/fix/escalation.ts';
import type { Ports } from '../ports/ports.ts';

/** Quotes that a statement put in on an answer cites. */
const WITNESSES = 3;

/** Every question that was put about drafts of one gap. */
export async function questionsOn(
  ports: Pick<Ports, 'questions'>,
  tenant: string,
  drafts: readonly StoredFix[],
): Promise<DisputeQuestion[]> {
  const all: DisputeQuestion[] = [];
  for (const { id } of drafts) all.push(...(await ports.questions.ofFix(tenant, id)));
  return all.sort((a, b) => (a.answeredAt ?? a.at) - (b.answeredAt ?? b.at));
}

/**
 * A draft in which stands what people answered of its disputes on earlier drafts of the gap, with who said it. What can't be
 * put in stays disputed, for a person to word.
 */
export async function withAnswers(
  ports: Pick<Ports, 'observations' | 'questions'>,
  tenant: string,
  draft: Fix,
  baseHtml: string | null,
  earlier: readonly StoredFix[],
): Promise<Fix> {
  if (!draft.disputes?.length || earlier.length === 0) return draft;
  let fix = draft;
  for (const settled of settledOf(draft, await questionsOn(ports, tenant, earlier))) {
    const next = withSettled({ bodyHtml: fix.bodyHtml, baseHtml }, settled);
    if (next === null) continue;
    const { dispute, right } = settled;
    const side = dispute.sides.find(({ value }) => value === right);
    const quotes = next.isTurned ? await quotesOf(ports, tenant, side?.conversationIds ?? [], right) : [];
    if (next.isTurned && quotes.length === 0) continue;
    fix = {
      ...fix,
      bodyHtml: next.bodyHtml,
      evidence: [...quotes, ...fix.evidence],
      openQuestions: fix.openQuestions.filter((question) => !isSameSaid(question, dispute.question)),
      disputes: (fix.disputes ?? []).filter((one) => one !== dispute),
    };
  }
  return fix;
}

/** Where agents said it: each as it stands in a stored public turn. */
export async function quotesOf(
  ports: Pick<Ports, 'observations'>,
  tenant: string,
  ids: readonly string[],
  statement: string,
): Promise<Quote[]> {
  const wanted = plainStatement(statement);
  const conversations = await ports.observations.conversations(tenant, [...ids]);
  return conversations
    .flatMap((c) =>
      c.turns
        .filter((turn) => turn.author === 'agent' && plainStatement(turn.text).includes(wanted))
        .slice(0, 1)
        .map((turn) => ({ conversationId: c.id, turnId: turn.id, quote: statement })),
    )
    .slice(0, WITNESSES);
}
