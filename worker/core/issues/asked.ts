import { contrast, RELATED, saidIn } from '../coverage/contrast.ts';
import { spokenWords } from '../coverage/said.ts';
import type { Learned } from '../learned/state.ts';
import { choices, chosen } from './assignment.ts';

/**
 * Conversations from which those who asked alike are a witness beside the page that they went to. Origin: of the development sets'
 * questions whose best page leads too little, all 12 about an outage lie under it, and 1 of 34 that the page answers.
 */
const WITNESSES = 20;

/**
 * Whether a question is about something that articles are about: a page leads the others clearly enough, or those who asked alike were
 * helped by another one, or by that one so often that they bear it out. What is neither (an offer, a trial, an outage) is shown
 * nothing.
 */
export function isAboutArticles(learned: Learned, question: string): boolean {
  const spoken = spokenWords(learned, [question], []);
  const found = contrast(learned, saidIn(learned, [spoken]));
  if (found && found.angle >= RELATED) return true;
  const issue = chosen(choices(learned, spoken, null))?.issue ?? null;
  if (issue === null || issue.articleId === null) return false;
  return issue.articleId !== found?.articleId || issue.counted >= WITNESSES;
}
