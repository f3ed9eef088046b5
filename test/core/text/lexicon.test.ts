import { describe, expect, test } from 'vitest';
import { conceptsOf } from '../../../worker/core/text/lexicon.ts';
import { LEXICON } from '../../../worker/core/text/lexicon-data.ts';

describe('the lexicon', () => {
  test('has at least two members a group, none empty, none twice', () => {
    for (const line of LEXICON) {
      const members = line.split(',').map((member) => member.trim());
      expect(members.length, line).toBeGreaterThan(1);
      expect(new Set(members).size, line).toBe(members.length);
      expect(members.every(Boolean), line).toBe(true);
    }
  });

  test('finds every member in its own group, also the longest phrase', () => {
    LEXICON.forEach((line, group) => {
      for (const member of line.split(',')) expect(conceptsOf(member), `${member} of ${line}`).toContain(`c${group}`);
    });
  });

  test('takes the longest phrase and not its words', () => {
    const [back, ...rest] = conceptsOf('money back');
    expect(rest).toEqual(conceptsOf('refund').slice(1));
    expect(back).toBe(conceptsOf('refund')[0]);
  });
});
