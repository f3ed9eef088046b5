import type { Learned, Line } from '../learned/state.ts';
import { issueOf } from './issues.ts';
import { teach } from './suggestion.ts';

/** Conversations in which a line was silent that one person of the staff stands for who says it is wrong. Stated. */
export const WORTH_OF_WRONG = 4;

/** Helps remembered an article: what is older does not come again. */
const MAX_HELPED = 100;

/** What a person of the staff says of an article's sentence. */
export interface TellingOfLine {
  articleId: string;
  line: number;
  isRight: boolean;
  person: number;
}

/** Whether the person says so already, or there is no such line any more: then nothing is told. */
export function isToldAlready(learned: Learned, { articleId, line: key, isRight, person }: TellingOfLine): boolean {
  const line = lineOf(learned, articleId, key);
  return !line || ((isRight ? line.right : line.wrong)?.includes(person) ?? false);
}

/** A person of the staff says that a sentence is right or wrong: one voice each, the last one counts. */
export function tellOf(learned: Learned, { articleId, line: key, isRight, person }: TellingOfLine): void {
  const line = lineOf(learned, articleId, key);
  if (!line) return;
  const others = (voices: number[] | undefined) => (voices ?? []).filter((voice) => voice !== person);
  line.right = isRight ? [...others(line.right), person] : others(line.right);
  line.wrong = isRight ? others(line.wrong) : [...others(line.wrong), person];
}

/** A person of the staff says that an article helped with a question; `ref` names that they did. */
export interface TellingOfHelp {
  articleId: string;
  asked: readonly number[];
  ref: number;
}

/** Whether it counted already, or there is no such article any more. */
export function isHelpKnown(learned: Learned, { articleId, ref }: TellingOfHelp): boolean {
  const article = learned.articles.get(articleId);
  return !article || (article.helped?.includes(ref) ?? false);
}

/** Suggestions lean to an article that helped, as they do by a solved conversation. */
export function noteHelp(learned: Learned, help: TellingOfHelp): void {
  const article = learned.articles.get(help.articleId);
  if (!article || isHelpKnown(learned, help)) return;
  article.helped = [...(article.helped ?? []), help.ref].slice(-MAX_HELPED);
  const issue = learned.issues.get(issueOf(learned, article.issueId));
  if (issue) teach(learned, issue, help.asked);
}

/** How many more of the staff say that a line is wrong than that it is right; negative where it is upheld. */
export function doubtOf(line: Line): number {
  return (line.wrong?.length ?? 0) - (line.right?.length ?? 0);
}

function lineOf(learned: Learned, articleId: string, key: number): Line | undefined {
  return learned.articles.get(articleId)?.lines.find((one) => one.key === key);
}
