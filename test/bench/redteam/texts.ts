import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** One text of the red team, as it stands in the file; other fields are not read. */
const textSchema = z.object({ id: z.string().min(1), author: z.enum(['customer', 'agent']), text: z.string() });
export type RedTeamText = z.infer<typeof textSchema>;

/** A file that cannot be read as what it should be. */
export class BadInput extends Error {
  override name = 'BadInput';
}

/** The rows of a JSON Lines file under a schema; BadInput names the line and what is wrong with it. */
export function readJsonLines<T>(option: string, file: string, schema: z.ZodType<T>): T[] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadInput(`cannot read ${option} ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return content.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (error) {
      const why =
        error instanceof z.ZodError
          ? error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
          : String(error);
      throw new BadInput(`${option} ${file}, line ${at + 1}: ${why}`);
    }
  });
}

/** The texts of a file; BadInput where there is none, or two have the same id. */
export function readTexts(file: string): RedTeamText[] {
  const texts = readJsonLines('--texts', file, textSchema);
  if (texts.length === 0) throw new BadInput(`--texts ${file} holds no text`);
  const ids = new Set<string>();
  for (const { id } of texts) {
    if (ids.has(id) || id === '*')
      throw new BadInput(`--texts ${file}: the id ${id} stands there twice or is reserved`);
    ids.add(id);
  }
  return texts;
}
