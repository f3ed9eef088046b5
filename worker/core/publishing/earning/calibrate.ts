import type { FixOutcome, PastFix } from '../../../../shared/measure/outcome.ts';
import { readConfidence } from '../deciding/confidence.ts';

/** Decided fixes from which a mapping is learned; below it the identity stands. Origin: stated default, 10 a part of 3. */
export const MIN_CALIBRATION = 30;

/** Each block starts with this many imagined outcomes at its own mean confidence: none ends at 0 or 1 by few outcomes. */
export const PRIOR_OUTCOMES = 4;

/** Parts of the reliability table, of equal width. */
const TABLE_PARTS = 10;

/** One row of a reliability table: among `n` fixes with confidence in [from, to), what was promised and what came. */
export interface ReliabilityRow {
  from: number;
  to: number;
  n: number;
  predicted: number;
  observed: number;
}

/** A stored mapping: `points` rise in both coordinates; empty for the identity. `n` is what it was learned from. */
export interface Calibration {
  n: number;
  isIdentity: boolean;
  points: { confidence: number; value: number }[];
  table: ReliabilityRow[];
  expectedError: number;
}

/** A decided fix: how sure it was, how it was decided, and what customers showed of it since. */
export interface Judged {
  confidence: unknown;
  outcome: FixOutcome;
  proved?: PastFix['proved'];
}

/** Whether a fix was right: approved as it stood, and not shown by customers to have changed nothing. An approval alone is not the end. */
export function wasRight({ outcome, proved }: Judged): boolean {
  return outcome === 'approved' && proved !== 'no_effect';
}

interface Block {
  n: number;
  confidence: number;
  good: number;
}

/**
 * Learns what confidences were worth from decided fixes: isotonic regression by pooling adjacent violators (Ayer et al.
 * 1955), each block drawn to its own mean by PRIOR_OUTCOMES. With fewer than MIN_CALIBRATION outcomes it is the
 * identity, and says so. The table and its expected error (weighted gap of promised and observed) are of the raw
 * confidences. Order of the history does not matter; unreadable confidences count as 0.
 */
export function calibrate(history: readonly Judged[]): Calibration {
  const pairs = history
    .map((fix) => ({ confidence: readConfidence(fix.confidence), good: Number(wasRight(fix)) }))
    .sort((a, b) => a.confidence - b.confidence);
  const table = reliability(pairs);
  const expectedError =
    table.reduce((sum, row) => sum + row.n * Math.abs(row.predicted - row.observed), 0) / Math.max(1, pairs.length);
  const isIdentity = pairs.length < MIN_CALIBRATION;
  return { n: pairs.length, isIdentity, points: isIdentity ? [] : isotonic(pairs), table, expectedError };
}

/** A raw confidence as calibrated: linear between the mapping's points, level beyond them; unreadable ones are 0. */
export function calibrated({ points }: Calibration, confidence: unknown): number {
  const raw = readConfidence(confidence);
  const next = points.findIndex((point) => point.confidence >= raw);
  const [left, right] = [points[next === -1 ? points.length - 1 : next - 1], points[next]];
  if (!left && !right) return raw;
  if (!left || !right) return (left ?? right)!.value;
  const share = (raw - left.confidence) / (right.confidence - left.confidence);
  return left.value + share * (right.value - left.value);
}

function isotonic(pairs: readonly { confidence: number; good: number }[]): Calibration['points'] {
  const ties = [...Map.groupBy(pairs, (pair) => pair.confidence)].map(([confidence, same]): Block => {
    return { n: same.length, confidence, good: same.reduce((sum, pair) => sum + pair.good, 0) };
  });
  const blocks = pool(ties, (block) => block.good / block.n);
  return pool(blocks, drawn).map((block) => ({ confidence: block.confidence, value: drawn(block) }));
}

function drawn({ good, n, confidence }: Block): number {
  return (good + PRIOR_OUTCOMES * confidence) / (n + PRIOR_OUTCOMES);
}

/** Joins neighbours until `worth` rises; a joined block stands at the mean confidence of its fixes. */
function pool(blocks: readonly Block[], worth: (block: Block) => number): Block[] {
  const pooled: Block[] = [];
  for (const block of blocks) {
    let joined = block;
    for (let last = pooled.at(-1); last && worth(last) >= worth(joined); last = pooled.at(-1)) {
      pooled.pop();
      const n = last.n + joined.n;
      const confidence = (last.confidence * last.n + joined.confidence * joined.n) / n;
      joined = { n, confidence, good: last.good + joined.good };
    }
    pooled.push(joined);
  }
  return pooled;
}

function reliability(pairs: readonly { confidence: number; good: number }[]): ReliabilityRow[] {
  const parts = Map.groupBy(pairs, (pair) => Math.min(TABLE_PARTS - 1, Math.floor(pair.confidence * TABLE_PARTS)));
  return [...parts].map(([index, own]) => ({
    from: index / TABLE_PARTS,
    to: (index + 1) / TABLE_PARTS,
    n: own.length,
    predicted: own.reduce((sum, pair) => sum + pair.confidence, 0) / own.length,
    observed: own.reduce((sum, pair) => sum + pair.good, 0) / own.length,
  }));
}
