import { describe, expect, it } from 'vitest';
import { createReader } from '../../../worker/core/text/reader.ts';
import { reading, sentences } from '../../../worker/core/text/sentences.ts';
import { words } from '../../../worker/core/text/words.ts';

const TURN = 'Open Settings and choose Export. The file keeps 30 days.\nThe file keeps 30 days.';

describe('a reader', () => {
  it('reads each sentence as it is read alone', () => {
    const read = createReader()(TURN);
    expect(read.map(({ text, start, end }) => ({ text, start, end }))).toEqual(sentences(TURN));
    for (const { text, reading: said, words: stems } of read) {
      expect(said).toEqual(reading(text));
      expect(stems).toEqual(words(text));
    }
  });

  it('reads a sentence once, however often and in whichever text it is asked for', () => {
    const sentencesOf = createReader();
    const [, first, again] = sentencesOf(TURN);
    const [alone] = sentencesOf('The file keeps 30 days.');
    expect(sentencesOf(TURN)).toBe(sentencesOf(TURN));
    expect(again?.reading).toBe(first?.reading);
    expect(alone?.reading).toBe(first?.reading);
  });
});
