import type { Act, Learned } from '../learned/state.ts';
import { hash32 } from '../text/hash32.ts';
import { isCourtesyStem, type Reading } from '../text/sentences.ts';

/** Similarity from which two sentences are one act (measured on masked support dialogue; half of the content is less, a swap more). */
export const SAME_ACT = 0.62;

/** What a swap costs: both sentences hold content the other lacks ("the first cable", "the second cable"). */
const SWAP_COST = 0.2;

/** What it costs when one asks and the other tells. */
const ASK_COST = 0.25;

/** Share of common word order under which two sentences count as differently ordered, and what that costs. */
const DISORDERED = 0.25;
const ORDER_COST = 0.2;

/** Weight of function words and courtesy beside content. */
const LIGHT = 0.3;

/** Words a request is framed with, whatever it asks for. */
const FRAME = new Set(['provid', 'give', 'tell', 'get', 'know', 'need', 'let', 'specifi', 'say', 'ask']);

/** What of a sentence is compared. */
export type Said = Pick<Reading, 'frame' | 'stems' | 'functions' | 'isQuestion'>;

/** Weight of a stem: rarer among the things said weighs more. ln(1 + (D + 1) / (df + .5)), D acts, df of them with the stem. */
export function weightOf(learned: Learned, stem: string): number {
  const rarity = Math.log(1 + (learned.acts.size + 1) / ((learned.stemActs.get(stem) ?? 0) + 0.5));
  return isContent(stem) ? rarity : LIGHT * rarity;
}

/** Weighted F1 of two sentences, 0 to 1, lowered where each holds content that the other lacks. */
export function similarity(learned: Learned, a: Said, b: Said, swapCost = SWAP_COST): number {
  let both = 0;
  let onlyA = 0;
  let onlyB = 0;
  let swapA = false;
  let swapB = false;
  for (const s of a.stems) {
    const w = weightOf(learned, s);
    if (b.stems.includes(s) || (isContent(s) && b.stems.some((t) => isVariant(s, t)))) both += w;
    else {
      onlyA += w;
      if (isContent(s)) swapA = true;
    }
  }
  for (const s of b.stems) {
    if (a.stems.includes(s) || (isContent(s) && a.stems.some((t) => isVariant(s, t)))) continue;
    onlyB += weightOf(learned, s);
    if (isContent(s)) swapB = true;
  }
  const light = LIGHT;
  for (const f of a.functions)
    if (b.functions.includes(f)) both += light;
    else onlyA += light;
  for (const f of b.functions) if (!a.functions.includes(f)) onlyB += light;
  const total = 2 * both + onlyA + onlyB;
  const f1 = total > 0 ? (2 * both) / total : 0;
  if (f1 < NEAR) return f1;
  const cost =
    (swapA && swapB ? swapCost : 0) +
    (isAsking(a) !== isAsking(b) ? ASK_COST : 0) +
    (isDisordered(a, b) ? ORDER_COST : 0);
  return Math.max(0, f1 - cost);
}

/** Whether a sentence asks for something: a question, or a request with "please". */
export function isAsking(said: Pick<Said, 'frame' | 'isQuestion'>): boolean {
  return said.isQuestion || said.frame.includes('please');
}

/** Whether two sentences of some length share hardly any order of words ("your flight is reserved", "I only help reserve a flight"). */
function isDisordered(a: Said, b: Said): boolean {
  if (Math.min(a.frame.length, b.frame.length) < 4) return false;
  return sharedOrder(a.frame, b.frame) < DISORDERED;
}

/** Shared word order of two sentences, 0 to 1: twice the longest common subsequence over both lengths. */
export function sharedOrder(a: readonly string[], b: readonly string[]): number {
  let before = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const row = [0];
    for (let j = 0; j < b.length; j++) row.push(x === b[j] ? before[j]! + 1 : Math.max(before[j + 1]!, row[j]!));
    before = row;
  }
  return (2 * before[b.length]!) / Math.max(1, a.length + b.length);
}

