import { type Features, PAIR, WORD } from './features.ts';

export const P = {
  kindWeight: [1, 0.5, 0.35, 0.4],
  titleWeight: 5,
  nbWeight: 0.04,
  lambda: 0.2,
  emRounds: 5,
  emT: 0.06,
  emMin: 0.5,
  emMax: 60,
  emWeight: 0.5,
};

/** A text that speaks for an article, with how much it counts. */
export interface Teaching {
  features: Features;
  weight: number;
}

/** What the engine knows of each article, as postings by feature: rows of articles with a cosine and a Bayes weight. */
export interface Model {
  articles: number;
  idf: Float32Array;
  kinds: Uint8Array;
  starts: Int32Array;
  rows: Int32Array;
  cosine: Float32Array;
  bayes: Float32Array;
}

export function idfOf(documents: Iterable<Int32Array>, size: number): Float32Array {
  const df = new Float32Array(size);
  let n = 0;
  for (const ids of documents) {
    n++;
    for (const id of ids) df[id] = (df[id] ?? 0) + 1;
  }
  return df.map((count) => Math.log(1 + (n + 1) / (count + 0.5)));
}

function vectorNorm(features: Features, idf: Float32Array, kinds: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < features.ids.length; i++) sum += valueAt(features, i, idf, kinds) ** 2;
  return Math.sqrt(sum);
}

function valueAt(features: Features, i: number, idf: Float32Array, kinds: Uint8Array): number {
  const id = features.ids[i] ?? 0;
  return (P.kindWeight[kinds[id] ?? 0] ?? 0) * Math.sqrt(features.counts[i] ?? 0) * (idf[id] ?? 0);
}

export function buildModel(teachings: readonly (readonly Teaching[])[], idf: Float32Array, kinds: Uint8Array): Model {
  const articles = teachings.length;
  const background = new Float32Array(kinds.length);
  let backgroundTotal = 0;
  const perArticle = teachings.map((texts) => {
    const cosine = new Map<number, number>();
    const events = new Map<number, number>();
    let total = 0;
    for (const { features, weight } of texts) {
      const norm = vectorNorm(features, idf, kinds) || 1;
      for (let i = 0; i < features.ids.length; i++) {
        const id = features.ids[i] ?? 0;
        cosine.set(id, (cosine.get(id) ?? 0) + (weight * valueAt(features, i, idf, kinds)) / norm);
        const kind = kinds[id];
        if (kind !== WORD && kind !== PAIR) continue;
        const count = weight * (features.counts[i] ?? 0);
        events.set(id, (events.get(id) ?? 0) + count);
        total += count;
        background[id] = (background[id] ?? 0) + count;
        backgroundTotal += count;
      }
    }
    let norm = 0;
    for (const value of cosine.values()) norm += value * value;
    norm = Math.sqrt(norm) || 1;
    return { cosine, events, total: total || 1, norm };
  });
  const starts = new Int32Array(kinds.length + 1);
  for (const article of perArticle) for (const id of article.cosine.keys()) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let i = 0; i < kinds.length; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const size = starts[kinds.length] ?? 0;
  const at = starts.slice();
  const rows = new Int32Array(size);
  const cosine = new Float32Array(size);
  const bayes = new Float32Array(size);
  perArticle.forEach((article, row) => {
    for (const [id, value] of article.cosine) {
      const slot = at[id] ?? 0;
      at[id] = slot + 1;
      rows[slot] = row;
      cosine[slot] = value / article.norm;
      const events = article.events.get(id);
      if (events === undefined) continue;
      const share = events / article.total;
      const rest = (background[id] ?? 0) / (backgroundTotal || 1);
      bayes[slot] = Math.sqrt(idf[id] ?? 0) * Math.log(1 + ((1 - P.lambda) * share) / (P.lambda * rest));
    }
  });
  return { articles, idf, kinds, starts, rows, cosine, bayes };
}

/** Scores of all articles for a query. */
export function scoresOf(model: Model, features: Features, into = new Float32Array(model.articles)): Float32Array {
  const norm = vectorNorm(features, model.idf, model.kinds) || 1;
  for (let i = 0; i < features.ids.length; i++) {
    const id = features.ids[i] ?? 0;
    const value = valueAt(features, i, model.idf, model.kinds) / norm;
    const events = P.nbWeight * (features.counts[i] ?? 0);
    for (let slot = model.starts[id] ?? 0; slot < (model.starts[id + 1] ?? 0); slot++) {
      const row = model.rows[slot] ?? 0;
      into[row] = (into[row] ?? 0) + value * (model.cosine[slot] ?? 0) + events * (model.bayes[slot] ?? 0);
    }
  }
  return into;
}

/** EM: teaches the model with past texts it is sure of. */
export function selfTrain(
  base: readonly (readonly Teaching[])[],
  past: readonly Features[],
  idf: Float32Array,
  kinds: Uint8Array,
): Model {
  let model = buildModel(base, idf, kinds);
  for (let round = 0; round < P.emRounds; round++) {
    const taken: { row: number; sure: number; at: number }[] = [];
    past.forEach((features, at) => {
      const scores = scoresOf(model, features);
      let best = 0;
      for (let row = 1; row < scores.length; row++) if ((scores[row] ?? 0) > (scores[best] ?? 0)) best = row;
      const top = scores[best] ?? 0;
      if (top <= 0) return;
      let sum = 0;
      for (const score of scores) sum += Math.exp((score - top) / P.emT);
      if (1 / sum >= P.emMin) taken.push({ row: best, sure: 1 / sum, at });
    });
    taken.sort((a, b) => b.sure - a.sure || a.at - b.at);
    const counts = new Int32Array(base.length);
    const grown = base.map((texts) => [...texts]);
    for (const { row, at } of taken) {
      const had = counts[row] ?? 0;
      const features = past[at];
      if (had >= P.emMax || !features) continue;
      counts[row] = had + 1;
      grown[row]?.push({ features, weight: P.emWeight });
    }
    model = buildModel(grown, idf, kinds);
  }
  return model;
}
