import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TURN_CHARS } from '../../../shared/conversation.ts';
import type { RawConversation, RawTurn } from '../../../worker/core/conversation/helpdesk-conversation.ts';
import { openingQuestion } from '../../../worker/core/conversation/opening.ts';
import { cutTo, prepare, revisionOf, vendorIdsOf } from '../../../worker/core/conversation/prepare.ts';
import { desk, said } from '../said.ts';

const ids = { personId: (vendorId: string) => `p-${vendorId}` };
const person = (id: string, name: string, email: string | null) => ({
  id,
  role: 'customer' as const,
  name,
  email,
  phone: null,
});

function turn(id: string, author: RawTurn['author'], text: string, more: Partial<RawTurn> = {}): RawTurn {
  return { id, author, authorId: `${author}1`, text, html: null, isPublic: true, at: 1_000, ...more };
}

function raw(more: Partial<RawConversation> = {}): RawConversation {
  return {
    id: '77',
    subject: 'Export fails',
    channel: 'email',
    state: 'solved',
    mergedInto: null,
    requester: person('customer1', 'Ada Example', 'ada@acme.example'),
    people: [{ ...person('agent1', 'Bo Helper', 'bo@vendor.example'), role: 'agent' }],
    organization: null,
    brand: null,
    createdAt: 1_000,
    updatedAt: 9_000,
    solvedAt: 8_000,
    reopenedAt: [5_000],
    handovers: 1,
    rating: 'bad',
    tags: [],
    segment: { plan: 'pro' },
    turns: [
      turn('9', 'customer', 'How do I export the report of last month to a spreadsheet?', { at: 1_000 }),
      turn('10', 'agent', 'Open Reports and choose Export.', { at: 2_000 }),
    ],
    ...more,
  };
}

describe('prepare', () => {
  it('keeps public turns only, in order of time and then of id', () => {
    const turns = [
      turn('10', 'agent', 'second', { at: 2 }),
      turn('9', 'customer', 'first', { at: 2 }),
      turn('8', 'agent', 'a private note', { at: 1, isPublic: false }),
      turn('11', 'bot', 'zeroth', { at: 1 }),
    ];
    const made = prepare(raw({ turns }), ids, desk('en-us'));
    expect(made.turns.map((t) => [t.id, t.text])).toEqual([
      ['11', 'zeroth'],
      ['9', 'first'],
      ['10', 'second'],
    ]);
    expect(made.turns.map((t) => t.personId)).toEqual([null, 'p-customer1', 'p-agent1']);
    expect(JSON.stringify(made)).not.toContain('private note');
  });

  it('reads html where there is some, strips quoted mail and drops what is left empty', () => {
    const turns = [
      turn('1', 'customer', 'ignored', { html: '<p>Where is <b>Export</b>?</p>' }),
      turn('2', 'customer', '> only a quote\n> of something', { at: 2_000 }),
      turn('3', 'agent', 'Under Reports.\n\nOn Mon, 5 Jan 2026 at 08:00, Ada wrote:\n> Where is Export?', {
        at: 3_000,
      }),
    ];
    const made = prepare(raw({ turns }), ids, desk('en-us'));
    expect(made.turns.map((t) => t.text)).toEqual(['Where is Export?', 'Under Reports.']);
  });

  it('lets no known name, address or number through, in turns or in the subject', () => {
    const made = prepare(
      raw({
        subject: 'Question of Ada Example',
        turns: [turn('1', 'customer', 'I am Ada Example, write to ada@acme.example or call +1 415 555 2671.')],
      }),
      ids,
      desk('en-us'),
    );
    expect(JSON.stringify(made.turns) + made.subject).not.toMatch(/Ada|acme|555/);
  });

  it('cuts a turn of any length to the bound', () => {
    const made = prepare(raw({ turns: [turn('1', 'customer', 'word '.repeat(200_000))] }), ids, desk('en-us'));
    expect(made.turns[0]?.text.length).toBeLessThanOrEqual(MAX_TURN_CHARS);
  });

  it.each([
    ['the vendor organization', { organization: { id: '5', name: 'Acme', domains: [] } }, '5'],
    ['the company domain, as a hash', {}, 'p-@acme.example'],
    ['none for free mail', { requester: person('customer1', 'Ada', 'ada@GMAIL.com') }, null],
    ['none for free mail of any country', { requester: person('customer1', 'Ada', 'ada@yahoo.co.uk') }, null],
    ['none without an address', { requester: person('customer1', 'Ada', null) }, null],
    ['none for what is no domain', { requester: person('customer1', 'Ada', 'ada@localhost') }, null],
  ])('counts for an organization: %s', (_, more, expected) => {
    expect(prepare(raw(more), ids, desk('en-us')).organizationId).toBe(expected);
  });

  it.each([
    [
      'the language of the words',
      'Wie kann ich den Bericht vom letzten Monat als Tabelle herunterladen und speichern?',
      'de',
    ],
    ['the tenant where the words do not tell', 'ok', 'pt'],
  ])('states %s', (_, text, language) => {
    expect(prepare(raw({ turns: [turn('1', 'customer', text)] }), ids, desk('pt-BR')).language).toBe(language);
  });

  it('states a language in which the desk has articles, as the customer asks', () => {
    const english = { locale: 'en-us', languages: ['en', 'fr'], named: [] };
    const asked = (text: string, answer: string) =>
      prepare(raw({ turns: [turn('1', 'customer', text), turn('2', 'agent', answer)] }), ids, english).language;
    const german = 'Wie kann ich den Bericht vom letzten Monat als Tabelle herunterladen und speichern?';
    const french = 'Comment puis-je télécharger le rapport du mois dernier dans un tableau ?';
    const answer = 'Open Reports, choose the month and press Export, then pick the table format you need.';
    expect(asked(german, answer)).toBe('en');
    expect(asked(french, answer)).toBe('fr');
    expect(
      asked('export csv columns layout dashboard', 'Ouvrez les rapports puis choisissez le mois et exportez.'),
    ).toBe('en');
  });

  it('leaves what the desk’s articles name, but no person whom the helpdesk states', () => {
    const text = 'Can I connect Kestrel Quill? Kestrel Quill said it is mine, who else. Ada Example asks.';
    const shown = (named: string[]) =>
      prepare(raw({ turns: [turn('1', 'customer', text)] }), ids, { locale: 'en', languages: ['en'], named }).turns[0]
        ?.text;
    expect(shown([])).not.toContain('Kestrel Quill said');
    expect(shown(['Kestrel Quill', 'Ada Example'])).toContain('Kestrel Quill said');
    expect(shown(['Kestrel Quill', 'Ada Example'])).not.toContain('Ada Example');
  });

  it('asks only for ids that vendorIdsOf names', () => {
    const asked: string[] = [];
    const conversation = raw();
    const asking = {
      personId: (id: string) => {
        asked.push(id);
        return id;
      },
    };
    prepare(conversation, asking, desk('en'));
    expect(new Set(asked)).toEqual(new Set(vendorIdsOf(conversation)));
  });
});

