import type { FixKind } from '../../../shared/fix.ts';
import { asWritten, say } from '../../../shared/said/said.ts';
import { NOBODY } from '../redact/known.ts';
import { redact } from '../redact/redact.ts';
import type { ContentProblem, ContentRule } from './check-content.ts';

/** What holds for a text that only the team reads: it quotes customers, counts, and may tell of a promise that was made. */
const INTERNAL: readonly ContentRule[] = ['empty', 'personal_data', 'placeholder', 'markup'];

/** The rules a kind of fix is held to; a kind that isn't listed is read by customers and held to all. */
const RULES: Partial<Record<FixKind, readonly ContentRule[]>> = { bug_report: INTERNAL, routing_rule: INTERNAL };

/** The problems of a fix that hold for its kind, and personal data in its search terms, whatever its kind. */
export function problemsOf(
  kind: FixKind,
  terms: readonly string[],
  problems: readonly ContentProblem[],
): ContentProblem[] {
  const rules = RULES[kind];
  const held = rules ? problems.filter((problem) => rules.includes(problem.rule)) : [...problems];
  for (const term of terms) {
    const { kinds } = redact(term, NOBODY);
    if (kinds.length > 0) held.push({ rule: 'personal_data', detail: asWritten(kinds.join(', ')) });
  }
  if (kind === 'terms' && terms.length === 0) held.push({ rule: 'empty', detail: say('detail.noTerm') });
  return held;
}
