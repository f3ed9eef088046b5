import { describe, expect, it } from 'vitest';
import { customersWords } from '../../../../worker/core/drafts/report/customers-words.ts';
import { seenWith } from '../../../../worker/core/drafts/report/seen-with.ts';
import { talks } from '../article/lamp.ts';

const FROM = ['iOS 17.2 and app 4.8.1', 'iOS 17.2', 'a Galaxy S23 with Android 14', 'Android 14'];
const CODES = ['error 503', 'error 503', 'LMP-2041', 'LMP-2041'];

/** Customers whose lamp app closes: each on a device, with a code; one has a number of its own. */
const CRASH = talks(
  'crash',
  FROM.map((device, n) => [
    `The lamp app closes when I open the timer. I am on ${device} and see ${CODES[n]}. It should show the timer list. My box says SN-884${n}.`,
    'We know of it and are working on it.',
  ]),
);

const found = seenWith(CRASH);

describe('where a defect shows', () => {
  it('counts versions, systems and codes of errors by conversation, and masks none', () => {
    expect(found).toContainEqual({ what: 'iOS 17.2', conversations: 2 });
    expect(found).toContainEqual({ what: 'Android 14', conversations: 2 });
    expect(found).toContainEqual({ what: 'error 503', conversations: 2 });
    expect(found).toContainEqual({ what: 'LMP-2041', conversations: 2 });
  });

  it('counts no number that one customer alone has, and no part of a name twice', () => {
    const names = found.map(({ what }) => what).join(' ');
    expect(names).not.toMatch(/SN-884|(?:^|\s)17\.2(?:\s|$)(?<!iOS 17\.2)/);
  });
});

describe('what customers tell of a defect', () => {
  const told = customersWords(CRASH);

  it('is parted into what they see, what they did and what they expected', () => {
    expect(told.steps).toEqual(['The lamp app closes when I open the timer.']);
    expect(told.expected).toEqual(['It should show the timer list.']);
  });

  it('holds nothing that one of them alone wrote', () => {
    expect(JSON.stringify(told)).not.toMatch(/Galaxy|884/);
  });
});
