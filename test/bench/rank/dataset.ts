import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const articleRow = z.object({
  id: z.string(),
  title: z.string(),
  section: z.string(),
  body_html: z.string(),
  removed_in_gap: z.boolean(),
});
const turnRow = z.object({ author: z.enum(['customer', 'agent', 'bot']), text: z.string() });
const questionRow = z.object({ id: z.string(), text: z.string(), messages: z.array(turnRow).optional() });
const utteranceRow = z.object({ id: z.string(), text: z.string(), split: z.enum(['train', 'test']) });

export type RankArticle = z.infer<typeof articleRow>;
export type RankQuestion = z.infer<typeof questionRow>;

/**
 * A data set without its labels: the schemas drop every field but those that may cross, and `removed_in_gap`, which
 * only decides what is loaded. `past` are the tenant's past conversations: the split `train`, else all questions.
 */
export interface RankDataset {
  articles: RankArticle[];
  questions: RankQuestion[];
  past: RankQuestion[];
  isTransductive: boolean;
}

/** Reads a data set's folder. Throws an Error that names the file, the line and what is wrong with it. */
export function readDataset(dir: string): RankDataset {
  if (!existsSync(dir)) throw new Error(`no such folder: ${dir}`);
  const articles = readLines(join(dir, 'articles.jsonl'), articleRow);
  if (articles.length === 0) throw new Error(`${join(dir, 'articles.jsonl')} holds no article`);
  if (existsSync(join(dir, 'questions.jsonl'))) {
    const questions = readLines(join(dir, 'questions.jsonl'), questionRow);
    return { articles, questions, past: questions, isTransductive: true };
  }
  const file = join(dir, 'utterances.jsonl');
  if (!existsSync(file)) throw new Error(`${dir} holds neither questions.jsonl nor utterances.jsonl`);
  const utterances = readLines(file, utteranceRow);
  const of = (split: 'train' | 'test'): RankQuestion[] =>
    utterances.filter((row) => row.split === split).map(({ id, text }) => ({ id, text }));
  const past = of('train');
  return {
    articles,
    questions: of('test'),
    past: past.length > 0 ? past : of('test'),
    isTransductive: past.length === 0,
  };
}

function readLines<T>(file: string, row: z.ZodType<T>): T[] {
  if (!existsSync(file)) throw new Error(`no such file: ${file}`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (!line.trim()) return [];
      const parsed = row.safeParse(jsonOf(line, `${file}:${at + 1}`));
      if (!parsed.success) throw new Error(`${file}:${at + 1}: ${z.prettifyError(parsed.error)}`);
      return [parsed.data];
    });
}

function jsonOf(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`${where}: not JSON`);
  }
}
