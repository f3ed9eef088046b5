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

/** Words that documentation uses of any product and that state nothing of it; negations are compared apart. By hand. */
export const NEUTRAL_WORDS: ReadonlySet<string> = new Set(
  contentWords(
    `page screen window menu button option section field tab icon step item list click tap press select choose go open
     navigate visit type enter use find see appear displayed shown following provide give tell complete make sure ensure
     able simply like want never start begin finish continue view look`,
  ),
);

/** Words of courtesy that a rewording may leave out. */
export const COURTESY_WORDS: ReadonlySet<string> = new Set(
  contentWords(
    `please kindly thank thanks sorry just simply go ahead okay ok sure alright great well actually basically first of all
     want like try need able make proceed help assist`,
  ),
);