/** Share of `part`'s content weight that `whole` holds, 0 to 1. */
export function contained(learned: Learned, part: Pick<Said, 'stems'>, whole: Pick<Said, 'stems'>): number {
  let both = 0;
  let all = 0;
  for (const s of part.stems) {
    const w = weightOf(learned, s);
    all += w;
    if (whole.stems.includes(s)) both += w;
  }
  return all > 0 ? both / all : 0;
}

/** Whether two stems are one word in two spellings or forms: a long shared beginning, or one letter more. */
export function isVariant(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 5) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  if (same >= Math.max(5, VARIANT_SHARE * long.length)) return true;
  return long.length - short.length === 1 && short.slice(same) === long.slice(same + 1);
}

/** Share of the longer stem that two forms of one word begin with. */
const VARIANT_SHARE = 0.7;

/** Whether a stem only frames a request, whatever it asks for. */
export function isFramingWord(stem: string): boolean {
  return FRAME.has(stem);
}

function isContent(stem: string): boolean {
  return !FRAME.has(stem) && !isCourtesyStem(stem);
}

/** The act a sentence is, or null where it is none of the known ones. The nearest wins; of equals the smaller id. */
export function matchAct(learned: Learned, said: Said): Act | null {
  let best: Act | null = null;
  let bestScore = 0;
  for (const id of candidates(learned, said.stems)) {
    const act = learned.acts.get(id)!;
    const score = similarity(learned, said, act);
    if (score > bestScore || (score === bestScore && best !== null && id < best.id)) {
      best = act;
      bestScore = score;
    }
  }
  return bestScore >= SAME_ACT ? best : null;
}

/** What of a sentence an act keeps of its leader. */
type Led = Pick<Reading, 'frame' | 'stems' | 'functions' | 'isQuestion' | 'slots' | 'isOneOff'>;

/** Adds a new act led by this sentence. */
export function addAct(learned: Learned, said: Led): Act {
  let id = hash32([...said.stems].sort().join(' ') + (said.isQuestion ? '?' : ''));
  while (learned.acts.has(id)) id = (id + 1) >>> 0;
  const act: Act = {
    id,
    frame: said.frame,
    stems: said.stems,
    functions: said.functions,
    isQuestion: said.isQuestion,
    slots: said.slots,
    ...(said.isOneOff && { isOneOff: true }),
    said: 0,
    last: learned.observed,
  };
  learned.acts.set(id, act);
  indexAct(learned, act);
  return act;
}

/** Enters an act in the index by stems. */
export function indexAct(learned: Learned, act: Act): void {
  for (const s of act.stems) {
    const ids = learned.actsOfStem.get(s);
    if (ids) ids.push(act.id);
    else learned.actsOfStem.set(s, [act.id]);
    learned.stemActs.set(s, (learned.stemActs.get(s) ?? 0) + 1);
  }
}

/** Removes an act that nothing refers to any more. */
export function dropAct(learned: Learned, act: Act): void {
  learned.acts.delete(act.id);
  unindexAct(learned, act);
}

/** Takes an act out of the index by stems. */
export function unindexAct(learned: Learned, act: Act): void {
  for (const s of act.stems) {
    const ids = (learned.actsOfStem.get(s) ?? []).filter((id) => id !== act.id);
    if (ids.length) learned.actsOfStem.set(s, ids);
    else learned.actsOfStem.delete(s);
    const n = (learned.stemActs.get(s) ?? 1) - 1;
    if (n > 0) learned.stemActs.set(s, n);
    else learned.stemActs.delete(s);
  }
}

/** An act that shares less of a sentence's content word by word than this is not compared: the same act shares half, counting forms of words. */
const SHARED = 0.25;

/** Likeness under which an act is not compared further. */
const NEAR = 0.4;

/** Acts that share enough content with these stems to be worth comparing. */
export function candidates(learned: Learned, stems: readonly string[]): number[] {
  const shared = new Map<number, number>();
  let all = 0;
  for (const s of new Set(stems)) {
    if (isCourtesyStem(s)) continue;
    const weight = weightOf(learned, s);
    all += weight;
    for (const id of learned.actsOfStem.get(s) ?? []) shared.set(id, (shared.get(id) ?? 0) + weight);
  }
  return [...shared].filter(([, weight]) => weight >= SHARED * all).map(([id]) => id);
}
