import { expect, it } from 'vitest';
import { withoutSameWays } from '../../../worker/core/drafts/same-way.ts';

const items = (...texts: [string, number][]) =>
  texts.map(([text, times]) => ({ statement: { text }, said: Array.from({ length: times }, () => text) }));
const kept = (...texts: [string, number][]) => withoutSameWays(items(...texts)).map(({ statement }) => statement.text);

it('one way that is told in two verbs stands once, as it is said most', () => {
  expect(
    kept(
      ['Open Settings > Holidays and click Add holiday calendar.', 2],
      ['Choose the country and the region.', 5],
      ['Go to Settings > Holidays and click Add holiday calendar.', 3],
    ),
  ).toEqual(['Choose the country and the region.', 'Go to Settings > Holidays and click Add holiday calendar.']);
});

it('ways to two places stay two, and what is no way stays as it is', () => {
  const texts: [string, number][] = [
    ['Open Settings > Holidays.', 2],
    ['Open Settings > Locations.', 3],
    ['The hours are marked with a star.', 1],
    ['The hours are marked with a star!', 1],
  ];
  expect(kept(...texts)).toEqual(texts.map(([text]) => text));
});
