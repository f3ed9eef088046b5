import type { Article } from '../../../shared/article.ts';
import { anArticle } from '../../contracts/examples.ts';
import { procedureOf, QUESTIONS, type Question } from './questions.ts';

/** What the article of every question still says, and what agents say in its place. */
const OLD = 'A change shows on every display within 15 minutes.';
export const NEW = 'A change shows on every display within 40 minutes.';

/** Articles that hold the procedures of the questions, each with one sentence that no agent gives any more. */
export function outdatedArticles(): Article[] {
  return QUESTIONS.map((question, n) =>
    anArticle(`outdated-${n}`, {
      section: 'Getting started',
      title: question.subject,
      labels: [],
      bodyHtml: `<h2>Steps</h2><ol>${procedureOf(question)
        .map((step) => `<li>${step}</li>`)
        .join('')}</ol><p>${OLD}</p>`,
      updatedAt: 1,
    }),
  );
}

/** The question as agents resolve it now: with the new sentence behind its steps, in one wording. */
export const updated = (question: Question): Question => ({ ...question, steps: [...question.steps, [NEW, NEW]] });
