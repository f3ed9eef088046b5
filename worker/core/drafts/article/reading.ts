import type { Conversation } from '../../../../shared/conversation.ts';
import type { Quote } from '../../../../shared/fix.ts';
import { isFit, isTainted } from '../../gates/fit.ts';
import type { Writing } from '../../language/writing.ts';
import { words } from '../../text/words.ts';
import { splitAtKnown, splitSentences } from './splitting.ts';

/** Conversations of an issue that are read for one draft; more add nothing that several people said. Bounds the read to about 1 MB. */
export const EVIDENCE_READ = 40;

/** Conversations of other issues that tell what agents say everywhere. */
export const OTHERS_READ = 60;

/** Content words and figures that a sentence needs to say something. Stated: "Good question." has two. */
const MIN_WORDS = 2;

/** One sentence of an agent: `text` without salutation and list mark, `quote` as it stands in the turn. */
export interface Said extends Quote {
  text: string;
  /** Stems of its content words, in order. */
  words: string[];
  /** The figures in it, sorted. */
  figures: string;
  /** Its place among the sentences of its conversation. */
  place: number;
  /** Whether it asks the customer for something. */
  isAsking: boolean;
}

interface Spoken {
  conversationId: string;
  turnId: string;
  turn: string;
  parts: { quote: string; text: string }[];
}

/** What decides which sentences may stand in a draft; null where they are only counted. */
export type MayStand = { hosts?: ReadonlySet<string> } | null;

/**
 * What agents said in conversations, sentence by sentence; what one took back later is left out, and what may not stand.
 * A sentence that ends or begins with one that somebody said by itself is two.
 */
export function saidIn(conversations: readonly Conversation[], writing: Writing, mayStand: MayStand): Said[] {
  const spoken = conversations.flatMap((c) => spokenIn(c, writing, mayStand));
  const split = splitAtKnown(
    spoken.flatMap(({ parts }) => parts.map(({ text }) => text)),
    writing,
  );
  return [...Map.groupBy(spoken, ({ conversationId }) => conversationId).values()].flatMap((turns) =>
    saidBy(turns, split, writing, mayStand),
  );
}

function spokenIn({ id, turns }: Conversation, writing: Writing, mayStand: MayStand): Spoken[] {
  return turns
    .filter(({ author, text }) => author === 'agent' && (mayStand === null || !isTainted(text)))
    .map((turn) => ({
      conversationId: id,
      turnId: turn.id,
      turn: turn.text,
      parts: splitSentences(turn.text, writing),
    }));
}

function saidBy(
  turns: readonly Spoken[],
  split: (text: string) => string[],
  writing: Writing,
  mayStand: MayStand,
): Said[] {
  const found: Said[] = [];
  for (const { conversationId, turnId, turn, parts } of turns)
    for (const { quote: whole, text: all } of parts) {
      if (writing.correcting.test(all)) takenBack(found, all, turn);
      const pieces = split(all);
      for (const text of pieces) {
        const figures = figuresIn(text);
        const stems = contentOf(text, figures);
        if (stems.length < MIN_WORDS || (mayStand && !isFit(text, mayStand.hosts))) continue;
        found.push({
          conversationId,
          turnId,
          quote: pieces.length > 1 && whole.includes(text) ? text : whole,
          text,
          words: stems,
          figures: figures.sort().join(' '),
          place: found.length,
          isAsking: /[??]["'”’)]*$/.test(text) || writing.thingAsked(text) !== null,
        });
      }
    }
  return found;
}

/**
 * Removes what a correction takes back: of what was said before it, the sentence that the correction's turn says otherwise.
 * A correction that resembles nothing takes back the last sentence.
 */
function takenBack(found: Said[], correction: string, turn: string): void {
  const now = new Set(words(turn.slice(Math.max(0, turn.indexOf(correction)))));
  let best = found.length - 1;
  let most = 0;
  found.forEach((said, i) => {
    const shared = said.words.filter((word) => now.has(word)).length / Math.max(1, said.words.length);
    if (shared >= most && shared > 0) [best, most] = [i, shared];
  });
  if (best >= 0) found.splice(best, 1);
}

/** Stems of content, figures, and words in capitals that would be grammar in small letters ("the YOU badge"). */
function contentOf(text: string, figures: readonly string[]): string[] {
  const stems = words(text);
  const shouted = text.toUpperCase() === text ? [] : (text.match(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu) ?? []);
  const more = [...figures, ...shouted.map((word) => word.toLowerCase())].filter((word) => !stems.includes(word));
  return [...stems, ...more];
}

/** The figures of a sentence, with what is directly joined to them ("24h", "15%"). */
export function figuresIn(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/\d+(?:[.,:]\d+)*/g) ?? [])];
}
