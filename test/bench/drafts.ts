import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { goldArticles } from './drafts/gold.ts';
import { onPaper } from './drafts/paper.ts';

const USAGE = `usage: npm run drafts -- --data DIR --gold [--json FILE] [--out FILE.md]   one article a gold subject: writing judged alone`;

function main(): void {
  const { data, gold, json, out } = parseArgs({
    options: {
      data: { type: 'string' },
      gold: { type: 'boolean', default: false },
      json: { type: 'string' },
      out: { type: 'string' },
    },
    strict: true,
  }).values;
  if (!data || !gold) throw new Error(USAGE);
  const written = goldArticles(data);
  const plain = written.map(({ subflow, title, bodyHtml }) => ({ subflow, title, body_html: bodyHtml }));
  if (json) writeFileSync(json, `${JSON.stringify(plain, null, 2)}\n`);
  if (out) writeFileSync(out, written.map((one) => onPaper({ name: one.subflow, ...one })).join('\n'));
  console.log(`${written.length} articles`);
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
