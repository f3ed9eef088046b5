import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Node, readSources, walk } from '../architecture/source.ts';
import { adversarial, leastCpuMs } from './adversarial.ts';

/**
 * A pattern is tried on 4 KB of every kind of text that its own signs can make; PATTERNS_FULL=1 takes four times as many
 * pieces of each. What is longer than a message is cut before it is searched, so that a pattern may look from each place to the
 * end, which takes some 15 ms and, where both cores are busy, ten times that; anything worse takes seconds. The limit lies far from both, because how a time grows
 * between two short texts is noise on a busy machine.
 */
const IS_FULL = process.env.PATTERNS_FULL === '1';
const CHARS = 4_096;
const MAX_MS = 300;
const MAX_ATOMS = IS_FULL ? 12 : 3;
const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['worker', 'shared', 'intercom-app', 'zendesk-app'];

interface Pattern {
  where: string;
  pattern: RegExp;
}

/** Every pattern written between slashes. */
function writtenPatterns(): Pattern[] {
  const found: Pattern[] = [];
  for (const { path, program, text } of readSources(ROOT, FOLDERS))
    walk(program, (node: Node) => {
      const regex =
        node.type === 'Literal' ? (node.regex as { pattern: string; flags: string } | undefined) : undefined;
      if (!regex) return;
      const where = `${path}:${text.slice(0, node.start).split('\n').length}`;
      found.push({ where, pattern: new RegExp(regex.pattern, regex.flags) });
    });
  return found;
}

/** Every pattern that the core puts together while it is loaded. */
async function builtPatterns(): Promise<Pattern[]> {
  // Libraries' own patterns see a few signs each; they are loaded before the recording begins.
  for (const library of ['libphonenumber-js/min', 'htmlparser2', 'diff', 'tinyld/light', 'zod', 'stemmer'])
    await import(library);
  const found: Pattern[] = [];
  const Native = globalThis.RegExp;
  let where = '';
  globalThis.RegExp = new Proxy(Native, {
    construct(target, args: [string, string]) {
      const pattern = new target(...args);
      found.push({ where, pattern });
      return pattern;
    },
  });
  try {
    for (const { path } of readSources(ROOT, ['worker/core'])) {
      where = path;
      await import(join(ROOT, path));
    }
  } finally {
    globalThis.RegExp = Native;
  }
  return found;
}

const CLASSES: Record<string, string[]> = {
  d: ['1'],
  w: ['a', '_'],
  s: [' ', '\n'],
  S: ['a'],
  D: ['a'],
  W: [' ', '.'],
  b: [],
  B: [],
};
const PROPERTIES: [RegExp, string[]][] = [
  [/^(?:L|Ll|L&|Letter|Alphabetic|sc=Latin|Script=Latin)$/, ['é', 'a']],
  [/^(?:Lu|Uppercase)$/, ['A']],
  [/^N/, ['1']],
  [/^M/, ['\u0301']],
  [/^P/, ['.']],
  [/^S/, ['+']],
  [/^Z/, [' ']],
  [/Han/, ['東']],
  [/Hira|Kata/, ['か']],
];

/** What a pattern is made of: the runs of letters in it, a sign of each of its classes, its marks. */
function alphabetOf(source: string): string[] {
  const atoms = new Set<string>();
  const bare = source.replace(
    /\\p\{([^}]*)\}|\\u\{?([0-9a-f]{4,6})\}?|\\x([0-9a-f]{2})|\\([a-zA-Z])|\\(.)|\(\?[<!=:a-z]*/giu,
    (_, property, unit, byte, letter, mark) => {
      if (property) for (const sign of PROPERTIES.find(([name]) => name.test(property))?.[1] ?? ['a']) atoms.add(sign);
      if (unit || byte) atoms.add(String.fromCodePoint(Number.parseInt(unit ?? byte, 16)));
      if (letter && letter !== 'p')
        for (const sign of CLASSES[letter] ?? [{ n: '\n', t: '\t', r: '\r', f: '\f', v: '\v' }[letter as 'n'] ?? ''])
          if (sign) atoms.add(sign);
      if (mark) atoms.add(mark);
      return ' ';
    },
  );
  for (const [run] of bare.matchAll(/[\p{L}]{1,12}/gu)) atoms.add(run);
  for (const [sign] of bare.matchAll(/[^\p{L}\p{N}()[\]{}|^$?*+\\.]/gu)) atoms.add(sign);
  if (/(?<!\\)\.|\[\^/.test(source)) for (const sign of ['a', ' ']) atoms.add(sign);
  atoms.add('a');
  // Signs of classes repeat worst; of many words the shortest stand for all.
  return [...atoms].sort((a, b) => a.length - b.length).slice(0, MAX_ATOMS);
}

/** A sticky pattern is tried at a few hundred places, the others wherever they match. */
function run(pattern: RegExp, input: string): void {
  if (pattern.sticky) {
    for (let at = 0; at < input.length; at += Math.ceil(input.length / 500)) {
      pattern.lastIndex = at;
      pattern.exec(input);
    }
  } else if (pattern.global) for (const _match of input.matchAll(pattern));
  else pattern.exec(input);
}

function isSlow(pattern: RegExp, input: string): boolean {
  return leastCpuMs(() => run(pattern, input), MAX_MS) > MAX_MS;
}

describe('every pattern of the project', () => {
  let patterns: Pattern[] = [];
  beforeAll(async () => {
    const all = [...writtenPatterns(), ...(await builtPatterns())];
    // Without a repetition a pattern looks at a bounded stretch from each place.
    const repeating = all.filter(({ pattern }) => /[+*{]/.test(pattern.source.replace(/\\p\{/g, '')));
    patterns = [...new Map(repeating.map((one) => [String(one.pattern), one])).values()];
  });

  it('is collected from the source', () => {
    expect(patterns.length).toBeGreaterThan(400);
  });

  it('takes time that grows with the text alone', { timeout: 600_000 }, () => {
    const slow = patterns.flatMap(({ where, pattern }) => {
      const worst = adversarial(alphabetOf(pattern.source), CHARS).find((input) => isSlow(pattern, input));
      return worst === undefined
        ? []
        : [`${where} ${String(pattern).slice(0, 100)} on ${JSON.stringify(worst.slice(0, 14))}`];
    });
    expect(slow).toEqual([]);
  });
});
