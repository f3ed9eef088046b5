import { describe, expect, it } from 'vitest';
import { snippetOf } from '../../../worker/core/advice/snippet.ts';

const BODY = '<h2>Export</h2><p>Open Reports.</p><p>Choose <b>Wages</b> and the month of the export.</p>';

describe('the words of an article that are shown for a search', () => {
  it.each([
    ['wages month', 'Choose Wages and the month of the export.'],
    ['EXPORT', 'Export'],
    ['nothing of it', 'Choose Wages and the month of the export.'],
    ['', 'Export'],
  ])('are of the block that has most of %j', (query, text) => {
    expect(snippetOf(BODY, query, 200)).toBe(text);
  });

  it('are none of an empty article', () => {
    expect(snippetOf('', 'wages', 200)).toBe('');
  });
});
