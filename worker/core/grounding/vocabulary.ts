import { contentWords } from '../gates/grounding.ts';

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:can['’]t|cannot)\b/giu, 'can not'],
  [/\bwon['’]t\b/giu, 'will not'],
  [/n['’]t\b/giu, ' not'],
  [/['’]ll\b/giu, ' will'],
  [/['’]re\b/giu, ' are'],
  [/['’]ve\b/giu, ' have'],
];

/** The words of a text that carry meaning, short and long forms of the same words alike. */
export function meaningWords(text: string): string[] {
  return contentWords(CONTRACTIONS.reduce((plain, [form, long]) => plain.replace(form, long), text));
}
