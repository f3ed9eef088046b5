import type { Conversation } from '../../../../shared/conversation.ts';
import { REDACTED } from '../../redact/mark.ts';
import { sentences } from '../../text/sentences.ts';
import { isFunctionWord, tokens } from '../../text/words.ts';

/** Most sentences of customers of one kind in a report. */
const MAX_SEEN = 5;

/** Distinct people who must have written a name or number before it stays: what fewer wrote may be about one of them. */
const MIN_PEOPLE = 3;

/** What customers expected, by the words for it; and what they did when it happened. English, as defects are told in English alone. */
const EXPECTING = /\b(?:should(?:n['’]t)? (?!be able to help)|supposed to|expect(?:ed|ing)?\b|used to)/i;
const DOING =
  /\b(?:when(?:ever)?|after|as soon as|every time|each time|once|if) (?:i|we)\b|^(?:i|we) (?:then )?(?:open|click|tap|press|select|choose|enter|type|upload|save|try|start|log)\p{L}*\b/iu;

/** Customers' sentences by what they tell, each without what is one customer's alone. */
interface CustomersWords {
  happens: string[];
  expected: string[];
  steps: string[];
}

/** What customers tell of a defect in words that others of them share, the most shared first; steps in the order of telling. */
export function customersWords(conversations: readonly Conversation[]): CustomersWords {
  const shared = sharedWords(conversations);
  const known = new Set([...shared, ...plainWords(conversations)]);
  const found: { text: string; score: number; place: number; kind: keyof CustomersWords }[] = [];
  for (const { turns } of conversations) {
    const own = turns.filter(({ author }) => author === 'customer').flatMap(({ text }) => sentences(text));
    const told = own.flatMap(({ text }, place) => {
      const kind = EXPECTING.test(text) ? 'expected' : DOING.test(text) ? 'steps' : 'happens';
      const parts = runsOf(unnamed(text, known)).map((part) => ({ text: part, score: sharedIn(part, shared) }));
      const best = parts.sort((a, b) => b.score - a.score)[0];
      return best && best.score > 1 ? [{ ...best, place, kind: kind as keyof CustomersWords }] : [];
    });
    for (const kind of ['happens', 'expected', 'steps'] as const) {
      const best = told.filter((one) => one.kind === kind).sort((a, b) => b.score - a.score)[0];
      if (best) found.push(best);
    }
  }
  const most = (kind: keyof CustomersWords): string[] =>
    distinct(found.filter((one) => one.kind === kind).sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1)));
  return { happens: most('happens'), expected: most('expected'), steps: most('steps') };
}

/** Sentences that hold a word that none before them holds. */
function distinct(found: readonly { text: string }[]): string[] {
  const kept: string[] = [];
  const said = new Set<string>();
  for (const { text } of found) {
    const own = tokens(text).filter((token) => !isFunctionWord(token));
    if (kept.length < MAX_SEEN && own.filter((token) => !said.has(token)).length * 2 >= own.length) kept.push(text);
    for (const token of own) said.add(token);
  }
  return kept;
}

/** Words that at least MIN_PEOPLE organizations' customers wrote. */
function sharedWords(conversations: readonly Conversation[]): Set<string> {
  const by = new Map<string, Set<string>>();
  for (const { organizationId, requesterId, turns } of conversations)
    for (const turn of turns) {
      if (turn.author !== 'customer') continue;
      for (const token of tokens(turn.text))
        by.set(token, (by.get(token) ?? new Set()).add(organizationId ?? requesterId));
    }
  return new Set([...by].filter(([, who]) => who.size >= MIN_PEOPLE).map(([token]) => token));
}

/** Words that somebody writes in small letters: no names, also where they begin a sentence. */
function plainWords(conversations: readonly Conversation[]): string[] {
  const written = conversations.flatMap((c) =>
    c.turns.flatMap((t) => t.text.match(/(?<=\s)\p{Ll}+(?=[\s.,;:!?])/gu) ?? []),
  );
  return [...new Set(written)];
}

function sharedIn(text: string, shared: ReadonlySet<string>): number {
  return new Set(tokens(text).filter((token) => !isFunctionWord(token) && shared.has(token))).size;
}

/** The words between what was taken out of a sentence: a report quotes no gaps. */
function runsOf(text: string): string[] {
  return text.split(REDACTED).flatMap((run) => run.replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '') || []);
}

/** The sentence with names and numbers as `…`, but for those that are known to be none or that many wrote. */
function unnamed(text: string, known: ReadonlySet<string>): string {
  return text
    .split(/\s+/)
    .map((word) => {
      const isPlain = !/[\p{Lu}\d@]/u.test(word);
      return isPlain || tokens(word).every((t) => isFunctionWord(t) || known.has(t)) ? word : REDACTED;
    })
    .join(' ')
    .replace(/…(?:\s…)+/gu, '…');
}
