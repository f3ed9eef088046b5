import type { Conversation, Turn } from '../../../shared/conversation.ts';
import { sentenceSpans } from '../text/sentence-spans.ts';
import { words } from '../text/words.ts';
import { isAcknowledgement } from './acknowledgement.ts';

/** Content words from which an agent's sentence states something and may begin an answer. */
const MIN_STATED_STEMS = 2;
/** What it is worth to go on to the next question, by where: a new message, one after the customer's thanks, a line, midway. */
const NEW_TURN = 0.3;
const AFTER_THANKS = 0.6;
const NEW_LINE = -0.2;
const SAME_LINE = -0.6;
/** Agents answer in the order of the questions; to go back to an earlier one needs words that say so. */
const BACK = -1.2;

interface Piece {
  turnId: string;
  start: number;
  end: number;
  stems: Set<string>;
  isStatement: boolean;
  step: number;
}

/**
 * Which of the agents' words answer which question: the assignment of sentences, in their order, that shares most words
 * with the questions and follows their order, going on where a new message begins. Of ties the later start wins, so that
 * the first answer stays with the first question. Questions of agents and courtesy go with what stands before them.
 */
export function answersOf(conversation: Conversation, questions: readonly (readonly Turn[])[]): Turn[][] {
  const pieces = piecesOf(conversation);
  const asked = questions.map((turns) => new Set(turns.flatMap(({ text }) => words(text))));
  const order = new Map(conversation.turns.map((turn, at) => [turn.id, at]));
  const askedAt = questions.map(([first]) => order.get(first?.id ?? '') ?? 0);
  const chosen = bestPath(pieces, asked, (piece, at) => askedAt[at]! < (order.get(piece.turnId) ?? 0));
  return questions.map((_, question) => joined(conversation, pieces, (at) => chosen[at] === question));
}

function piecesOf(conversation: Conversation): Piece[] {
  const pieces: Piece[] = [];
  let wasThanked = false;
  for (const turn of conversation.turns) {
    if (turn.author === 'customer') wasThanked = isAcknowledgement(turn.text);
    if (turn.author !== 'agent') continue;
    let isBegun = false;
    for (const { start, end } of sentenceSpans(turn.text)) {
      const text = turn.text.slice(start, end);
      const stems = new Set(words(text));
      const before = turn.text.slice(Math.max(0, start - 8), start);
      const isFirst = !isBegun;
      const step = isFirst ? (wasThanked ? AFTER_THANKS : NEW_TURN) : before.includes('\n') ? NEW_LINE : SAME_LINE;
      const isStatement = !/[?？]/.test(text) && stems.size >= MIN_STATED_STEMS;
      isBegun ||= isStatement;
      pieces.push({ turnId: turn.id, start, end, stems, isStatement, step });
    }
    wasThanked = false;
  }
  return pieces;
}

/** The best question for each piece, by one pass over the pieces (Viterbi). */
function bestPath(
  pieces: readonly Piece[],
  asked: readonly ReadonlySet<string>[],
  isOpen: (piece: Piece, question: number) => boolean,
): number[] {
  const count = asked.length;
  let score = asked.map((_, at) => (at === 0 ? 0 : Number.NEGATIVE_INFINITY));
  let answered = asked.map(() => false);
  const back: number[][] = [];
  for (const piece of pieces) {
    const next: number[] = [];
    const from: number[] = [];
    const has: boolean[] = [];
    for (let to = 0; to < count; to++) {
      let best = Number.NEGATIVE_INFINITY;
      let origin = to;
      for (let at = 0; at < count; at++) {
        const isMove = at !== to;
        if (isMove && (!piece.isStatement || !answered[at])) continue;
        const move = isMove ? (to > at ? piece.step : BACK) : 0;
        if (score[at]! + move > best) {
          best = score[at]! + move;
          origin = at;
        }
      }
      const canBe = isOpen(piece, to) || to === 0;
      next.push(canBe ? best + likeness(piece, asked, to) : Number.NEGATIVE_INFINITY);
      from.push(origin);
      has.push(piece.isStatement || (origin === to && answered[to]!));
    }
    back.push(from);
    score = next;
    answered = has;
  }
  const path: number[] = [];
  let at = score.indexOf(Math.max(...score));
  for (let index = pieces.length - 1; index >= 0; index--) {
    path[index] = at;
    at = back[index]![at]!;
  }
  return withOpenings(path, pieces);
}

/** What a message opens with belongs to what it then states. */
function withOpenings(path: readonly number[], pieces: readonly Piece[]): number[] {
  const opened = new Map<string, number>();
  for (const [index, piece] of pieces.entries())
    if (piece.isStatement && !opened.has(piece.turnId)) opened.set(piece.turnId, index);
  return path.map((question, index) => {
    const first = opened.get(pieces[index]!.turnId) ?? index;
    return index < first ? path[first]! : question;
  });
}

/** Words shared with one question and with no other, over the root of the sentence's words. */
function likeness({ stems }: Piece, asked: readonly ReadonlySet<string>[], question: number): number {
  let shared = 0;
  for (const stem of stems)
    if (asked[question]!.has(stem)) shared += 1 / asked.filter((other) => other.has(stem)).length - 1 / asked.length;
  return shared / Math.sqrt(Math.max(1, stems.size));
}

/** Each turn with its verbatim stretches: pieces in a row are one, those apart a line each. */
function joined(conversation: Conversation, pieces: readonly Piece[], isChosen: (at: number) => boolean): Turn[] {
  const found = new Map<string, { start: number; end: number }[]>();
  for (const [at, piece] of pieces.entries()) {
    if (!isChosen(at)) continue;
    const stretches = found.get(piece.turnId) ?? [];
    if (stretches.length > 0 && isChosen(at - 1)) stretches.at(-1)!.end = piece.end;
    else stretches.push({ start: piece.start, end: piece.end });
    found.set(piece.turnId, stretches);
  }
  return conversation.turns.flatMap((turn) => {
    const stretches = found.get(turn.id) ?? [];
    const text = stretches.map(({ start, end }) => turn.text.slice(start, end)).join('\n');
    return stretches.length > 0 ? [{ ...turn, text }] : [];
  });
}
