import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageOf } from './files.ts';
import { hostOf } from './host.ts';
import type { Finding } from './rules/finding.ts';
import { validatePackage } from './validate.ts';
import { writePackage } from './write.ts';

const ROOT = join(import.meta.dirname, '../..');
const USAGE = 'npm run package:zendesk -- --host https://mend.example --out DIR';

/** Makes the package of a host, holds it to Zendesk's rules and writes it. A package that breaks one is not written. */
function run(args: string[]): number {
  try {
    const { values } = parseArgs({ args, options: { host: { type: 'string' }, out: { type: 'string' } } });
    if (!values.host || !values.out) throw new Error(`both are needed: ${USAGE}`);
    const { files, links } = packageOf(ROOT, hostOf(values.host));
    const findings = validatePackage(files, links);
    for (const finding of findings) console.error(inWords(finding));
    if (findings.some(({ level }) => level === 'error')) return 1;
    const { zip, folder } = writePackage(files, values.out, []);
    console.log(`${zip}: ${files.size} files; the same in ${folder} for npm run zendesk:serve`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

function inWords({ level, key, message }: Finding): string {
  return `${level}: ${message} (${key})`;
}

process.exitCode = run(process.argv.slice(2));
