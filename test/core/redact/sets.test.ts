import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownWords } from '../../../worker/core/mail/own-words.ts';
import { redact } from '../../../worker/core/redact/redact.ts';
import { judgedSchema } from '../../bench/redteam/check.ts';
import { readJsonLines, readTexts } from '../../bench/redteam/texts.ts';

const SETS = ['texts.jsonl', 'texts-more.jsonl', 'texts-disguised.jsonl'];
const PERSONAL = ['personal', 'obfuscated', 'secret'];
const NOBODY = { names: [], emails: [], phones: [] };

it.each(SETS)('of the red team, %s, no personal data is left', (set) => {
  const file = join(import.meta.dirname, '../../bench/redteam', set);
  const texts = new Map(readTexts(file).map((one) => [one.id, one.text]));
  const left = readJsonLines('--texts', file, judgedSchema)
    .filter(({ kind }) => PERSONAL.includes(kind))
    .flatMap(({ id, forbidden }) => {
      const shown = redact(ownWords(texts.get(id) ?? ''), NOBODY)
        .text.normalize('NFKC')
        .toLowerCase();
      return forbidden.filter((one) => shown.includes(one.normalize('NFKC').toLowerCase())).map((one) => [id, one]);
    });
  expect(left).toEqual([]);
});
