import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BadInput, readPatchSet } from './patch/dataset.ts';
import { patchAll } from './patch/run.ts';

const USAGE = 'usage: npm run patch -- --data DIR --out FILE';
const EXIT_USAGE = 2;
const EXIT_BAD_INPUT = 1;

function argumentsOf(argv: string[]): { data: string; out: string } {
  let problem: string;
  try {
    const { values } = parseArgs({ args: argv, options: { data: { type: 'string' }, out: { type: 'string' } } });
    if (values.data && values.out) return { data: values.data, out: values.out };
    problem = values.data ? '--out is missing' : '--data is missing';
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  console.error(`${problem}\n${USAGE}`);
  return process.exit(EXIT_USAGE);
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new BadInput(`cannot write --out ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const { data, out } = argumentsOf(process.argv.slice(2));
try {
  const set = readPatchSet(data);
  write(out, '');
  const step = Math.max(1, Math.floor(set.cases.length / 10));
  const rows = patchAll(set, (done) => {
    if (done % step === 0 || done === set.cases.length) console.error(`${done} of ${set.cases.length} notes`);
  });
  write(out, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const refused = rows.filter((row) => row.refused).length;
  console.error(`${rows.length - refused} patches, ${refused} refused, written to ${out}`);
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  console.error(error.message);
  process.exit(EXIT_BAD_INPUT);
}
