import { parseArgs } from 'node:util';
import { z } from 'zod';
import { MODEL_KINDS } from '../../sandbox/models/server.ts';

export const USAGE = `usage: npm run replay -- --data DIR --scenario NAME --out OUT
  [--limit N] [--helpdesk zendesk|intercom] [--model builtin|good|sloppy|obedient|hostile] [--reviewer none|approve] [--autopublish off|earned]
  [--embedder E]       none, static, or the address of an endpoint, with EMBEDDING_ID, _DIMENSIONS and _KEY in the environment
  [--in-flight N]      events under way at once (64; results are the same whatever the number)
  [--times N]          how often each webhook is sent (1)
  [--restart-after N]  kills the worker in the middle of event N and starts it again`;

const count = z.coerce.number().int().positive();
const schema = z.strictObject({
  data: z.string(),
  scenario: z.string(),
  out: z.string(),
  limit: count.optional(),
  helpdesk: z.enum(['zendesk', 'intercom']).default('zendesk'),
  model: z.enum(['builtin', ...MODEL_KINDS]).default('builtin'),
  reviewer: z.enum(['none', 'approve']).default('none'),
  autopublish: z.enum(['off', 'earned']).default('off'),
  embedder: z.union([z.enum(['none', 'static']), z.url()]).optional(),
  'in-flight': count.default(64),
  times: count.max(10).default(1),
  'restart-after': count.optional(),
});
export type ReplayArguments = z.infer<typeof schema>;

/** The options of the command; throws an Error that says which one is wrong, with the usage. */
export function replayArguments(argv: string[]): ReplayArguments {
  const options = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, { type: 'string' as const }]));
  try {
    return schema.parse(parseArgs({ args: argv, options, strict: true }).values);
  } catch (error) {
    const why =
      error instanceof z.ZodError
        ? error.issues.map((i) => `--${i.path.join('.')}: ${i.message}`).join('\n')
        : String((error as Error).message);
    throw new Error(`${why}\n${USAGE}`);
  }
}
