import { describe, expect, it } from 'vitest';
import { ownSentences } from '../../../worker/core/console/own-sentences.ts';

describe('what a proposal says of its own', () => {
  it('is all of a new article, each once', () => {
    expect(ownSentences('<h2>Export</h2><p>Choose Pay.</p><p></p><p>Choose Pay.</p>', null)).toEqual([
      'Export',
      'Choose Pay.',
    ]);
  });

  it('is what a change brings', () => {
    const base = '<p>Choose Wages.</p><ul><li>It takes a minute.</li></ul>';
    expect(ownSentences(base.replace('Wages', 'Pay'), base)).toEqual(['Choose Pay.']);
  });
});
