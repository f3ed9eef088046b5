import type { AdvisedArticle } from '../../../shared/advice.ts';
import type { Article } from '../../../shared/article.ts';
import { sectionFor } from '../advice/section.ts';
import { isAcknowledgement } from '../conversation/acknowledgement.ts';
import type { AnsweringWords } from '../language/habits.ts';
import { languageFor } from '../language/languages.ts';
import type { Learned } from '../learning/learned.ts';

/** The words that a machine has for itself in a language; null where it can't say what it is, so that it stays silent. */
export function answeringIn(language: string): AnsweringWords | null {
  return languageFor(language)?.answering ?? null;
}

/**
 * What the customer reads: that a machine speaks and how to reach a person, the section of the public article that answers the
 * question, and the article's address. The article's own words alone: nothing of a conversation, of this customer or another, is
 * in it. Null where the article says nothing.
 */
export function answerText(
  learned: Learned,
  words: AnsweringWords,
  article: Pick<Article, 'title' | 'url' | 'bodyHtml'>,
  question: string,
): string | null {
  const section = sectionFor(learned, article.bodyHtml, question);
  if (!section || section.text.trim() === '') return null;
  return [words.opening, section.text, `${article.title}: ${article.url}`].join('\n\n');
}

/** A sentence for the team about an article that a machine answered from, or would. */
export function noteOf(sentence: string, { title, url }: Pick<AdvisedArticle, 'title' | 'url'>): string {
  return sentence.replace('{title}', () => title).replace('{url}', () => url);
}

/** What a customer's words after an answer come to. Anything but thanks, or the button that says the same, is for a person. */
export function readReply(texts: readonly string[], words: AnsweringWords): 'silent' | 'solved' | 'for_person' {
  if (texts.length === 0) return 'silent';
  const isSolved = (text: string) => text.trim() === words.solved || isAcknowledgement(text);
  return texts.every(isSolved) ? 'solved' : 'for_person';
}
