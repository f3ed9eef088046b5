import type { Habit } from '../../../shared/diagnosis.ts';
import { SAME_ACT, similarity } from '../acts/acts.ts';
import { claimsOf } from '../claim/claims.ts';
import { shareIn } from '../grounding/statements.ts';
import { meaningWords } from '../grounding/vocabulary.ts';
import { wordsFactor } from '../issues/customers-words.ts';
import { issueOf } from '../issues/issues.ts';
import type { Finding } from '../learned/finding.ts';
import type { Issue, Learned, Settled } from '../learned/state.ts';

/** Share of the novel acts that a dismissed finding must have been about to mean the same. */
const SAME_MEANING = 0.5;

/** ln Bayes factor by which customers' first words must differ to ask something else (3: strong, Kass and Raftery 1995). */
export const DIFFERENT = 3;

/** People an issue must have before its words can be compared. */
export const MIN_COMPARED = 3;

/**
 * Whether a person has turned down what this issue without an article would be reported for: the same issue under whatever
 * name; most of what agents say in it, in other words too; or what its customers ask, however agents word the answer.
 */
export function isDismissed(learned: Learned, issue: Issue, acts: readonly number[]): boolean {
  for (const settled of learned.settled.values()) {
    if (settled.outcome === 'published' || settled.articleId !== null || settled.habit) continue;
    const about = settled.issueId === undefined ? undefined : learned.issues.get(issueOf(learned, settled.issueId));
    if (about === issue) return true;
    const held = acts.filter((act) => isAbout(learned, settled, act)).length;
    if (acts.length > 0 && held >= SAME_MEANING * acts.length) return true;
    if (about?.articleId === null && isSameQuestion(issue, about)) return true;
  }
  return false;
}

/** Whether a person has turned down this habit for the same issue, or for most of what agents say in it. */
export function isHabitDismissed(learned: Learned, habit: Habit, issue: Issue, acts: readonly number[]): boolean {
  return [...learned.settled.values()].some((settled) => {
    if (settled.habit !== habit || settled.outcome === 'published') return false;
    if (settled.issueId !== undefined && issueOf(learned, settled.issueId) === issue.id) return true;
    return acts.length > 0 && acts.filter((act) => isAbout(learned, settled, act)).length >= SAME_MEANING * acts.length;
  });
}

/**
 * Whether a person has turned down this value for a sentence of the article that says the same, also where the sentence was
 * worded anew since: it states the same values of its own, and holds half of the words.
 */
export function isValueDismissed(learned: Learned, articleId: string, sentence: string | null, value: string): boolean {
  if (sentence === null) return false;
  return [...learned.settled.values()].some(
    (settled) =>
      settled.outcome !== 'published' &&
      settled.articleId === articleId &&
      settled.value === value &&
      settled.sentence !== undefined &&
      saysSame(settled.sentence, sentence),
  );
}

function saysSame(one: string, other: string): boolean {
  const [words, held] = [meaningWords(one), new Set(meaningWords(other))];
  return valuesOf(one) === valuesOf(other) && shareIn(words, held) >= SAME_MEANING;
}

/** The values that a sentence states, named in an order of their own. */
export const valuesOf = (sentence: string): string =>
  claimsOf(sentence)
    .map(({ kind, value }) => `${kind}=${value}`)
    .filter((claim) => !claim.startsWith('step='))
    .sort()
    .join(';');

/** Whether a settled finding was about this act, or about one that says the same in other words. */
export function isAbout(learned: Learned, settled: Settled, act: number): boolean {
  if (settled.acts.includes(act)) return true;
  const said = learned.acts.get(act);
  return (
    said !== undefined &&
    settled.acts.some((id) => {
      const known = learned.acts.get(id);
      return known !== undefined && similarity(learned, said, known) >= SAME_ACT;
    })
  );
}

function isSameQuestion(issue: Issue, other: Issue): boolean {
  const counted = issue.members.filter((m) => m.counts);
  return other.counted >= MIN_COMPARED && wordsFactor(counted, other.members) < DIFFERENT;
}

/** The value that a finding has in the place of an article's, with the sentence as it stands; null where it is about none. */
export function valuedBy(
  learned: Learned,
  { articleId, value, statistics }: Finding,
): { value: string; sentence: string } | null {
  const lines = articleId === null ? [] : (learned.articles.get(articleId)?.lines ?? []);
  const sentence = lines.find(({ key }) => key === statistics.lineKey)?.text ?? null;
  return value === undefined || sentence === null ? null : { value, sentence };
}
