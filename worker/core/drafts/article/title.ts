import type { Conversation } from '../../../../shared/conversation.ts';
import { plainText } from '../../html/plain.ts';
import type { Writing } from '../../language/writing.ts';
import { isFunctionWord, stem, tokens, words } from '../../text/words.ts';
import type { Manner } from './manner.ts';

/** Words of a title, and its words of content. */
const MOST_WORDS = 8;
const FEWEST_CONTENT = 2;
const MOST_CONTENT = 5;

/** Customers whose words a title may use, and the share of conversations that must know each of them. */
const MIN_CUSTOMERS = 3;
const MIN_SHARE = 0.2;

/** What a task counts more than a thing, and a phrase that stands at the end of what is wanted more than one cut short. */
const TASK = 1.6;
const WHOLE = 1.2;

/** What a phrase counts that only answers what agents ask: no name of what customers want. */
const ANSWER = 0.3;

/** Share of the best title's worth from which the one that stands already stays. */
const STABLE = 0.6;

/** What a word of grammar counts of a title's length. */
const GRAMMAR = 0.25;

/** Share of a word's places amid sentences of agents and articles in which it has a capital, from which it is written so. */
const CAPITAL = 0.6;

/** A name of what customers ask: as a title, and amid a sentence. */
export interface Title {
  text: string;
  name: string;
  isTask: boolean;
}

interface Phrase {
  words: string[];
  isTask: boolean;
  isWhole: boolean;
  where: Set<string>;
}

/**
 * A name for what customers ask, in words that at least three of them and agents or articles use: the task that they want done
 * ("transfer a site to another account"), else the thing that it is about; never the title of another article. Null where
 * customers share no two words. What agents ask for (`asked`) is hardly one. A title that stands already stays while it is nearly as good: titles are stable.
 */
export function titleFor(
  conversations: readonly Conversation[],
  elsewhere: readonly Conversation[],
  articles: readonly { title: string; bodyHtml: string }[],
  manner: Manner,
  writing: Writing,
  asked: readonly string[] = [],
  standing?: string,
): Title | null {
  const [askers, told] = [
    conversations.map((c) => wordsBy(c, 'customer')),
    conversations.map((c) => wordsBy(c, 'agent')),
  ];
  const others = elsewhere.map((c) => new Set([...wordsBy(c, 'customer'), ...wordsBy(c, 'agent')]));
  const share = (sets: readonly ReadonlySet<string>[], word: string): number =>
    sets.filter((set) => set.has(word)).length / Math.max(1, sets.length);
  const worth = new Map<string, number>();
  const worthOf = (word: string): number => {
    const known = worth.get(word);
    if (known !== undefined) return known;
    const customers = askers.filter((set) => set.has(word)).length;
    const both = askers.filter((set, i) => set.has(word) || told[i]!.has(word)).length / Math.max(1, askers.length);
    const lift = Math.log((both + 0.02) / (share(others, word) + 0.02));
    const value =
      customers < Math.min(MIN_CUSTOMERS, conversations.length) || both < MIN_SHARE
        ? -1
        : (share(askers, word) + 0.5 * share(told, word)) * Math.max(0.1, lift);
    worth.set(word, value);
    return value;
  };
  const wanted = new Set(asked.flatMap(words));
  const taken = new Set(articles.map(({ title }) => keyOf(title)));
  const tried: { phrase: Phrase; score: number; text: string }[] = [];
  for (const [text, phrase] of phrasesOf(conversations, writing)) {
    const content = [...new Set(phrase.words.filter((w) => !isFunctionWord(w)).map(stem))];
    if (content.length < FEWEST_CONTENT || content.length > MOST_CONTENT || taken.has(keyOf(text))) continue;
    const values = content.map(worthOf);
    if (values.some((value) => value < 0)) continue;
    const score =
      (values.reduce((sum, value) => sum + value, 0) /
        Math.sqrt(content.length + GRAMMAR * (phrase.words.length - content.length))) *
      (1 + Math.log(phrase.where.size)) *
      (phrase.isTask ? TASK : content.every((word) => wanted.has(word)) ? ANSWER : 1) *
      (phrase.isWhole ? WHOLE : 1);
    tried.push({ phrase, score, text });
  }
  tried.sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
  const [best] = tried;
  if (best === undefined) return null;
  const kept = standing === undefined ? undefined : tried.find(({ text }) => keyOf(text) === keyOf(standing));
  const chosen = kept && kept.score >= STABLE * best.score ? kept : best;
  const { isTask } = chosen.phrase;
  const name = asWritten(chosen.text, [
    ...conversations.flatMap(({ turns }) => turns.filter(({ author }) => author === 'agent').map(({ text }) => text)),
    ...articles.map(({ title, bodyHtml }) => `${title}. ${plainText(bodyHtml)}`),
  ]);
  const text = isTask && manner.titles !== 'imperative' ? writing.howTo(name) : name;
  return { text: text.charAt(0).toUpperCase() + text.slice(1), name, isTask };
}

