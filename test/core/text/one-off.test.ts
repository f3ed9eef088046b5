import { describe, expect, it } from 'vitest';
import { isOneOff } from '../../../worker/core/text/one-off.ts';

describe('a sentence of one case', () => {
  it.each([
    'The import was changed in the update of 6 November.',
    'The roof terrace has been closed since 3 May.',
    'That part of the shop has just changed.',
    'Your driver is dropping off another passenger and is 2 minutes away.',
    'It’s still waiting at the depot.',
    'Your parcel has been handed to the courier.',
    'Good news, your crate is on its way.',
    'The printer is down at the moment.',
    'We had a power cut yesterday.',
    'A technician called there two days ago.',
  ])('is no knowledge: %s', (text) => expect(isOneOff(text)).toBe(true));

  it.each([
    'Islands and mountain huts are served by boat on Thursdays.',
    'Offices are closed on 25 December.',
    'If your card was declined, use another one.',
    'Once the crate has been collected, money comes back within 5 days.',
    'Your money comes back within 5 days.',
    'The export is now under Reports > Export.',
    'A file can hold up to 2,000 rows.',
    'Unfortunately there are no flights that match your search.',
    'When was the parcel sent?',
    'You may plant it from March to May.',
  ])('is told from a rule: %s', (text) => expect(isOneOff(text)).toBe(false));
});
