import type { Heard } from '../learned/pages.ts';
import type { Learned } from '../learned/state.ts';
import { createReader, type Reader } from '../text/reader.ts';
import { isCourtesy } from '../text/sentences.ts';
import type { Counted } from './contrast.ts';
import { wordName } from './page-index.ts';

/** Most distinct words of a conversation that count; a pasted log says no more with thousands. */
const MAX_WORDS = 240;

/** What a number counts for (its weight is the root): it says which, and seldom what about. Origin: known study, half. */
const NUMBER_TIMES = 0.25;

/** Conversations after which a wording can be told to be boilerplate, and pages from which on it is nothing else. Origin: known study. */
const KNOWN_AFTER = 3;
const EVERYWHERE = 5;

/** Wordings remembered, of which those met once go first. Bounds the state to about 1 MB. */
const MAX_HEARD = 10_000;

/** Weight under which a sentence says nothing of its own; words that a statement holds at least. */
const TELLING = 0.5;
const STATEMENT_WORDS = 4;

/** What of a conversation is compared with pages: its words, and what of it agents really state. */
export interface Spoken extends Counted {
  statements: number;
  /** Every wording said, for `hear`. */
  wordings: number[];
}

/** The words of both sides of a conversation, boilerplate as far as it is known left out, no sentence of one side twice. */
export function spokenWords(
  learned: Learned,
  customer: readonly string[],
  agents: readonly string[],
  sentencesOf: Reader = createReader(),
): Spoken {
  const times = new Map<number, number>();
  const wordings = new Set<number>();
  let statements = 0;
  const add = (texts: readonly string[], isAgent: boolean) => {
    const said = new Set<string>();
    for (const line of texts.flatMap((text) => text.split('\n')))
      for (const { text, reading: read, words: stems } of sentencesOf(line)) {
        if (said.has(text)) continue;
        said.add(text);
        wordings.add(read.wording);
        const weight = ownWeight(learned, read.wording);
        if (isAgent && weight >= TELLING && !read.isQuestion && !isCourtesy(read) && stems.length >= STATEMENT_WORDS)
          statements++;
        if (weight <= 0) continue;
        for (const stem of stems) {
          const word = wordName(stem);
          if (!times.has(word) && times.size >= MAX_WORDS) continue;
          times.set(word, (times.get(word) ?? 0) + weight * (/^\p{N}/u.test(stem) ? NUMBER_TIMES : 1));
        }
      }
  };
  add(customer, false);
  add(agents, true);
  return { words: [...times.keys()], times: [...times.values()], statements, wordings: [...wordings] };
}

/** Whether a wording is about the matter at hand, as far as is known. */
export function isOwn(learned: Learned, wording: number): boolean {
  return ownWeight(learned, wording) >= TELLING;
}

/** How much a wording is about the matter, 0 to 1: less with each further page that conversations with it were nearest to. */
function ownWeight(learned: Learned, wording: number): number {
  const heard = learned.heard.get(wording);
  if (!heard || heard.met < KNOWN_AFTER) return 1;
  return Math.max(0, 1 - (heard.pages.length - 1) / (EVERYWHERE - 1));
}

/** Remembers that these wordings were said in a conversation nearest to this page (null: to none). */
export function hear(learned: Learned, wordings: readonly number[], page: number | null): void {
  for (const wording of wordings) {
    const heard: Heard = learned.heard.get(wording) ?? { met: 0, pages: [] };
    heard.met++;
    if (page !== null && heard.pages.length < EVERYWHERE && !heard.pages.includes(page)) heard.pages.push(page);
    learned.heard.set(wording, heard);
  }
  if (learned.heard.size <= MAX_HEARD) return;
  for (const [wording, { met }] of learned.heard) {
    if (learned.heard.size <= 0.9 * MAX_HEARD) break;
    if (met === 1) learned.heard.delete(wording);
  }
  for (const wording of learned.heard.keys()) {
    if (learned.heard.size <= MAX_HEARD) break;
    learned.heard.delete(wording);
  }
}
