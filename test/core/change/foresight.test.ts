import { describe, expect, it } from 'vitest';
import { changeIndex } from '../../../worker/core/change/change-note.ts';
import { foresee } from '../../../worker/core/change/foresight.ts';
import { itemsOf } from '../../../worker/core/change/note-items.ts';

const BOX = {
  id: 'box',
  title: 'Send a parcel',
  body: '<p>Open <b>Orders &gt; Ship</b>.</p><ol><li>Weigh the parcel. It may weigh up to 20 kg.</li><li>Click <b>Print label</b>.</li><li>A label is valid for 14 days.</li></ol>',
};
const PICKUP = {
  id: 'pickup',
  title: 'Book a pickup',
  body: '<p>Couriers come between 8:00 and 18:00.</p><p>After 3 missed pickups the address is blocked for 30 days.</p><p>Choose <b>Pickup</b> in the menu.</p>',
};
const ACCOUNT = {
  id: 'account',
  title: 'Your account',
  body: '<p>A sign-in code is valid for 10 minutes.</p><p>Invite your colleagues under <b>Team</b>.</p>',
};
const INDEX = changeIndex([BOX, PICKUP, ACCOUNT]);
const read = (title: string, text = '', kind: Parameters<typeof foresee>[1]['kind'] = null) =>
  foresee(INDEX, { title, text, kind }, 'en');
const lines = (title: string, text = '') => read(title, text).stale.map(({ articleId, after }) => [articleId, after]);

describe('a change note', () => {
  it.each([
    [
      'a place that moved',
      'Shipping has moved from Orders > Ship to Parcels > Send.',
      'Open <b>Parcels &gt; Send</b>.',
    ],
    ['a button by another name', 'The Print label button is now called Create label.', 'Click <b>Create label</b>.'],
    ['what took its place', 'Create label replaces Print label.', 'Click <b>Create label</b>.'],
    [
      'a limit, counted once',
      'The maximum weight of a parcel was raised from 20 to 25 kg.',
      'It may weigh up to 25 kg.',
    ],
    ['instead of', 'Labels are valid for 28 days instead of 14 days.', 'A label is valid for 28 days.'],
  ])('changes the line that holds the old value: %s', (_, note, after) => {
    expect(lines(note)).toEqual([['box', after]]);
  });

  it('changes every value of a line that says the same in another order', () => {
    expect(lines('Addresses are now blocked for 60 days after 5 missed pickups.')).toEqual([
      ['pickup', 'After 5 missed pickups the address is blocked for 60 days.'],
    ]);
  });

  it.each([
    'A refund is valid for 60 days.',
    'Fixed a crash when printing.',
    'Parcels are scanned 20% faster.',
    'Thank you for 10 years of shipping with us.',
    'Stamps cost 14 cents more.',
  ])('touches nothing where nothing says the same: %s', (note) => {
    expect(read(note)).toEqual({ stale: [], undocumented: [] });
  });

  it('is read entry by entry', () => {
    const text =
      '## Changed\n- Shipping has moved from Orders > Ship to Parcels > Send (#812)\n- **Label**: faster\n\nA label is valid for 30 days.';
    expect(lines('Release 5', text)).toEqual([
      ['box', 'Open <b>Parcels &gt; Send</b>.'],
      ['box', 'A label is valid for 30 days.'],
    ]);
    expect(itemsOf({ title: 'Release 5', text: '1. Do [this](https://x.example).\n2. Then that.' })).toEqual([
      { text: 'Release 5', isStep: false },
      { text: 'Do this.', isStep: true },
      { text: 'Then that.', isStep: true },
    ]);
  });

  it('tells what is launched that no article knows, and not what one documents', () => {
    expect(read('New: customs forms for parcels to Norway').undocumented).toHaveLength(1);
    expect(
      read('Release 6', 'Customs forms\n1. Open Customs.', 'added').undocumented.map(({ text }) => text),
    ).toContain('Open Customs.');
    expect(read('You can now invite your colleagues under Team.').undocumented).toEqual([]);
    expect(read('New: a faster, fixed scanner').undocumented).toEqual([]);
    expect(read('Customs forms for parcels to Norway', '', 'fixed').undocumented).toEqual([]);
  });

  it('is told apart in other languages by their own words', () => {
    const note = { title: 'Neu: Zollformulare für Pakete nach Norwegen', text: '', kind: null };
    expect(foresee(INDEX, note, 'de').undocumented).toHaveLength(1);
    expect(foresee(INDEX, note, 'xx').undocumented).toEqual([]);
  });
});
