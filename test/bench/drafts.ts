import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { goldArticles } from './drafts/gold.ts';
import { onPaper } from './drafts/paper.ts';
import { draftsOf } from './drafts/scenario.ts';

const USAGE = `usage: npm run drafts -- --data DIR --scenario NAME --out FILE.md [--model builtin|good|sloppy|obedient|hostile]
                               the last draft of every gap of a replay with its evidence, for a person to judge
       npm run drafts -- --data DIR --gold [--json FILE] [--out FILE.md] [--model builtin|good|sloppy]
                               one article a gold subject, by the code that the worker runs: writing judged alone`;

async function main(): Promise<void> {
  const { data, scenario, model, gold, json, out } = parseArgs({
    options: {
      data: { type: 'string' },
      scenario: { type: 'string' },
      model: { type: 'string', default: 'builtin' },
      gold: { type: 'boolean', default: false },
      json: { type: 'string' },
      out: { type: 'string' },
    },
    strict: true,
  }).values;
  if (!data || gold === (scenario !== undefined) || (scenario !== undefined && !out)) throw new Error(USAGE);
  const written = scenario === undefined ? goldArticles(data, model) : [];
  const papers =
    scenario === undefined
      ? written.map((one) => ({ ...one, name: one.subflow }))
      : await draftsOf(data, scenario, model, (done, all) => process.stderr.write(`\r${done} of ${all}`));
  const plain = written.map(({ subflow, title, bodyHtml }) => ({ subflow, title, body_html: bodyHtml }));
  if (json) writeFileSync(json, `${JSON.stringify(plain, null, 2)}\n`);
  if (out) writeFileSync(out, papers.map(onPaper).join('\n'));
  console.log(`${papers.length} drafts`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});
