import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStaticModel } from '../../../worker/core/meaning/static-model.ts';
import { piecesOf } from '../../../worker/core/meaning/wordpiece.ts';

const ROOT = join(import.meta.dirname, '../../..');
const file = readFileSync(join(ROOT, 'worker/models/static/assets/models/minilm-192.bin'));
const { vocabulary } = readStaticModel(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
const pieces = [...vocabulary.keys()];
/** What the encoder's own tokenizer made of texts in many scripts; tools/meaning/reference.py wrote it. */
const reference: [string, string][] = JSON.parse(readFileSync(join(import.meta.dirname, 'pieces.json'), 'utf8'));

describe('pieces of words', () => {
  it('are those of the reference tokenizer, in many scripts, but for words that it does not know', () => {
    expect(reference.length).toBeGreaterThanOrEqual(500);
    const ours = reference.map(([text]) => piecesOf(text, vocabulary).map((n) => pieces[n]));
    const theirs = reference.map(([, made]) => made.split(' ').filter((piece) => piece !== '[UNK]' && piece !== ''));
    for (const [i, [text]] of reference.entries()) expect(ours[i], JSON.stringify(text)).toEqual(theirs[i]);
  });

  it('are none of an empty text, and of one that no piece stands for', () => {
    expect([piecesOf('', vocabulary), piecesOf(' \u0000\u200b ', vocabulary)]).toEqual([[], []]);
  });

  it('are found in time where a text is long and made by a machine', () => {
    const started = performance.now();
    for (const text of ['x'.repeat(100_000), '# '.repeat(50_000), '\u0301'.repeat(100_000)]) piecesOf(text, vocabulary);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