/** The phrase with each word written as agents and articles write it amid their sentences. */
function asWritten(phrase: string, texts: readonly string[]): string {
  const wanted = new Set(phrase.split(' '));
  const forms = new Map<string, Map<string, number>>();
  for (const text of texts)
    for (const { 0: form } of text.matchAll(/(?<=[\p{L}\p{N},;:'’]\s)[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)) {
      const word = form.toLowerCase();
      if (!wanted.has(word)) continue;
      const own = forms.get(word) ?? new Map<string, number>();
      forms.set(word, own.set(form, (own.get(form) ?? 0) + 1));
    }
  return phrase
    .split(' ')
    .map((word) => {
      const own = [...(forms.get(word) ?? [])].sort((a, b) => b[1] - a[1]);
      const all = own.reduce((sum, [, n]) => sum + n, 0);
      return own[0] && own[0][1] >= CAPITAL * all ? own[0][0] : word;
    })
    .join(' ');
}

/** Every phrase of a customer that could be a name, as the help center says it to him. */
function phrasesOf(conversations: readonly Conversation[], writing: Writing): Map<string, Phrase> {
  const found = new Map<string, Phrase>();
  const add = (text: string, isTask: boolean, isWhole: boolean, id: string): void => {
    const own = text.split(' ');
    const known = found.get(text) ?? { words: tokens(text), isTask, isWhole, where: new Set<string>() };
    known.where.add(id);
    known.isTask ||= isTask;
    known.isWhole ||= isWhole;
    if (own.length >= 2) found.set(text, known);
  };
  for (const { id, subject, turns } of conversations) {
    const texts = turns.filter(({ author }) => author === 'customer').map(({ text }) => text);
    for (const clause of [subject, ...texts.slice(0, 3)].flatMap(clausesOf)) {
      for (const form of writing.wanting) {
        const wanted = form.exec(clause)?.[1];
        if (wanted === undefined) continue;
        const said = toCustomer(wanted, writing);
        if (writing.loose.has(said[0] ?? '')) continue;
        for (let to = 2; to <= Math.min(MOST_WORDS, said.length); to++)
          if (isEnd(said, to, writing)) add(said.slice(0, to).join(' '), true, to === said.length, id);
      }
      const said = toCustomer(clause, writing);
      for (let from = 0; from < said.length; from++)
        for (let to = from + 2; to <= Math.min(from + MOST_WORDS, said.length); to++)
          if (!isLoose(said[from]!, writing) && isEnd(said, to, writing) && !isClause(said.slice(from, to), writing))
            add(said.slice(from, to).join(' '), false, from === 0 && to === said.length, id);
    }
  }
  return found;
}

/** A clause is looked for names this far: what goes on longer without a mark is pasted and names nothing behind. Own choice. */
const MAX_CLAUSE_CHARS = 400;

const clausesOf = (text: string): string[] =>
  text
    .split(/[.?!,;:()"“”\n…]+|\s[-–]\s/u)
    .map((clause) => clause.slice(0, MAX_CLAUSE_CHARS).replace(/\s+/g, ' ').trim().toLowerCase())
    .filter((clause) => clause !== '');

const toCustomer = (text: string, writing: Writing): string[] =>
  writing.toCustomer
    .reduce((said, [own, yours]) => said.replace(own, yours), text)
    .split(' ')
    .filter((word) => word !== '');

/** Whether a name may end before `to`: not with a word of grammar, and not with a verb, after which a noun would come. */
const isEnd = (said: readonly string[], to: number, writing: Writing): boolean =>
  !isLoose(said[to - 1]!, writing) && !writing.determining.has(said[to] ?? '');

/** Whether words tell something and name nothing: a verb stands among them, since a noun comes after it ("export contain the data"). */
const isClause = (said: readonly string[], writing: Writing): boolean =>
  said.some((word, i) => i > 1 && writing.determining.has(word) && !isLoose(said[i - 1]!, writing));

const isLoose = (word: string, writing: Writing): boolean => writing.loose.has(word) || !/^[\p{L}\p{N}]/u.test(word);

function wordsBy(conversation: Conversation, author: 'customer' | 'agent'): Set<string> {
  const subject = author === 'customer' ? [conversation.subject] : [];
  return new Set(
    [...subject, ...conversation.turns.filter((turn) => turn.author === author).map(({ text }) => text)].flatMap(words),
  );
}

const keyOf = (title: string): string => [...new Set(words(title))].sort().join(' ');
