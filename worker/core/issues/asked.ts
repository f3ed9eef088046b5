import { contrast, RELATED, saidIn } from '../coverage/contrast.ts';
import { spokenWords } from '../coverage/said.ts';
import type { Learned } from '../learned/state.ts';
import { choices, chosen } from './assignment.ts';

/**
 * Whether a question is about something that articles are about: a page leads the others clearly enough, or those who asked alike were
 * helped by one. What is neither (an offer, a trial, an outage) is shown nothing.
 */
export function isAboutArticles(learned: Learned, question: string): boolean {
  const spoken = spokenWords(learned, [question], []);
  const found = contrast(learned, saidIn(learned, [spoken]));
  if (found && found.angle >= RELATED) return true;
  const best = chosen(choices(learned, spoken, null));
  return best !== null && best.issue.articleId !== null;
}
