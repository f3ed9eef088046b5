import { describe, expect, it } from 'vitest';
import { statementsAdded, statementsLost } from '../../../../worker/core/publishing/watching/antibody.ts';

const BEFORE = '<h2>Import</h2><p>A file can hold up to 500 rows.</p><p>Click Import now.</p>';
const AFTER = '<h2>Import</h2><p>A file can hold up to 2,000 rows.</p><p>Click Import now.</p>';
const added = statementsAdded(BEFORE, AFTER);

describe('an antibody', () => {
  it('keeps what a publication put in, and nothing that stood before', () => {
    expect(added).toEqual(['A file can hold up to 2,000 rows.']);
    expect(statementsAdded(null, '<p>One.</p><p>Two.</p>')).toEqual(['One.', 'Two.']);
  });
  it.each([
    ['the article as published', AFTER, 0],
    ['a rewording that keeps the fact', '<p>Each file can hold up to 2,000 rows of people.</p>', 0],
    ['the old number again', BEFORE, 1],
    ['another number', AFTER.replace('2,000', '3,000'), 1],
    ['the line gone', '<h2>Import</h2><p>Click Import now.</p>', 1],
    ['an empty article', '', 1],
    ['the article gone', null, 1],
  ])('for %s counts the statements lost', (_name, html, lost) => {
    expect(statementsLost(added, html)).toHaveLength(lost);
  });
});
