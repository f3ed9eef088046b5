import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { READERS } from './cases/readers.ts';

const USAGE = 'usage: npm run cases -- --cases FILE --out OUT.jsonl';
const EXIT_USAGE = 2;
const EXIT_BAD_INPUT = 1;

const caseSchema = z.looseObject({ id: z.string(), group: z.string(), input: z.unknown() });

/** A case that cannot be read or has no reader; the message says which line and why. */
class BadInput extends Error {}

function argumentsOf(argv: string[]): { cases: string; out: string } {
  let problem: string;
  try {
    const { values } = parseArgs({ args: argv, options: { cases: { type: 'string' }, out: { type: 'string' } } });
    if (values.cases && values.out) return { cases: values.cases, out: values.out };
    problem = values.cases ? '--out is missing' : '--cases is missing';
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  console.error(`${problem}\n${USAGE}`);
  return process.exit(EXIT_USAGE);
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** One line of output for one line of cases: what the product makes of the input. */
function resultOf(line: string, number: number): string {
  let problem: string;
  try {
    const { id, group, input } = caseSchema.parse(JSON.parse(line));
    const reader = READERS[group];
    if (reader) return JSON.stringify({ id, got: reader(input) });
    problem = `no reader for the group "${group}" (there are ${Object.keys(READERS).join(', ')})`;
  } catch (error) {
    problem = reasonOf(error);
  }
  throw new BadInput(`line ${number}: ${problem}`);
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    throw new BadInput(`cannot read --cases ${file}: ${reasonOf(error)}`);
  }
}

const { cases, out } = argumentsOf(process.argv.slice(2));
try {
  const results = linesOf(cases).flatMap((line, at) => (line.trim() === '' ? [] : [resultOf(line, at + 1)]));
  writeFileSync(out, results.map((result) => `${result}\n`).join(''));
  console.error(`${results.length} cases read, written to ${out}`);
} catch (error) {
  console.error(reasonOf(error));
  process.exit(EXIT_BAD_INPUT);
}
