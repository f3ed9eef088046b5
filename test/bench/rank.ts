import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { rankArguments } from './rank/arguments.ts';
import { readDataset } from './rank/dataset.ts';
import { embedderNamed } from './rank/embedders.ts';
import { rankDataset } from './rank/ranking.ts';

try {
  const { data, out, embedder } = rankArguments(process.argv.slice(2));
  const dataset = readDataset(data);
  const past = dataset.isTransductive ? 'the same questions (transductive)' : `${dataset.past.length} past texts`;
  console.error(`${dataset.articles.length} articles, ${dataset.questions.length} questions, learning from ${past}`);
  const rows = await rankDataset(dataset, embedderNamed(embedder), (line) => console.error(line));
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  console.error(`wrote ${rows.length} lines to ${out}`);
} catch (error) {
  console.error(`rank: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
