import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageOf } from './files.ts';
import { hostOf } from './host.ts';
import { type Author, asListed, checkListing } from './marketplace.ts';
import type { Finding } from './rules/finding.ts';
import { validatePackage } from './validate.ts';
import { writePackage } from './write.ts';

const ROOT = join(import.meta.dirname, '../..');
const USAGE =
  'npm run package:zendesk -- --host https://mend.example --out DIR [--marketplace --author-name NAME --author-email ADDRESS --author-url URL]';
const TEXT = { type: 'string' } as const;
const OPTIONS = {
  host: TEXT,
  out: TEXT,
  marketplace: { type: 'boolean', default: false },
  'author-name': TEXT,
  'author-email': TEXT,
  'author-url': TEXT,
} as const;

/**
 * Makes the package of a host, holds it to Zendesk's rules and writes it; with `--marketplace` as a listing needs it. A
 * package that breaks a rule is not written.
 */
function run(args: string[]): number {
  try {
    const { values } = parseArgs({ args, options: OPTIONS });
    if (!values.host || !values.out) throw new Error(`both are needed: ${USAGE}`);
    const isListed = values.marketplace;
    const author = authorOf(values['author-name'], values['author-email'], values['author-url']);
    const { files, links } = packageOf(ROOT, hostOf(values.host), (manifest) =>
      isListed ? asListed(manifest, author) : manifest,
    );
    const findings = [...validatePackage(files, links), ...(isListed ? checkListing(files) : [])];
    for (const finding of findings) console.error(inWords(finding));
    if (findings.some(({ level }) => level === 'error')) return 1;
    const { zip, folder } = writePackage(files, values.out, []);
    console.log(`${zip}: ${files.size} files; the same in ${folder} for npm run zendesk:serve`);
    if (isListed) console.log('What only a person can do stands in docs/marketplace.md.');
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

function authorOf(name?: string, email?: string, url?: string): Author | null {
  return name && email && url ? { name, email, url } : null;
}

function inWords({ level, key, message }: Finding): string {
  return `${level}: ${message} (${key})`;
}

process.exitCode = run(process.argv.slice(2));
