import type { Rehearsal } from '../../../../shared/gap.ts';

/** Coverage from which an answer counts as found in the article. Origin: more likely than not. */
export const ANSWERED = 0.5;

/** What the knowledge base answers a question: article ids, best first; with the coverage of the first where known. */
export type Answer = readonly string[] | { articleIds: readonly string[]; coverage: number };

export interface RehearsalInput {
  questions: readonly { id: string; text: string }[];
  controls: readonly { id: string; text: string; articleId: string }[];
  rankWithout: (question: string) => Answer;
  rankWith: (question: string) => Answer;
  /** The article that the fix writes; a new one under the id that `rankWith` gives it. */
  target: string;
}

/** A rehearsal with the questions that show it. */
export interface Rehearsed extends Rehearsal {
  wonIds: string[];
  lostIds: string[];
}

/**
 * Asks past questions of the knowledge base with and without a fix. A win: a question of the issue that the target
 * answers at rank 1 (and covers, where coverage is known) with the fix and did not without it. A regression: the same
 * the other way round, or a control whose right article was at rank 1 and is no more. Empty questions are not tried; a
 * control that is a question of the issue is no control.
 */
export function rehearse(input: RehearsalInput): Rehearsed {
  const { rankWithout, rankWith, target } = input;
  const asked = new Set(input.questions.map((question) => question.id));
  const questions = input.questions.filter((question) => question.text.trim() !== '');
  const controls = input.controls.filter((control) => control.text.trim() !== '' && !asked.has(control.id));
  const wonIds: string[] = [];
  const lostIds: string[] = [];
  for (const { id, text } of questions) {
    const [before, after] = [isAnswered(rankWithout(text), target), isAnswered(rankWith(text), target)];
    if (after && !before) wonIds.push(id);
    if (before && !after) lostIds.push(id);
  }
  for (const { id, text, articleId } of controls) {
    if (first(rankWithout(text)) === articleId && first(rankWith(text)) !== articleId) lostIds.push(id);
  }
  const counts = {
    tried: questions.length,
    wins: wonIds.length,
    regressions: lostIds.length,
    controls: controls.length,
  };
  return { ...counts, wonIds, lostIds };
}

/** Whether a rehearsal speaks for the fix: something won, nothing lost. None at all does not. */
export function passes(rehearsal: Rehearsal | null): boolean {
  return rehearsal !== null && rehearsal.wins > 0 && rehearsal.regressions === 0;
}

/**
 * Whether a rehearsal lets a patch of an existing article through: questions were tried and nothing was lost. A patch of
 * an article that was found before it can win nothing by rank; what it corrects is checked by its evidence.
 */
export function isHarmless(rehearsal: Rehearsal | null): boolean {
  return rehearsal !== null && rehearsal.tried > 0 && rehearsal.regressions === 0;
}

function first(answer: Answer): string | undefined {
  return 'articleIds' in answer ? answer.articleIds[0] : answer[0];
}

function isAnswered(answer: Answer, target: string): boolean {
  return first(answer) === target && (!('articleIds' in answer) || answer.coverage >= ANSWERED);
}
