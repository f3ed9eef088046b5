import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PERSONAL_WORDS } from '../../../worker/core/language/personal.ts';
import { RECOGNIZERS } from '../../../worker/core/redact/registry.ts';

const paper = readFileSync(join(import.meta.dirname, '../../../docs/personal-data.md'), 'utf8');

it('names every recognizer once, and the paper says of each what it covers', () => {
  expect(new Set(RECOGNIZERS.map(({ name }) => name)).size).toBe(RECOGNIZERS.length);
  for (const { name, kind, covers } of RECOGNIZERS) expect(paper).toContain(`| \`${name}\` | ${kind} | ${covers} |`);
});

it.each(Object.entries(PERSONAL_WORDS))('has no phrase twice in one field, and no empty one: %s', (_, words) => {
  for (const [field, list] of Object.entries(words)) {
    const phrases: string[] = list === '' ? [] : list.split('|');
    expect(
      phrases.filter((phrase, at) => phrase.trim() === '' || phrases.indexOf(phrase) !== at),
      field,
    ).toEqual([]);
  }
});
