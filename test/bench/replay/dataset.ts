import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const articleRow = z.object({ id: z.string(), title: z.string(), section: z.string(), body_html: z.string() });
const messageRow = z.object({ author: z.enum(['customer', 'agent']), text: z.string(), at: z.iso.datetime() });
const ticketRow = z.object({
  id: z.string(),
  channel: z.string(),
  subject: z.string(),
  messages: z.array(messageRow).min(1),
});

export type ReplayArticle = z.infer<typeof articleRow>;
export type ReplayTicket = z.infer<typeof ticketRow>;

/** A data set without its labels: the schemas drop every field but those that may cross. */
export function readDataset(dir: string, scenario: string): { articles: ReplayArticle[]; tickets: ReplayTicket[] } {
  if (!existsSync(dir)) throw new Error(`no such folder: ${dir}`);
  if (!existsSync(join(dir, 'scenarios', `${scenario}.json`))) throw new Error(`${dir} has no scenario "${scenario}"`);
  const own = join(dir, 'scenarios', `${scenario}-articles.jsonl`);
  const articles = readLines(existsSync(own) ? own : join(dir, 'articles.jsonl'), articleRow);
  return { articles, tickets: readLines(join(dir, 'tickets.jsonl'), ticketRow) };
}

function readLines<T>(file: string, row: z.ZodType<T>): T[] {
  if (!existsSync(file)) throw new Error(`no such file: ${file}`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (!line.trim()) return [];
      try {
        return [row.parse(JSON.parse(line))];
      } catch (error) {
        throw new Error(`${file}:${at + 1}: ${error instanceof z.ZodError ? z.prettifyError(error) : 'not JSON'}`);
      }
    });
}
