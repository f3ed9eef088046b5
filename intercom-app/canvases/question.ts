import type { Answer, Question, QuestionKind } from '../../shared/advice.ts';
import { encodeComponentId } from '../component-id.ts';
import { button, type Component, header, muted, paragraph } from '../kit.ts';

const ASKED: Record<QuestionKind, string> = {
  statement_right: 'Is this sentence still right?',
  step_missing: 'Was this what helped, and missing from the article?',
  article_helped: 'Did this article answer it?',
  dispute: 'Agents disagree, and you know this well. Is this right?',
};
const ANSWERS: [Answer, string][] = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['not_sure', 'Not sure'],
];

/** The one question, where there is one. */
export function questionPart(question: Question | null): Component[] {
  if (!question) return [];
  const { id: questionId, kind, text, other, articleTitle } = question;
  const where = articleTitle === null || kind === 'article_helped' ? [] : [muted(`In “${articleTitle}”`)];
  const answers = ANSWERS.map(([answer, label]) =>
    button(encodeComponentId({ action: 'answer', questionId, answer }), label),
  );
  const others = other === null ? [] : [muted(`Others say: “${other}”`)];
  return [header('One question'), paragraph(ASKED[kind]), paragraph(`“${text}”`), ...others, ...where, ...answers];
}
