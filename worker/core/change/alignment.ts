import { claimsOf } from '../claim/claims.ts';
import type { Word } from './words.ts';

/** A statement ready for alignment: its words, their weights, and of each word the type of the claim it stands in. */
export interface Weighed {
  words: readonly Word[];
  weights: readonly number[];
  types: readonly (string | null)[];
}

/**
 * What replaced words of the same type (a number for a number, a label for a label) keep of their weight: a change note
 * differs from the statement it makes stale just there. Chosen at the middle: less would prefer a statement with the
 * same number about something else, more would make numbers meaningless.
 */
const SAME_TYPE_CREDIT = 0.5;
/** Numbers near each other are likelier versions of one fact than numbers far apart: at most this much on top. */
const NEAR_NUMBER_CREDIT = 0.1;
/** Two words that share at least this part of their letter pairs (Dice) are taken for a respelling. */
const MIN_SPELLING = 0.6;

const TYPE_OF_KIND: Record<string, string> = {
  number: 'quantity',
  limit: 'quantity',
  duration: 'quantity',
  price: 'quantity',
  version: 'quantity',
  date: 'quantity',
  label: 'label',
  path: 'path',
  url: 'path',
};

/** Of each word the type of the claim it stands in: quantity, label or path; a number anywhere is a quantity. */
export function typesOf(text: string, words: readonly Word[]): (string | null)[] {
  const spans = claimsOf(text).filter((claim) => TYPE_OF_KIND[claim.kind]);
  return words.map((word) => {
    if (/^\d/.test(word.key)) return 'quantity';
    const span = spans.find((s) => s.start <= word.start && word.end <= s.end);
    return span ? TYPE_OF_KIND[span.kind]! : null;
  });
}

/** Respellings share their first letter; asking that first keeps the pairs to compare few. */
function spelling(a: string, b: string): number {
  if (a[0] !== b[0] || a.length < 4 || b.length < 4) return 0;
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < a.length; i++) pairs.set(a.slice(i, i + 2), (pairs.get(a.slice(i, i + 2)) ?? 0) + 1);
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const left = pairs.get(b.slice(i, i + 2)) ?? 0;
    if (left > 0) shared++;
    pairs.set(b.slice(i, i + 2), left - 1);
  }
  return (2 * shared) / (a.length + b.length - 2);
}

function nearness(a: string, b: string): number {
  const x = Number.parseFloat(a);
  const y = Number.parseFloat(b);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return 0;
  return 1 - Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y), 1);
}

function credit(a: Weighed, i: number, b: Weighed, j: number): number {
  const x = a.words[i]!.key;
  const y = b.words[j]!.key;
  if (x === y) return (a.weights[i]! + b.weights[j]!) / 2;
  const lighter = Math.min(a.weights[i]!, b.weights[j]!);
  const type = a.types[i];
  if (type === 'quantity' && b.types[j] === 'quantity')
    return lighter * (SAME_TYPE_CREDIT + NEAR_NUMBER_CREDIT * nearness(x, y));
  const alike = spelling(x, y);
  if (alike >= MIN_SPELLING) return lighter * alike;
  return type && type === b.types[j] ? lighter * SAME_TYPE_CREDIT : 0;
}

/**
 * How much of two statements is said in the same order, 0 to 1: the best monotone alignment of their words (Needleman
 * and Wunsch, without a cost for gaps), twice its credit over the weight of both (Dice). Equal words count in full,
 * respellings by their likeness, replaced words of the same type by half.
 */
export function alignment(a: Weighed, b: Weighed): number {
  const total = sum(a.weights) + sum(b.weights);
  if (total === 0) return 0;
  let above = new Float64Array(b.words.length + 1);
  for (let i = 0; i < a.words.length; i++) {
    const row = new Float64Array(b.words.length + 1);
    for (let j = 0; j < b.words.length; j++) {
      row[j + 1] = Math.max(above[j + 1]!, row[j]!, above[j]! + credit(a, i, b, j));
    }
    above = row;
  }
  return (2 * above[b.words.length]!) / total;
}

const sum = (xs: readonly number[]): number => xs.reduce((s, x) => s + x, 0);
