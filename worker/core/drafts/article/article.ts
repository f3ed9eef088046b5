import type { Conversation } from '../../../../shared/conversation.ts';
import type { Dispute, Quote } from '../../../../shared/fix.ts';
import type { Writing } from '../../language/writing.ts';
import { writingOf } from '../../language/writing-of.ts';
import { words } from '../../text/words.ts';
import { withoutRivals } from './disputed.ts';
import { saidHere } from './elsewhere.ts';
import { type Fact, factsIn } from './facts.ts';
import { withoutInstances } from './instances.ts';
import { rarityOf, type Vector, vectorOf } from './likeness.ts';
import { mannerOf } from './manner.ts';
import { saidOnce } from './once.ts';
import { inOrder } from './order.ts';
import { type Said, saidIn } from './reading.ts';
import { bodyOf, type Parts } from './shape.ts';
import { titleFor } from './title.ts';
import { waysIn } from './ways.ts';
import { clearest, namesIn, type Worded } from './wording.ts';

/** Conversations that must say a thing, and the share of all that read like it. Origin: the study of extraction. */
const MIN_CONVERSATIONS = 2;
const MIN_SHARE = 0.08;

/** Witnesses a sentence cites. */
const WITNESSES = 2;

export interface ArticleInput {
  /** Those that the article would have answered. */
  conversations: readonly Conversation[];
  /** Some of the others. */
  elsewhere: readonly Conversation[];
  /** The help center's articles in that language. */
  articles: readonly { title: string; bodyHtml: string }[];
  language: string;
  /** The tenant's own hosts: an address at another is in no draft. */
  hosts?: ReadonlySet<string>;
  /** The title of an earlier draft. */
  title?: string;
}

/** An article made of agents' sentences; `dropped` is what agents said often and it does not say, and why. */
export interface Article {
  title: string;
  bodyHtml: string;
  evidence: Quote[];
  dropped: { text: string; why: string }[];
  /** What agents disagree on. */
  disputes: Dispute[];
}

/**
 * The article that agents' answers make: each thing they say once, in the clearest of their wordings that stands alone, steps
 * in order. Null in a language without a folder, and where nothing is left. Pure.
 */
export function writeArticle(input: ArticleInput): Article | null {
  const writing = writingOf(input.language);
  if (!writing) return null;
  const { conversations, elsewhere, articles, hosts } = input;
  const said = saidIn(conversations, writing, hosts ? { hosts } : {});
  const others = saidIn(elsewhere, writing, null);
  const rarity = rarityOf([...said, ...others].map((one) => one.words));
  const vectors = new Map<Said, Vector>();
  const vector = (one: Said): Vector => {
    const known = vectors.get(one) ?? vectorOf(one, rarity);
    vectors.set(one, known);
    return known;
  };
  const facts = factsIn(said, others, conversations.length);
  const least = Math.max(MIN_CONVERSATIONS, MIN_SHARE * conversations.length);
  const asked = new Map(conversations.map((c) => [c.id, askedWords(c)]));
  const isKnown = knownIn([...said, ...others]);
  const worded: Worded[] = [];
  const dropped: Article['dropped'] = [];
  const askedFor: { thing: string; fact: Fact }[] = [];
  for (const { fact, isBoilerplate } of saidHere(facts, others, conversations.length, elsewhere.length, vector)) {
    if (isBoilerplate || fact.conversations.size < least) continue;
    const things = fact.said.flatMap((one) => writing.thingAsked(one.text) ?? []);
    if (things.length >= fact.said.length / 2) {
      askedFor.push({ thing: commonest(things), fact });
      continue;
    }
    const rule = withoutInstances(fact);
    if (rule === null) {
      dropped.push({ text: fact.said[0]!.text, why: 'it varies with the customer' });
      continue;
    }
    const best = clearest(rule, vector, isKnown, asked, writing);
    if ('why' in best) dropped.push(best);
    else worded.push(best);
  }
  const manner = mannerOf(articles);
  const once = saidOnce(worded, rarity);
  dropped.push(...once.again);
  const settled = withoutRivals(once.kept, conversations);
  dropped.push(...settled.rivals);
  const ordered = inOrder(settled.kept);
  const title = titleFor(conversations, elsewhere, articles, manner, writing, input.title);
  if (!title || ordered.length + askedFor.length === 0) return null;
  const { ways, notes } = waysIn(ordered, conversations.length, writing);
  const shown = ways.flatMap((way, i) => {
    const heading = i === 0 ? null : nameOf(way.steps, writing);
    return way.steps.length > 1 && (i === 0 || heading !== null) ? [{ heading, ...way }] : [];
  });
  const stepped = new Set(shown.flatMap(({ facts }) => facts));
  const asNote = (item: Worded): Worded => {
    const note = notes.includes(item) ? clearest(item.fact, vector, isKnown, asked, writing, 'note') : item;
    return 'why' in note ? item : note;
  };
  const loose = ordered.filter((item) => !stepped.has(item)).map(asNote);
  const parts: Parts = {
    lead: title.isTask || !writing.verb.test(title.name) ? writing.lead(title.name, title.isTask) : null,
    ready: inOrder(askedFor).map(({ thing }) => thing),
    ways: shown,
    notes: loose.map(({ text }) => text),
  };
  const names = new Set(said.flatMap((one) => namesIn(one.text)).filter((name) => manner.bold.has(name.toLowerCase())));
  return {
    title: title.text,
    bodyHtml: bodyOf(parts, names, manner, writing),
    evidence: [...stepped, ...loose, ...askedFor].flatMap((one) =>
      witnesses(one.fact, 'said' in one ? one.said : null),
    ),
    dropped,
    disputes: settled.disputes,
  };
}

/** What a way does, by what is pressed last in it ("Click Change Password"); null where nothing has a name. */
function nameOf(steps: readonly string[], writing: Writing): string | null {
  const last = steps.at(-1)!;
  const named = namesIn(last).at(-1);
  return named?.includes(' ') && writing.pressing.has(firstWordOf(last)) ? named : null;
}

const firstWordOf = (text: string): string => text.split(' ', 1)[0]!.toLowerCase();

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

function witnesses(fact: Fact, first: Said | null): Quote[] {
  const found: Quote[] = [];
  for (const { conversationId, turnId, quote } of [...(first ? [first] : []), ...fact.said])
    if (found.length < WITNESSES && !found.some((q) => q.conversationId === conversationId))
      found.push({ conversationId, turnId, quote });
  return found;
}

function askedWords(conversation: Conversation): Set<string> {
  return new Set(conversation.turns.filter(({ author }) => author === 'customer').flatMap(({ text }) => words(text)));
}

function commonest(things: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
}