describe('cutTo', () => {
  it('knows nothing of what came later', () => {
    expect(cutTo(raw(), 1_500)).toMatchObject({
      state: 'open',
      solvedAt: null,
      updatedAt: 1_500,
      reopenedAt: [],
      handovers: 0,
      rating: null,
      turns: [{ id: '9' }],
    });
  });
  it('is solved once it was, with its handovers; the rating comes with the last update', () => {
    expect(cutTo(raw(), 8_000)).toMatchObject({ state: 'solved', solvedAt: 8_000, handovers: 1, rating: null });
    expect(cutTo(raw(), 9_000)).toEqual(raw());
  });
  it('takes the last turn for the solving of a conversation that does not state it', () => {
    const stored = prepare(raw(), ids, desk('en-us'));
    expect(cutTo(stored, 1_999).state).toBe('open');
    expect(cutTo(stored, 2_000).state).toBe('solved');
  });
  it('leaves what is gone gone', () => {
    expect(cutTo(raw({ state: 'merged' }), 1_000).state).toBe('merged');
  });
});

describe('openingQuestion', () => {
  it.each([
    [
      'puts the subject in front',
      'Export fails',
      ['c: It says no data.', 'a: When?', 'c: Today.'],
      'Export fails\nIt says no data.\nToday.',
    ],
    [
      'leaves out a subject that is the message',
      'RE: It says no data…',
      ['c: It says no data today!'],
      'It says no data today!',
    ],
    ['takes three messages', '', ['c: one', 'c: two', 'a: x', 'c: three', 'c: four'], 'one\ntwo\nthree'],
    ['has nothing where nothing was said', '', ['a: Hello?'], ''],
    ['has the subject where only that was said', 'Export fails', ['a: Hello?'], 'Export fails'],
  ])('%s', (_, subject, lines, expected) => {
    expect(openingQuestion(said(lines, { subject }))).toBe(expected);
  });
});

describe('revisionOf', () => {
  const facts = { handovers: 0, reopenedAt: [], rating: null, tags: ['b', 'a'] };
  it('stays while nothing that matters moved', () => {
    const conversation = said(['c: one']);
    expect(revisionOf({ ...conversation, updatedAt: 1 })).toBe(revisionOf(conversation));
    expect(revisionOf(conversation, { ...facts, tags: ['a', 'b'] })).toBe(revisionOf(conversation, facts));
  });
  it('moves with every word, state, person and fact', () => {
    const conversation = said(['c: one']);
    const others = [
      revisionOf(said(['c: two'])),
      revisionOf({ ...conversation, state: 'open' }),
      revisionOf({ ...conversation, organizationId: '5' }),
      revisionOf(conversation, facts),
      revisionOf(conversation, { ...facts, rating: 'bad' }),
    ];
    expect(new Set([revisionOf(conversation), ...others]).size).toBe(6);
  });
  it('does not depend on the order in which the vendor lists turns', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    const turns = [0, 1, 2, 3].map((i) => turn(`${i + 8}`, 'customer', `message ${i}`, { at: i < 2 ? 5 : i }));
    const expected = revisionOf(prepare(raw({ turns }), ids, desk('en')));
    fc.assert(
      fc.property(order, (places) => {
        const shuffled = places.map((place) => turns[place]).filter((t) => t !== undefined);
        expect(revisionOf(prepare(raw({ turns: shuffled }), ids, desk('en')))).toBe(expected);
      }),
      { numRuns: 24, seed: 1 },
    );
  });
});
