import type { Conversation } from '../../../../shared/conversation.ts';
import type { Dispute, Quote, Unsaid } from '../../../../shared/fix.ts';
import { grounding } from '../../gates/grounding.ts';
import type { Writing } from '../../language/writing.ts';
import { writingOf } from '../../language/writing-of.ts';
import { escapeText } from '../../text/escape.ts';
import type { Fact } from './facts.ts';
import { knowledgeIn } from './knowledge.ts';
import { mannerOf } from './manner.ts';
import type { Said } from './reading.ts';
import { bodyOf } from './shape.ts';
import { titleFor } from './title.ts';
import { waysIn } from './ways.ts';
import { type Dropped, namesIn } from './wording.ts';

/** Sentences left out that a person is shown. */
const MAX_UNSAID = 12;

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

/** An article made of agents' sentences. */
export interface Article {
  title: string;
  bodyHtml: string;
  evidence: Quote[];
  /** What agents said often and it does not say. */
  unsaid: Unsaid[];
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
  const { conversations, elsewhere, articles } = input;
  const { told, asked, questions, asNote, dropped, disputes } = knowledgeIn(input, writing);
  const manner = mannerOf(articles);
  const title = titleFor(conversations, elsewhere, articles, manner, writing, questions, input.title);
  if (!title || told.length + asked.length === 0) return null;
  const { ways, notes } = waysIn(told, conversations.length, writing);
  const shown = ways.flatMap((way, i) => {
    const heading = i === 0 ? null : nameOf(way.steps, writing);
    return way.steps.length > 1 && (i === 0 || heading !== null) ? [{ heading, ...way }] : [];
  });
  const stepped = new Set(shown.flatMap(({ facts }) => facts));
  const loose = told.flatMap((item) => (stepped.has(item) ? [] : [notes.includes(item) ? asNote(item) : item]));
  const evidence = [
    ...[...stepped, ...loose].flatMap(({ fact, said }) => witnesses(fact, said)),
    ...asked.flatMap(({ fact }) => witnesses(fact, null)),
  ];
  const lead = title.isTask || !writing.verb.test(title.name) ? writing.lead(title.name, title.isTask) : null;
  const isLed = lead !== null && grounding(null, `<p>${escapeText(lead)}</p>`, evidence).length === 0;
  const written = evidence.flatMap(({ quote }) => namesIn(quote));
  const names = new Set(written.filter((name) => manner.bold.has(name.toLowerCase())));
  const parts = {
    lead: isLed ? lead : null,
    ready: asked.map(({ thing }) => thing),
    ways: shown,
    notes: loose.map(({ text }) => text),
  };
  return {
    title: title.text,
    bodyHtml: bodyOf(parts, names, manner, writing),
    evidence,
    unsaid: unsaidOf(dropped, conversations),
    disputes,
  };
}

/** Where the sentences that were dropped stand; what its turn doesn't hold word by word can't be shown. */
function unsaidOf(dropped: readonly Dropped[], conversations: readonly Conversation[]): Unsaid[] {
  const turns = new Map(
    conversations.flatMap((c) => c.turns.map((turn) => [`${c.id}/${turn.id}`, turn.text] as const)),
  );
  return dropped
    .flatMap(({ said: { conversationId, turnId, quote }, why }) => {
      const start = turns.get(`${conversationId}/${turnId}`)?.indexOf(quote) ?? -1;
      return start < 0 ? [] : [{ conversationId, turnId, start, end: start + quote.length, why }];
    })
    .slice(0, MAX_UNSAID);
}

/** What a way does, by what is pressed last in it ("Click Change Password"); null where nothing has a name. */
function nameOf(steps: readonly string[], writing: Writing): string | null {
  const last = steps.at(-1)!;
  const named = namesIn(last).at(-1);
  return named?.includes(' ') && writing.pressing.has(firstWordOf(last)) ? named : null;
}

const firstWordOf = (text: string): string => text.split(' ', 1)[0]!.toLowerCase();

function witnesses(fact: Fact, first: Said | null): Quote[] {
  const found: Quote[] = [];
  for (const { conversationId, turnId, quote } of [...(first ? [first] : []), ...fact.said])
    if (found.length < WITNESSES && !found.some((q) => q.conversationId === conversationId))
      found.push({ conversationId, turnId, quote });
  return found;
}
