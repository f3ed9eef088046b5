import { contained } from '../../acts/acts.ts';
import { speakerOf } from '../../acts/features.ts';
import { comparable, framed, swapsIn } from '../../acts/swapped-words.ts';
import { finalVerdicts, nearestPages } from '../../alignment/verdicts.ts';
import { type Value, valuesIn } from '../../claim/values.ts';
import type { Contrast } from '../../coverage/contrast.ts';
import type { Learned, LearnedArticle, Vote } from '../../learned/state.ts';
import type { Reader } from '../../text/reader.ts';
import type { Reading } from '../../text/sentences.ts';

/** Most votes kept of one article: the latest, since older ones say nothing of the product as it is today. */
const MAX_VOTES = 240;

/** Share of a line's content that a sentence must hold to say it as it stands. */
const SAID = 0.8;

/** How a vote names what a line's words say as they stand. */
export const AS_WORDED = 'words';

/** What a conversation's two sides said, as far as votes need it. */
interface Said {
  conversationId: string;
  person: number;
  question: string;
  customerTurns: readonly { text: string }[];
  agentTurns: readonly { text: string; personId?: string | null }[];
}

/** Names a value: what it measures, and how much. */
export const named = ({ dimension, value }: Pick<Value, 'dimension' | 'value'>): string => `${dimension}=${value}`;

/**
 * Keeps what the conversation's agents say of claims of the nearest pages, one vote a claim; answers the articles that were
 * voted on. A value that the customer brought is the customer's own and says nothing of the page.
 */
export function vote(learned: Learned, said: Said, found: Contrast | null, sentencesOf: Reader): LearnedArticle[] {
  const asked = [said.question, ...said.customerTurns.map((turn) => turn.text)];
  const customer = [...new Set(asked.flatMap((part) => part.split('\n')))].join('\n');
  const pages = nearestPages(learned, found);
  const brought = new Set(customer.split('\n').flatMap((line) => valuesIn(line).map(named)));
  const cast = new Map<string, Vote[]>();
  const by = { conversationId: said.conversationId, person: said.person, seen: learned.observed };
  for (const { verdict, turn } of finalVerdicts(learned, pages, said.agentTurns, sentencesOf)) {
    if (!verdict.isSame && brought.has(named(verdict.said))) continue;
    put(cast, verdict.claim.articleId, {
      ...by,
      by: speakerOf(said.agentTurns[turn] ?? {}),
      line: verdict.place.line.key,
      stated: named(verdict.claim),
      said: named(verdict.said),
      text: verdict.said.text,
      words: [],
      worth: verdict.worth,
    });
  }
  const stated = statedBy(said.agentTurns, sentencesOf);
  for (const { article, covers } of pages)
    for (const one of wordVotes(learned, article, stated)) put(cast, article.id, { ...by, ...one, worth: covers });
  for (const [articleId, votes] of cast)
    learned.votes.set(articleId, [...(learned.votes.get(articleId) ?? []), ...votes].slice(-MAX_VOTES));
  return [...cast.keys()].flatMap((id) => learned.articles.get(id) ?? []);
}

/** Takes a conversation's votes back. */
export function takeBackVotes(learned: Learned, conversationId: string): void {
  for (const [articleId, votes] of learned.votes) {
    const kept = votes.filter((one) => one.conversationId !== conversationId);
    if (kept.length === 0) learned.votes.delete(articleId);
    else if (kept.length < votes.length) learned.votes.set(articleId, kept);
  }
}

/** A sentence of an agent that can be compared word by word, and who said it. */
interface Stated {
  by: number;
  text: string;
  words: readonly string[];
  reading: Reading;
}

function statedBy(turns: Said['agentTurns'], sentencesOf: Reader): Stated[] {
  return turns.flatMap((turn) =>
    sentencesOf(turn.text)
      .filter(({ text }) => comparable(text) !== null)
      .map(({ text, reading }) => ({ by: speakerOf(turn), text, words: framed(text), reading })),
  );
}

/** Votes on lines in which other words stand in the place of some: a button renamed, a field asked for in another's place. */
function wordVotes(
  learned: Learned,
  article: LearnedArticle,
  sentences: readonly Stated[],
): Omit<Vote, 'conversationId' | 'person' | 'seen' | 'worth'>[] {
  const found = new Map<number, Omit<Vote, 'conversationId' | 'person' | 'seen' | 'worth'>>();
  const lines = article.lines.filter((line) => line.plain && line.isSentence && line.stems.length > 0);
  for (const { by, text, words, reading } of sentences) {
    const swapped = swapsIn(article.lines, text, words);
    for (const { line, from, to } of swapped)
      found.set(line.key, {
        by,
        line: line.key,
        stated: AS_WORDED,
        said: `${AS_WORDED}=${to.join(' ')}`,
        text,
        words: from,
      });
    if (swapped.length > 0) continue;
    for (const line of lines)
      if (line.stems.every((stem) => reading.stems.includes(stem)) || contained(learned, line, reading) >= SAID)
        found.set(line.key, { by, line: line.key, stated: AS_WORDED, said: AS_WORDED, text: '', words: [] });
  }
  return [...found.values()];
}

function put(cast: Map<string, Vote[]>, articleId: string, one: Vote): void {
  cast.set(articleId, [...(cast.get(articleId) ?? []), one]);
}
