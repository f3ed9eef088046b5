import { parseArgs } from 'node:util';
import { z } from 'zod';

const USAGE = `usage: npm run bench:cost -- [--read N] [--written N] [--webhooks N] [--advice N] [--cpu MS] [--tokens N]
Prices what conversations cost at list prices, from counts that a replay prints. Without arguments: those of docs/operations.md.`;

/**
 * What one conversation takes. Rows: counted in a replay of mails (plausible-mail combo, `npm run replay`) and by `npm run bench:pages`.
 * Webhooks, looks at the sidebar and CPU are assumed, not measured.
 */
const countsSchema = z.object({
  read: z.coerce.number().min(0).default(176),
  written: z.coerce.number().min(0).default(47),
  /** Webhooks: opened, answered twice, solved. */
  webhooks: z.coerce.number().min(0).default(4),
  /** Requests of the sidebar beside it, and what they read. */
  advice: z.coerce.number().min(0).default(3),
  rowsOfAdvice: z.coerce.number().min(0).default(664),
  cpu: z.coerce.number().min(0).default(60),
  /** Tokens of a chat model: none where no model is set. */
  tokens: z.coerce.number().min(0).default(0),
});
type Counts = z.output<typeof countsSchema>;

/**
 * List prices in US dollars a million: Cloudflare's of Workers, D1 and Queues on the paid plan, as others quote them in 2026; look them
 * up before relying on them. A token's is an example: it differs by model.
 */
const A_MILLION = { requests: 0.3, cpuMs: 0.02, rowsRead: 0.001, rowsWritten: 1, operations: 0.4, tokens: 0.6 };

/** A message is written, read and deleted. Source: Cloudflare Queues, pricing. */
const OPERATIONS_A_MESSAGE = 3;

/** What `conversations` cost, part by part, in dollars. */
function costOf(counts: Counts, conversations: number): [string, string, number][] {
  const messages = counts.webhooks + 1;
  const parts: [string, number, number][] = [
    ['requests', counts.webhooks + counts.advice, A_MILLION.requests],
    ['CPU ms', counts.cpu, A_MILLION.cpuMs],
    ['rows read', counts.read + counts.advice * counts.rowsOfAdvice, A_MILLION.rowsRead],
    ['rows written', counts.written, A_MILLION.rowsWritten],
    ['queue operations', messages * OPERATIONS_A_MESSAGE, A_MILLION.operations],
    ['model tokens', counts.tokens, A_MILLION.tokens],
  ];
  return parts.map(([name, each, price]) => [name, String(each), (each * conversations * price) / 1_000_000]);
}

function main(): void {
  const names = ['read', 'written', 'webhooks', 'advice', 'cpu', 'tokens'] as const;
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const counts = countsSchema.parse(parseArgs({ options }).values);
  console.log('| part | a conversation | 1,000 conversations | an account of 10,000 a month |\n|---|---|---|---|');
  const [thousand, month] = [costOf(counts, 1_000), costOf(counts, 10_000)];
  for (const [i, [name, each, dollars]] of thousand.entries())
    console.log(`| ${name} | ${each} | $${dollars.toFixed(4)} | $${(month[i]?.[2] ?? 0).toFixed(3)} |`);
  const sum = (rows: typeof thousand) => rows.reduce((all, [, , dollars]) => all + dollars, 0);
  console.log(`| together | | $${sum(thousand).toFixed(4)} | $${sum(month).toFixed(3)} |`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof z.ZodError ? USAGE : (error as Error).message);
  process.exitCode = 2;
}
