import { piecesOf, type Vocabulary } from './wordpiece.ts';

/** First bytes of a model file, and its version. */
const MAGIC = 'MENDVEC1';

/**
 * A sentence model without a network: a vector a piece of a word, its weight by rarity already in it. `scales[i]` times the
 * whole numbers of row `i` are the vector. Source: Model2Vec (Tulkens, van Dongen 2024), from a sentence encoder.
 */
export interface StaticModel {
  vocabulary: Vocabulary;
  dimensions: number;
  scales: Float32Array;
  rows: Int8Array;
}

/**
 * Reads a model file: the magic, then three little-endian numbers of 32 bits (dimensions, pieces, bytes of the vocabulary), the
 * pieces parted by line breaks, filled to a multiple of 4, a scale a piece (float32), then the rows (int8). Throws an Error that
 * says what is wrong with a file that is none.
 */
export function readStaticModel(file: ArrayBuffer): StaticModel {
  const start = new TextDecoder().decode(file.slice(0, MAGIC.length));
  if (start !== MAGIC) throw new Error(`no static model: it begins with ${JSON.stringify(start)}, not ${MAGIC}`);
  const [dimensions, pieces, size] = new Uint32Array(
    file.slice(MAGIC.length, MAGIC.length + 12),
  ) as unknown as number[];
  const names = MAGIC.length + 12;
  const scales = Math.ceil((names + size!) / 4) * 4;
  const rows = scales + 4 * pieces!;
  if (file.byteLength !== rows + pieces! * dimensions!)
    throw new Error(`no static model: ${file.byteLength} bytes, not ${rows + pieces! * dimensions!}`);
  const list = new TextDecoder().decode(new Uint8Array(file, names, size)).split('\n');
  if (list.length !== pieces) throw new Error(`no static model: ${list.length} pieces, not ${pieces}`);
  return {
    vocabulary: new Map(list.map((piece, i) => [piece, i])),
    dimensions: dimensions!,
    scales: new Float32Array(file, scales, pieces),
    rows: new Int8Array(file, rows),
  };
}

/** The vector of a text, of length 1: the sum of its pieces'. Null where no piece of it is known. */
export function meaningOf({ vocabulary, dimensions, scales, rows }: StaticModel, text: string): Float32Array | null {
  const sum = new Float32Array(dimensions);
  for (const piece of piecesOf(text, vocabulary)) {
    const scale = scales[piece] ?? 0;
    const row = piece * dimensions;
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + scale * (rows[row + i] ?? 0);
  }
  const length = Math.hypot(...sum);
  return length === 0 ? null : sum.map((value) => value / length);
}
