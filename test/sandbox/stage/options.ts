import { parseArgs } from 'node:util';
import { z } from 'zod';

export const USAGE = `usage: npm start -- [options]
  --once          plays the fortnight as fast as it goes, with a reviewer, prints a report and ends
  --earned        the account earned in a stated earlier history that patches are published by themselves; no macros
  --speed N       how fast time passes (1: about 80 seconds for the fortnight; 2: twice as fast)
  --days N        plays the first N days only
  --port N        where the page is served on 127.0.0.1 (8787); Intercom's page is one port above
  --openapi DIR   Zendesk's OpenAPI descriptions, to check every request against (or the variable OPENAPI_DIR)`;

const schema = z.strictObject({
  once: z.boolean().default(false),
  earned: z.boolean().default(false),
  speed: z.coerce.number().positive().max(1000).default(1),
  days: z.coerce.number().int().positive().max(14).default(14),
  port: z.coerce.number().int().min(0).max(65_535).optional(),
  openapi: z.string().optional(),
  help: z.boolean().default(false),
});
export type StartOptions = z.infer<typeof schema>;

/** The options of `npm start`; throws an Error that says which one is wrong, with the usage. */
export function startOptions(argv: string[], env: Record<string, string | undefined> = {}): StartOptions {
  const text = { type: 'string' as const };
  const flag = { type: 'boolean' as const };
  const options = { once: flag, earned: flag, help: flag, speed: text, days: text, port: text, openapi: text };
  try {
    const { values } = parseArgs({ args: argv, options, strict: true });
    return schema.parse({ ...(env.OPENAPI_DIR ? { openapi: env.OPENAPI_DIR } : {}), ...values });
  } catch (error) {
    const why =
      error instanceof z.ZodError
        ? error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n')
        : String((error as Error).message);
    throw new Error(`${why}\n${USAGE}`);
  }
}
