import type { FixState, StoredFix } from '../../../shared/gap.ts';
import { say } from '../../../shared/said/said.ts';

/** What stands at the helpdesk, or stood: its text is the article's own by now. */
const WRITTEN: readonly FixState[] = ['approved', 'published', 'rolled_back'];

/** What came to nothing, and says so already. */
const OVER: readonly FixState[] = ['rejected', 'superseded'];

/**
 * A fix once a conversation that it cites was erased. What was written, or worded by a person, stays and says how many of its
 * quotes left. Any other proposal rests on words that are gone: it is superseded, and nothing that it was to say is kept.
 */
export function withoutConversation(fix: StoredFix, conversationId: string): StoredFix {
  const isTheirs = (id: string) => id === conversationId;
  const evidence = fix.evidence.map((quote) => (isTheirs(quote.conversationId) ? { ...quote, quote: '' } : quote));
  const left = fix.evidence.filter((quote) => isTheirs(quote.conversationId) && quote.quote !== '').length;
  const { disputes: _, unsaid: ____, report, ...rest } = fix;
  const told = { ...rest, evidence, evidenceLeft: (fix.evidenceLeft ?? 0) + left };
  const isDisputed = fix.disputes?.some(({ sides }) => sides.some((side) => side.conversationIds.some(isTheirs)));
  const reported = report && {
    report: { ...report, conversationIds: report.conversationIds.filter((id) => !isTheirs(id)) },
  };
  const kept = { ...told, ...reported, ...(isDisputed || !fix.disputes ? {} : { disputes: fix.disputes }) };
  if (WRITTEN.includes(fix.state) || (fix.isEdited && !OVER.includes(fix.state))) return kept;
  const { also: __, macros: ___, ...alone } = told;
  return {
    ...alone,
    state: OVER.includes(fix.state) ? fix.state : 'superseded',
    bodyHtml: '',
    baseHtml: null,
    terms: [],
    evidence: evidence.map((quote) => ({ ...quote, quote: '' })),
    openQuestions: [],
    gates: [],
    writer: null,
    reason: say('step.evidenceErased'),
    was: null,
  };
}
