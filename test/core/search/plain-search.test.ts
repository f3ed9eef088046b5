import { describe, expect, it } from 'vitest';
import { plainSearch } from '../../../worker/core/search/plain-search.ts';

const FERN = { id: '1', title: 'Water an indoor fern', labels: [], bodyText: 'Stick a finger into the soil.' };
const VAN = {
  id: '2',
  title: 'Delivery by van',
  labels: [],
  bodyText: 'The van waters nothing. Irrigation pipes are bulky.',
};

describe('a help center’s own search', () => {
  it('puts what stands in the title before what stands in the body', () => {
    expect(plainSearch([VAN, FERN])('How much water?')).toEqual(['1', '2']);
  });

  it('finds an article by a label that a fix adds, and not before', () => {
    expect(plainSearch([FERN, VAN])('irrigation?')).toEqual(['2']);
    expect(plainSearch([{ ...FERN, labels: ['irrigation'] }, VAN])('irrigation?')).toEqual(['1', '2']);
  });

  it('finds nothing where no word is held', () => {
    expect(plainSearch([FERN, VAN])('parking?')).toEqual([]);
    expect(plainSearch([])('water')).toEqual([]);
  });
});
