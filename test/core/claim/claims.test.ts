import { describe, expect, it } from 'vitest';
import { type Claim, type ClaimKind, claimsOf, compareClaims } from '../../../worker/core/claim/claims.ts';

const of = (sentence: string, kind: ClaimKind): Claim[] => claimsOf(sentence).filter((claim) => claim.kind === kind);
const DAY = 24 * 60;

describe('claimsOf reads', () => {
  it.each<[string, ClaimKind, (string | number)[]]>([
    ['You have 14 days to return it.', 'duration', [14 * DAY]],
    ['The link works for forty-eight hours.', 'duration', [2 * DAY]],
    ['Start a 14-day trial.', 'duration', [14 * DAY]],
    ['Refunds take 3-5 business days.', 'duration', [3 * DAY, 5 * DAY]],
    ['It costs $12.50 a month.', 'price', [12.5]],
    ['It costs 9,99 € a month.', 'price', [9.99]],
    ['Upload up to 5 files.', 'limit', [5]],
    ['At most 50 MB per file.', 'limit', [50 * 1024 ** 2]],
    ['The team has 25 seats.', 'number', [25]],
    ['A discount of 20% applies.', 'number', [20]],
    ['Needs version 5.12 or later.', 'version', ['5.12']],
    ['Update to v3 first.', 'version', ['3']],
    ['The offer ends on 3 May 2027.', 'date', ['3 may 2027']],
    ['Go to Settings > Billing now.', 'label', ['settings > billing']],
    ['Press **Save changes** twice.', 'label', ['save changes']],
    ['Press <strong>Save &amp; close</strong>.', 'label', ['save & close']],
    ['Choose “Never” in the list.', 'label', ['never']],
    ['Then click Send Invite.', 'label', ['send invite']],
    ['Open /etc/tern/config.json in an editor.', 'path', ['/etc/tern/config.json']],
    ['See https://www.example.com/help/.', 'url', ['example.com/help']],
    ['Please provide your order number.', 'field', ['order number']],
    ['Your PIN is required.', 'field', ['pin']],
    ['Unless you are the owner, ask them.', 'condition', ['unless owner']],
    ['You cannot delete it.', 'polarity', ['no']],
    ['You can delete it.', 'polarity', ['yes']],
    ['1. Click the bell and then restart the app.', 'step', ['click', 'restart']],
  ])('%s as %s', (sentence, kind, values) => {
    expect(of(sentence, kind).map((claim) => claim.value)).toEqual(values);
  });

  it.each([
    ['a list number', '3. Wait.', 'number'],
    ['a long identifier', 'Order 123456789012 arrived.', 'number'],
    ['the pronoun one', 'Pick one of them.', 'number'],
    ['an address as a label', 'Open `/var/log/tern.log`.', 'label'],
  ] as const)('no claim from %s', (_, sentence, kind) => {
    expect(of(sentence, kind)).toEqual([]);
  });

  it('offsets that point at the text it names', () => {
    const sentence = 'Within 14 days, pay $5 at **Settings > Billing** unless version 2.1 is installed.';
    for (const claim of claimsOf(sentence)) expect(sentence.slice(claim.start, claim.end)).toBe(claim.text);
    expect(claimsOf(sentence).length).toBeGreaterThan(4);
  });

  it('the bound of a limit', () => {
    expect(of('At least 8 characters.', 'limit')[0]?.bound).toBe('min');
    expect(of('A maximum of 8 characters.', 'limit')[0]?.bound).toBe('max');
  });

  it.each(['', '🙂🙂', ' '.repeat(70_000), '**'.repeat(30_000), '1'.repeat(70_000)])(
    'bad input without a claim or a stall',
    (text) => {
      expect(claimsOf(text).filter((claim) => claim.kind !== 'label')).toEqual([]);
    },
  );
});

describe('compareClaims', () => {
  const differences = (a: string, b: string): string[][] =>
    compareClaims(claimsOf(a), claimsOf(b)).differing.map(({ from, to }) => [from.text, to.text]);

  it.each<[string, string, string[][]]>([
    ['Return it within 14 days.', 'You have 30 days to return it.', [['14 days', '30 days']]],
    ['Return it within 2 weeks.', 'You have 14 days to return it.', []],
    ['Up to 5 items for $10.', 'Up to 5 items for $12.', [['$10', '$12']]],
    ['Add 5 guests and 3 rooms.', 'Add 4 rooms and 5 guests.', [['3', '4']]],
    [
      'Go to **Settings > Plan**.',
      'Go to **Settings > Billing**.',
      [['**Settings > Plan**', '**Settings > Billing**']],
    ],
    ['You can cancel it online.', "You can't cancel it online.", [['can cancel', "can't cancel"]]],
    ['Please share the code.', 'Never share the code.', [['share', 'Never share']]],
    ['It takes 3 days.', 'It takes 3 business days.', [['3 days', '3 business days']]],
    ['It takes 3 days.', 'Open the app.', []],
    ['Needs version 4.2.', 'Needs version 4.3.', [['version 4.2', 'version 4.3']]],
  ])('%s against %s', (a, b, expected) => {
    expect(differences(a, b)).toEqual(expected);
  });

  it('names what both say', () => {
    const { same } = compareClaims(claimsOf('5 items in 14 days.'), claimsOf('In two weeks, 5 items.'));
    expect(same.map((claim) => claim.text)).toEqual(['5', '14 days']);
  });
});
