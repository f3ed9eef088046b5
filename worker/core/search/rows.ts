import type { ArticleModel } from './article-model.ts';
import type { ArticleSearch } from './article-search.ts';
import { ByteReader, ByteWriter, fromBase64, toBase64 } from './bytes.ts';
import { Vocabulary } from './features.ts';
import type { NeighbourIndex } from './neighbours.ts';

/** One stored piece of a search: `part` of `of`, counted from 0. `data` is base64, at most MAX_ROW_CHARS long. */
export interface SearchRow {
  format: number;
  part: number;
  of: number;
  data: string;
}

/** Changes when the layout or the meaning of a feature changes: what has another number must be built anew. */
export const SEARCH_FORMAT = 1;

/** Bound of one row in characters. Source: the budget of 256 KB a row, with room for the other columns. */
export const MAX_ROW_CHARS = 240_000;

/** Weights are stored in this many steps of their largest value: far finer than any difference that decides. */
const STEPS = 65_535;

/** A search as rows. Text of articles stays text; of past questions only hashed features are stored. */
export function searchToRows(search: ArticleSearch): SearchRow[] {
  const out = new ByteWriter();
  out.integer(search.ids.length);
  search.ids.forEach((id, row) => {
    out.text(id);
    const passages = search.passages[row] ?? [];
    out.integer(passages.length);
    for (const { text, ids } of passages) {
      out.text(text);
      writeAscending(out, ids);
    }
  });
  out.text(JSON.stringify(search.entities));
  const hashes = new Int32Array(search.vocabulary.kinds.length);
  for (const [hash, id] of search.vocabulary.idOf) hashes[id] = hash;
  out.integer(hashes.length);
  out.raw(new Uint8Array(hashes.buffer));
  out.raw(search.weights.kinds);
  writeQuantised(out, search.weights.idf);
  out.integer(search.warm === search.cold ? 1 : 0);
  writeModel(out, search.cold);
  if (search.warm !== search.cold) writeModel(out, search.warm);
  const { past, pastScores, own, around } = search.coverage;
  writePostings(out, past.starts, past.rows);
  out.integer(past.size);
  writeQuantised(out, past.values);
  writeQuantised(out, pastScores);
  for (const value of [own.middle, own.spread, around.middle, around.spread]) out.float(value);
  const data = toBase64(out.done());
  const of = Math.ceil(data.length / MAX_ROW_CHARS);
  return Array.from({ length: of }, (_, part) => ({
    format: SEARCH_FORMAT,
    part,
    of,
    data: data.slice(part * MAX_ROW_CHARS, (part + 1) * MAX_ROW_CHARS),
  }));
}

/** The search of stored rows, in any order; null where a row is missing or of another format, so it must be built anew. */
export function searchFromRows(rows: readonly SearchRow[]): ArticleSearch | null {
  const sorted = [...rows].sort((a, b) => a.part - b.part);
  const isWhole = sorted.length > 0 && sorted.every((row, i) => row.part === i && row.of === sorted.length);
  if (!isWhole || sorted.some(({ format }) => format !== SEARCH_FORMAT)) return null;
  const from = new ByteReader(fromBase64(sorted.map(({ data }) => data).join('')));
  const articles = Array.from({ length: from.integer() }, () => ({
    id: from.text(),
    passages: Array.from({ length: from.integer() }, () => ({ text: from.text(), ids: readAscending(from) })),
  }));
  const entities: ArticleSearch['entities'] = JSON.parse(from.text());
  const size = from.integer();
  const vocabulary = new Vocabulary();
  const hashes = new Int32Array(from.raw(4 * size).buffer);
  const kinds = from.raw(size);
  hashes.forEach((hash, id) => {
    vocabulary.id(hash, kinds[id] ?? 0, false);
  });
  const weights = { kinds, idf: readQuantised(from) };
  const isCold = from.integer() === 1;
  const cold = readModel(from);
  const warm = isCold ? cold : readModel(from);
  const postings = readPostings(from);
  const past: NeighbourIndex = { ...postings, size: from.integer(), values: readQuantised(from) };
  const pastScores = readQuantised(from);
  const own = { middle: from.float(), spread: from.float() };
  const around = { middle: from.float(), spread: from.float() };
  return {
    ids: articles.map(({ id }) => id),
    passages: articles.map(({ passages }) => passages),
    entities,
    vocabulary,
    weights,
    cold,
    warm,
    coverage: { past, pastScores, own, around },
  };
}

function writeModel(out: ByteWriter, model: ArticleModel): void {
  out.integer(model.articles);
  writePostings(out, model.starts, model.rows);
  writeQuantised(out, model.cosine);
  writeQuantised(out, model.bayes);
}

function readModel(from: ByteReader): ArticleModel {
  return { articles: from.integer(), ...readPostings(from), cosine: readQuantised(from), bayes: readQuantised(from) };
}

function writePostings(out: ByteWriter, starts: Int32Array, rows: Int32Array): void {
  out.integer(starts.length);
  for (let id = 0; id + 1 < starts.length; id++) writeAscending(out, rows.subarray(starts[id], starts[id + 1]));
}

function readPostings(from: ByteReader): { starts: Int32Array; rows: Int32Array } {
  const starts = new Int32Array(from.integer());
  const rows: number[] = [];
  for (let id = 0; id + 1 < starts.length; id++) {
    for (const row of readAscending(from)) rows.push(row);
    starts[id + 1] = rows.length;
  }
  return { starts, rows: Int32Array.from(rows) };
}

function writeAscending(out: ByteWriter, values: Int32Array): void {
  out.integer(values.length);
  values.forEach((value, i) => {
    out.integer(value - (i > 0 ? (values[i - 1] ?? 0) : 0));
  });
}

function readAscending(from: ByteReader): Int32Array {
  let last = 0;
  return Int32Array.from({ length: from.integer() }, () => {
    last += from.integer();
    return last;
  });
}

function writeQuantised(out: ByteWriter, values: Float32Array): void {
  const most = values.reduce((top, value) => Math.max(top, value), 0);
  out.integer(values.length);
  out.float(most);
  const scale = most > 0 ? STEPS / most : 0;
  out.raw(new Uint8Array(Uint16Array.from(values, (value) => Math.max(0, Math.round(value * scale))).buffer));
}

function readQuantised(from: ByteReader): Float32Array {
  const length = from.integer();
  const most = from.float();
  return Float32Array.from(new Uint16Array(from.raw(2 * length).buffer), (step) => (step * most) / STEPS);
}
