import type { Conversation } from '../../../../shared/conversation.ts';
import type { Dispute } from '../../../../shared/fix.ts';
import { say } from '../../../../shared/said/said.ts';
import { advice } from '../../gates/advice.ts';
import { doubtfulTokens, identifiersIn, provenIn } from '../../gates/identifiers.ts';
import { plainText } from '../../html/plain.ts';
import type { Writing } from '../../language/writing.ts';
import { words } from '../../text/words.ts';
import { withoutRivals } from './disputed.ts';
import { saidHere } from './elsewhere.ts';
import { type Fact, factsIn } from './facts.ts';
import { withoutInstances } from './instances.ts';
import { rarityOf, vectorOf } from './likeness.ts';
import { saidOnce } from './once.ts';
import { inOrder } from './order.ts';
import { type Said, saidIn } from './reading.ts';
import { clearest, type Dropped, type Worded } from './wording.ts';

/**
 * Conversations that must say a thing, and the share of all that read like it: what fewer say is mostly a rare wording of
 * something else. Origin: development sets.
 */
const MIN_CONVERSATIONS = 2;
const MIN_SHARE = 0.18;

/** What agents know of a subject, each thing once and in the order in which they say it. */
export interface Knowledge {
  told: Worded[];
  /** Things that agents ask every customer for. */
  asked: { thing: string; fact: Fact }[];
  /** What they ask, in their words. */
  questions: string[];
  /** What they say often and an article can't, and why. */
  dropped: Dropped[];
  disputes: Dispute[];
  /** The same in a wording that tells how things are and nothing to do, where there is one. */
  asNote(item: Worded): Worded;
}

/** Reads what agents told customers in conversations of one subject, against what they say in others. Pure. */
export function knowledgeIn(
  { conversations, elsewhere, articles, hosts }: KnowledgeInput,
  writing: Writing,
): Knowledge {
  const said = saidIn(conversations, writing, hosts ? { hosts } : {});
  const others = saidIn(elsewhere, writing, null);
  const rarity = rarityOf([...said, ...others].map((one) => one.words));
  const vector = remembered((one: Said) => vectorOf(one, rarity));
  const isKnown = knownIn([...said, ...others]);
  const customers = new Map(conversations.map((c) => [c.id, askedWords(c)]));
  const isProven = proofFor({ conversations, elsewhere, articles }, [...customers.values()]);
  const word = (fact: Fact, as?: 'note') => clearest(fact, vector, isKnown, isProven, customers, writing, as);
  const least = Math.max(MIN_CONVERSATIONS, MIN_SHARE * conversations.length);
  const facts = factsIn(said, others, conversations.length);
  const [worded, asked]: [Worded[], Knowledge['asked']] = [[], []];
  const dropped: Dropped[] = [];
  const few: Dropped[] = [];
  for (const { fact, isBoilerplate } of saidHere(facts, others, conversations.length, elsewhere.length, vector)) {
    if (isBoilerplate || fact.conversations.size < MIN_CONVERSATIONS) continue;
    if (fact.conversations.size < least) {
      const rare = withoutInstances(fact);
      const best = rare === null || fact.said[0]!.isAsking ? null : word(rare);
      const count = fact.conversations.size;
      if (best && !('why' in best)) few.push({ said: best.said, why: say('left.few', { count }) });
      continue;
    }
    const things = fact.said.flatMap((one) => writing.thingAsked(one.text) ?? []);
    const rule = withoutInstances(fact);
    if (things.length >= fact.said.length / 2) asked.push({ thing: commonest(things), fact });
    else if (rule === null) dropped.push({ said: fact.said[0]!, why: say('left.varies') });
    else {
      const best = word(rule);
      if ('why' in best) dropped.push(best);
      else if (advice(best.text).length > 0) dropped.push({ said: best.said, why: say('left.unfit') });
      else worded.push(best);
    }
  }
  const once = saidOnce(worded, conversations.length, rarity);
  const { kept, rivals, disputes } = withoutRivals(once.kept, conversations);
  return {
    told: inOrder(kept),
    asked: inOrder(asked),
    questions: facts.flatMap(({ said: [first], conversations: where }) =>
      first?.isAsking && where.size >= least ? [first.text] : [],
    ),
    dropped: [...rivals, ...dropped, ...once.again, ...few],
    disputes,
    asNote(item) {
      const note = word(item.fact, 'note');
      return 'why' in note ? item : note;
    },
  };
}

export interface KnowledgeInput {
  conversations: readonly Conversation[];
  elsewhere: readonly Conversation[];
  /** The help center's articles: what they hold is nobody's own. */
  articles: readonly { title: string; bodyHtml: string }[];
  /** The tenant's own hosts: an address at another is no knowledge. */
  hosts?: ReadonlySet<string>;
}

function remembered<K, V>(of: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? of(key);
    known.set(key, value);
    return value;
  };
}

/** Words that two conversations hold: what one alone holds may be misspelt. */
function knownIn(all: readonly Said[]): (word: string) => boolean {
  const where = new Map<string, string>();
  const known = new Set<string>();
  for (const { words: own, conversationId } of all)
    for (const word of own) {
      const before = where.get(word);
      if (before === undefined) where.set(word, conversationId);
      else if (before !== conversationId) known.add(word);
    }
  return (word) => known.has(word);
}

/** Conversations whose customers use a word from which it belongs to what they ask. */
const MIN_ASKING = 2;

/**
 * Whether a wording may stand: its identifiers are proven, and so are words that English doesn't know, or else it speaks of what
 * several customers ask: what agents say in one wording with a strange word and beside the subject is somebody's joke or slip.
 */
function proofFor(
  { conversations, elsewhere, articles }: KnowledgeInput,
  asked: readonly ReadonlySet<string>[],
): (text: string) => boolean {
  const held = heldBy(articles);
  const areIdentifiersProven = provenIn(conversations, held, elsewhere);
  const areWordsProven = provenIn(conversations, held, elsewhere, doubtfulTokens(conversations[0]?.language));
  const isAsked = (word: string) => asked.filter((own) => own.has(word)).length >= MIN_ASKING;
  return (text) => areIdentifiersProven(text) && (areWordsProven(text) || words(text).some((word) => isAsked(word)));
}

/** Whether an article holds a token. Their words are gathered when the first is asked for. */
function heldBy(articles: KnowledgeInput['articles']): (token: string) => boolean {
  let held: Set<string> | null = null;
  return (token) => {
    held ??= new Set(
      articles.flatMap(({ title, bodyHtml }) => {
        const text = `${title}\n${plainText(bodyHtml)}`;
        return [...identifiersIn(text), ...(text.toLowerCase().match(/\p{L}+/gu) ?? [])];
      }),
    );
    return held.has(token);
  };
}

function askedWords(conversation: Conversation): Set<string> {
  return new Set(conversation.turns.filter(({ author }) => author === 'customer').flatMap(({ text }) => words(text)));
}

function commonest(things: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
}
