import type { Conversation } from '../../../shared/conversation.ts';
import type { Quote } from '../../../shared/fix.ts';
import { isFit, isTainted } from '../gates/fit.ts';
import { doubtfulTokens, identifiersIn, provenIn } from '../gates/identifiers.ts';
import type { Learned, Wording } from '../learned/state.ts';
import { hasRedactionMark } from '../redact/mark.ts';
import { asSentence } from '../text/as-sentence.ts';
import { isCourtesy, masked, namesIn, reading, type Sentence, sentences, wordingOf } from '../text/sentences.ts';
import { matchAct } from './acts.ts';

/** Distinct conversations in which a value must be the same before a statement may hold it. */
const CONSTANT_IN = 3;

/**
 * Shares of an act's conversations, or of all that are read, that must hold a name before it is one of the product's (a
 * button, a menu) and stands: what varies with the customer is in fewer. Stated.
 */
const STEADY = 0.8;
const EVERYWHERE = 0.5;

/** Share of the commonest wording's people from which another wording is common too. */
const COMMON = 0.5;

/** What ends a sentence as agents write it. */
const ENDS = '.?!:…';

/** One agent's sentence in which an act was said. */
export interface Saying {
  quote: Quote;
  masked: string;
  /** Names in it that agents say in at least half of the conversations. */
  names: readonly string[];
  /** Its place among the sentences of its conversation that an article may say. */
  place: number;
}

/** A saying, wherever it was said. */
type Worded = Pick<Saying, 'quote' | 'masked'> & Partial<Pick<Saying, 'names'>>;

/** A sentence of an article made of agents' own words, with the sayings that prove it. */
export interface Statement {
  text: string;
  evidence: Quote[];
}

/**
 * What agents said in these conversations that an article may say, by act, in order of the conversations. Of addresses
 * only those at `hosts` may stand, of identifiers those that an article holds or that many customers were told.
 */
export function sayings(
  learned: Learned,
  conversations: readonly Conversation[],
  hosts?: ReadonlySet<string>,
): Map<number, Saying[]> {
  const found = new Map<number, Saying[]>();
  const common = commonNames(conversations);
  const isProven = provenIn(conversations, heldBy(learned), [], doubtfulTokens(conversations[0]?.language));
  for (const conversation of conversations) {
    let place = 0;
    for (const turn of conversation.turns) {
      if (turn.author !== 'agent' || isTainted(turn.text)) continue;
      for (const sentence of sentences(turn.text)) {
        const read = reading(sentence.text);
        if (read.stems.length === 0 || isCourtesy(read)) continue;
        const act = matchAct(learned, read);
        if (!act || !isFit(sentence.text, hosts) || !isProven(sentence.text)) continue;
        const names = namesIn(sentence.text).filter((name) => common.has(name));
        const quote = quoteOf(conversation.id, turn.id, sentence);
        const saying = { quote, masked: masked(sentence.text), names, place };
        place += 1;
        const known = found.get(act.id);
        if (known) known.push(saying);
        else found.set(act.id, [saying]);
      }
    }
  }
  return found;
}

/** Whether some article holds an identifier. Its words are gathered when the first is asked for. */
function heldBy({ articles }: Learned): (identifier: string) => boolean {
  let held: Set<string> | null = null;
  return (identifier) => {
    held ??= new Set(
      [...articles.values()].flatMap(({ title, lines }) => [
        ...identifiersIn(title),
        ...lines.flatMap((line) => [
          ...line.surfaces,
          ...line.numbers,
          ...identifiersIn(line.text ?? line.plain ?? ''),
        ]),
      ]),
    );
    return held.has(identifier);
  };
}

function quoteOf(conversationId: string, turnId: string, sentence: Sentence): Quote {
  return { conversationId, turnId, quote: sentence.text };
}

/**
 * The longest of an act's common wordings in which nothing varies with the customer, with up to `most` quotes; null where
 * every one holds a value or name that does: what has to be left out can't be told to anybody.
 */
export function statementOf(known: readonly Wording[], said: readonly Worded[], most: number): Statement | null {
  const wordings = new Map<number, Worded[]>();
  for (const saying of said) {
    const key = wordingOf(saying.masked);
    const same = wordings.get(key);
    if (same) same.push(saying);
    else wordings.set(key, [saying]);
  }
  const people = (list: Worded[]): number => new Set(list.map((s) => s.quote.conversationId)).size;
  const met = (key: number, list: Worded[]): number =>
    Math.max(people(list), known.find((w) => w.key === key)?.met ?? 0);
  const top = Math.max(0, ...[...wordings].map(([key, list]) => met(key, list)));
  const common = [...wordings].filter(([key, list]) => met(key, list) >= COMMON * top);
  const longest = (list: Worded[]): number => list[0]?.masked.length ?? 0;
  const steady = steadyNames(said);
  const whole = common
    .sort((a, b) => longest(b[1]) - longest(a[1]) || a[0] - b[0])
    .map(([, list]) => ({
      best: list,
      text: asSentence(constantOf(list) ?? masked(list[0]?.quote.quote ?? '', steady), ENDS),
    }))
    .find(({ best, text }) => best.length > 0 && !hasRedactionMark(text));
  if (!whole) return null;
  const { best, text } = whole;
  const evidence: Quote[] = [];
  for (const s of best) {
    if (evidence.length >= most) break;
    if (!evidence.some((q) => q.conversationId === s.quote.conversationId)) evidence.push(s.quote);
  }
  return { text, evidence };
}

/** What was said in exactly these words in at least CONSTANT_IN conversations and otherwise in none. */
function constantOf(list: readonly Worded[]): string | null {
  const texts = new Set(list.map((s) => s.quote.quote.replace(/\s+/g, ' ').trim()));
  const [text = null] = texts;
  const conversations = new Set(list.map((s) => s.quote.conversationId));
  return texts.size === 1 && conversations.size >= CONSTANT_IN ? text : null;
}

/** Names that nearly every conversation says the same thing with, whatever its wording, and those that are common everywhere. */
function steadyNames(said: readonly Worded[]): Set<string> {
  const own = said.map(({ quote }) => ({ id: quote.conversationId, names: namesIn(quote.quote) }));
  const steady = heldIn(own, STEADY);
  for (const { names = [] } of said) for (const name of names) steady.add(name);
  return steady;
}

function commonNames(conversations: readonly Conversation[]): Set<string> {
  const said = conversations.map(({ id, turns }) => {
    const agents = turns.filter((turn) => turn.author === 'agent' && !isTainted(turn.text));
    return { id, names: agents.flatMap((turn) => sentences(turn.text).flatMap(({ text }) => namesIn(text))) };
  });
  return heldIn(said, EVERYWHERE);
}

/** Names that at least CONSTANT_IN conversations hold, and this share of all. */
function heldIn(said: readonly { id: string; names: readonly string[] }[], share: number): Set<string> {
  const held = new Map<string, Set<string>>();
  for (const { id, names } of said) for (const name of names) held.set(name, (held.get(name) ?? new Set()).add(id));
  const least = Math.max(CONSTANT_IN, share * new Set(said.map(({ id }) => id)).size);
  return new Set([...held].filter(([, where]) => where.size >= least).map(([name]) => name));
}
