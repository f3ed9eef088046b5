import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Input that is missing or not as documented; its message is for the person at the terminal. */
export class BadInput extends Error {}

const caseSchema = z.object({ id: z.string(), after: z.string() });
const articleSchema = z.object({
  id: z.string(),
  title: z.string(),
  section: z.string().optional(),
  body: z.string().optional(),
  body_html: z.string().optional(),
});

/** What of a data set the program under test may see; the ids stay with the harness. */
export interface PatchSet {
  cases: { id: string; note: string }[];
  articles: { id: string; title: string; body: string }[];
}

function rowsOf<T>(file: string, schema: z.ZodType<T>): T[] {
  if (!existsSync(file)) throw new BadInput(`${file} is missing`);
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (!line.trim()) return [];
      const where = `${file}: line ${i + 1}`;
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch {
        throw new BadInput(`${where} is not JSON`);
      }
      const parsed = schema.safeParse(value);
      if (parsed.success) return [parsed.data];
      const issue = parsed.error.issues[0];
      throw new BadInput(`${where}: ${issue?.path.join('.') || 'the row'}: ${issue?.message}`);
    });
  if (rows.length === 0) throw new BadInput(`${file} has no rows`);
  return rows;
}

/** Reads `cases.jsonl` and `articles.jsonl` of a directory; only the fields that may cross are kept. */
export function readPatchSet(dir: string): PatchSet {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) throw new BadInput(`--data ${dir} is not a directory`);
  const cases = rowsOf(join(dir, 'cases.jsonl'), caseSchema).map((c) => ({ id: c.id, note: c.after }));
  const articles = rowsOf(join(dir, 'articles.jsonl'), articleSchema).map((a) => {
    const body = a.body ?? a.body_html;
    if (body === undefined)
      throw new BadInput(`${join(dir, 'articles.jsonl')}: article ${a.id} has neither body nor body_html`);
    return { id: a.id, title: a.title, body };
  });
  return { cases, articles };
}
