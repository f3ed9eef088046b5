import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { expect, it } from 'vitest';

/**
 * Goal: no pattern takes more than 50 ms on 1 MB of its worst input. The everyday run uses 12 KB and a wide
 * margin (a quadratic pattern exceeds it many times); PATTERNS_FULL=1 measures the goal itself.
 */
const IS_FULL = process.env.PATTERNS_FULL === '1';
const BYTES = IS_FULL ? 1_000_000 : 12_000;
const MAX_MS = 50;
const ROOT = join(import.meta.dirname, '../../worker/core');
const ROOMS = ['redact', 'gates', 'mail', 'conversation', 'html', 'language', 'text'];
const FILES = ROOMS.flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${room}/${name}`),
);

const ATOMS = [
  'a',
  'A',
  '1',
  ' ',
  '\n',
  '.',
  '-',
  '_',
  '@',
  '/',
  '<',
  '>',
  '&',
  ':',
  '(',
  '"',
  '+',
  '=',
  'é',
  '東',
  '…',
  'a.',
  'a@',
  '@a',
  'a ',
  'A ',
  'Aa ',
  '1 ',
  '1.',
  '1-',
  '1:',
  'a:',
  'a-',
  'a/',
  'a1',
  'A1',
  'aA1',
  'a_',
  '\n\n',
  ' \n',
  '\n>',
  '> ',
  'a at a ',
  'a dot a ',
  'at ',
  'dot ',
  '://',
  'a://',
  'https://a',
  'http://a.a/',
  '?token=',
  'a.a/',
  '-----BEGIN A-----',
  'eyJ',
  'sk-',
  'password ',
  'password is ',
  'my name is ',
  'hi ',
  'Hi Aa ',
  'regards\n',
  'on 1 ',
  'On a 1\n',
  'from: a\n',
  'de',
  'DE89',
  'AA11 ',
  '1 Aa ',
  '1 Aa Aa ',
  'Aastr. ',
  'rue ',
  'calle ',
  'seed phrase ',
  'abc ',
  '<p>',
  '<a href="',
  '</p>',
  '{{',
  '{%',
  '${',
  '](',
  '[a]: ',
  'url(',
  'curl a ',
  'disable a ',
  'we will a ',
  'send your ',
  'ignore previous ',
  'San ',
  'one ',
  'five ',
  '0x',
  '::',
  '0:',
  '00:',
  'bearer ',
  '0.',
  '1, ',
  '1,111',
  '$1',
  '$1,111',
  'v1.',
  'AB-',
  'AB_AB_',
  'port 1 ',
  'port 1,',
  '…a',
  'a…',
  'mr ',
  'dr. A',
  "'",
  "a'",
  'Aa-',
  'my wife ',
  'Aa, ',
];
const INPUTS = ATOMS.map((atom) => atom.repeat(Math.ceil(BYTES / Buffer.byteLength(atom))));
// What lets a match begin, then goes on without end, then fails.
INPUTS.push(...['a@', 'https://', 'hi ', 'x 1', '+', '(', '<'].map((head) => `${head}${'a'.repeat(BYTES)}!`));

// Libraries' own patterns see a few signs each; they are loaded before the recording begins.
for (const library of ['libphonenumber-js/min', 'htmlparser2', 'diff', 'tinyld/light']) await import(library);
const made: RegExp[] = [];
const Native = globalThis.RegExp;
globalThis.RegExp = new Proxy(Native, {
  construct(target, args: [string, string]) {
    const pattern = new target(...args);
    made.push(pattern);
    return pattern;
  },
});
await import('../../worker/core/gates/check-content.ts');
await import('../../worker/core/conversation/prepare.ts');
await import('../../worker/core/html/blocks.ts');
await import('../../worker/core/language/language.ts');
globalThis.RegExp = Native;

const patterns = [...made, ...FILES.flatMap((file) => literalsOf(readFileSync(join(ROOT, file), 'utf8')))].filter(
  // Without a repetition a pattern looks at a bounded stretch from each place.
  ({ source }) => /[+*{]/.test(source.replace(/\\p\{/g, '')),
);

it('finds the patterns of the text rims', () => {
  expect(patterns.length).toBeGreaterThan(100);
});

it('no pattern of the text rims takes long, whatever the text', { timeout: 600_000 }, () => {
  const slow: string[] = [];
  for (const pattern of patterns) {
    for (const input of INPUTS) {
      let best = Number.POSITIVE_INFINITY;
      for (let time = 0; time < 12 && best > MAX_MS; time++) best = Math.min(best, millisecondsOf(pattern, input));
      if (best > MAX_MS)
        slow.push(`${Math.round(best)} ms on ${JSON.stringify(input.slice(0, 12))}: ${String(pattern).slice(0, 120)}`);
    }
  }
  expect(slow).toEqual([]);
});

/** A sticky pattern is tried at a thousand places, the others wherever they match. */
function millisecondsOf(pattern: RegExp, input: string): number {
  const start = performance.now();
  if (pattern.sticky) {
    for (let at = 0; at < input.length; at += Math.ceil(input.length / 1_000)) {
      pattern.lastIndex = at;
      pattern.exec(input);
    }
  } else if (pattern.global) for (const _match of input.matchAll(pattern));
  else pattern.exec(input);
  return performance.now() - start;
}

/** The regular expressions written in a source: what stands between slashes where no value can end. */
function literalsOf(source: string): RegExp[] {
  const found: RegExp[] = [];
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]!;
    if (sign === '/' && source[at + 1] === '/') at = source.indexOf('\n', at);
    else if (sign === '/' && source[at + 1] === '*') at = source.indexOf('*/', at) + 1;
    else if (sign === "'" || sign === '"' || sign === '`') {
      for (at++; source[at] !== sign; at++) if (source[at] === '\\') at++;
    } else if (sign === '/' && /(?:^|[(,=:[!&|?{};>\n]|return)\s*$/.test(source.slice(Math.max(0, at - 40), at))) {
      let isClass = false;
      const start = ++at;
      for (; isClass || source[at] !== '/'; at++) {
        if (source[at] === '\\') at++;
        else if (source[at] === '[') isClass = true;
        else if (source[at] === ']') isClass = false;
      }
      const flags = /^[a-z]*/.exec(source.slice(at + 1, at + 8))![0];
      found.push(new RegExp(source.slice(start, at), flags));
      at += flags.length;
    }
  }
  return found;
}
