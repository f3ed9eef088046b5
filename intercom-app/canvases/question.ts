import type { Answer, Question } from '../../shared/advice.ts';
import { encodeComponentId } from '../component-id.ts';
import { button, type Component, header, muted, paragraph } from '../kit.ts';
import type { CanvasWords } from '../words.ts';

const ANSWERS: readonly Answer[] = ['yes', 'no', 'not_sure'];

/** The one question, where there is one. */
export function questionPart({ t }: CanvasWords, question: Question | null): Component[] {
  if (!question) return [];
  const { id: questionId, kind, text, other, articleTitle: title } = question;
  const others = other === null ? [] : [muted(t('ask.others', { text: other }))];
  const where = title === null || kind === 'article_helped' ? [] : [muted(t('ask.in', { title }))];
  const answers = ANSWERS.map((answer) =>
    button(encodeComponentId({ action: 'answer', questionId, answer }), t(answer)),
  );
  const asked = [header(t('ask.title')), paragraph(t(`ask.${kind}`)), paragraph(t('ask.quote', { text }))];
  return [...asked, ...others, ...where, ...answers];
}
