import { describe, expect, it } from 'vitest';
import { trimmedQuestion } from '../../../worker/core/console/trimmed.ts';

describe('a customer’s question as a reviewer reads it', () => {
  it.each([
    [
      'Shifts in Outlook?\nHello,\nCan I see my shifts in Outlook?\nThank you,\nKarin',
      'Shifts in Outlook?\nCan I see my shifts in Outlook?',
    ],
    [
      'Kalender\nGuten Tag zusammen,\nwie abonniere ich den Kalender in Outlook?\nViele Grüße',
      'Kalender\nwie abonniere ich den Kalender in Outlook?',
    ],
    ['Invoice 4711', 'Invoice 4711'],
    ['Export\nIt takes 3 days', 'Export\nIt takes 3 days'],
  ])('has no greeting and no signature: %j', (text, wanted) => {
    expect(trimmedQuestion(text, 280)).toBe(wanted);
  });

  it('is what asks, where the whole is too long', () => {
    const long = `Export\n${'We moved to the new office last week and everything went well. '.repeat(5)}\nHow do I export the wages of all branches? It is urgent for us.`;
    expect(trimmedQuestion(long, 120)).toBe('How do I export the wages of all branches?');
  });

  it('is never empty where something was written', () => {
    expect(trimmedQuestion('Help', 10)).toBe('Help');
    expect(trimmedQuestion('', 10)).toBe('');
  });
});
