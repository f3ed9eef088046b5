import { expect, it } from 'vitest';
import { MINUTE_MS } from '../../../shared/time.ts';
import { authorOf, sourceAuthor } from '../../../worker/intercom/conversations/authors.ts';
import { historyOfParts } from '../../../worker/intercom/past/history.ts';
import { partSchema } from '../../../worker/intercom/shapes.ts';

const ADMIN = { type: 'admin', id: '5' };
const USER = { type: 'user', id: '6' };
/** Parts a minute apart, as the vendor gives them. */
const parts = (...given: Record<string, unknown>[]) =>
  given.map((part, i) =>
    partSchema.parse({ id: String(i), part_type: 'comment', created_at: (i + 1) * 60, author: ADMIN, ...part }),
  );
const to = (type: string, id: string | null) => ({ part_type: 'assignment', assigned_to: { type, id } });

const HISTORIES: [string, Record<string, unknown>[], Partial<ReturnType<typeof historyOfParts>>][] = [
  ['nothing', [], { closedAt: null, reopenedAt: [], handovers: 0 }],
  ['a close', [{}, { part_type: 'close' }], { closedAt: 2 * MINUTE_MS, reopenedAt: [] }],
  ['an opening', [{ part_type: 'close' }, { part_type: 'open', author: USER }], { reopenedAt: [2 * MINUTE_MS] }],
  ['a note that opens', [{ part_type: 'close' }, { part_type: 'note_and_reopen' }], { reopenedAt: [2 * MINUTE_MS] }],
  [
    'an assignment that opens',
    [{ part_type: 'close' }, { part_type: 'assign_and_reopen' }],
    { reopenedAt: [2 * MINUTE_MS] },
  ],
  ['a customer’s message after the close', [{ part_type: 'close' }, { author: USER }], { reopenedAt: [2 * MINUTE_MS] }],
  [
    'a customer’s message that opens nothing',
    [{ part_type: 'close' }, { author: USER, state: 'closed' }],
    { reopenedAt: [] },
  ],
  ['a note after the close', [{ part_type: 'close' }, { part_type: 'note', state: 'closed' }], { reopenedAt: [] }],
  ['a teammate’s word after the close', [{ part_type: 'close' }, {}], { reopenedAt: [] }],
  [
    'a later part that is open',
    [{ part_type: 'close' }, { part_type: 'x', state: 'open' }],
    { reopenedAt: [2 * MINUTE_MS] },
  ],
  ['an opening while it is open', [{ part_type: 'open' }], { reopenedAt: [] }],
  ['two closes', [{ part_type: 'close' }, { part_type: 'close' }], { closedAt: 2 * MINUTE_MS, reopenedAt: [] }],
  ['the first teammate', [to('admin', '1')], { handovers: 0 }],
  ['a team, then its teammate', [to('team', '1'), to('admin', '2')], { handovers: 0 }],
  ['a second teammate', [to('admin', '1'), to('admin', '1'), to('admin', '2')], { handovers: 1 }],
  [
    'a teammate, nobody, the same again',
    [to('admin', '1'), to('nobody_admin', null), to('admin', '1')],
    { handovers: 0 },
  ],
  ['a contact “assigned”', [to('contact', '1'), to('contact', '2')], { handovers: 0 }],
];

it.each(HISTORIES)('history of %s', (_, given, expected) => {
  expect(historyOfParts(parts(...given))).toMatchObject(expected);
});

const AUTHORS: [string, Record<string, string | boolean> | null, string][] = [
  ['a user', USER, 'customer'],
  ['a lead', { type: 'lead', id: '1' }, 'customer'],
  ['a contact', { type: 'contact', id: '1' }, 'customer'],
  ['a teammate', ADMIN, 'agent'],
  ['Fin', { ...ADMIN, from_ai_agent: true }, 'bot'],
  ['an AI answer', { ...ADMIN, is_ai_answer: true }, 'bot'],
  ['the operator', { ...ADMIN, email: 'operator+abcd1234@intercom.io' }, 'bot'],
  ['a teammate whose address only looks so', { ...ADMIN, email: 'operator+x@intercom.io.example' }, 'agent'],
  ['a bot', { type: 'bot', id: '1' }, 'bot'],
  ['a team', { type: 'team', id: '1' }, 'bot'],
  ['nobody', null, 'bot'],
  ['a type of tomorrow', { type: 'oracle' }, 'bot'],
];

it.each(AUTHORS)('%s is what the API says', (_, author, expected) => {
  expect(authorOf(author)).toBe(expected);
});

it('a message to many in a teammate’s name is a bot’s', () => {
  for (const way of ['campaigns_initiated', 'operator_initiated', 'automated'])
    expect(sourceAuthor(ADMIN, way)).toBe('bot');
  expect(sourceAuthor(ADMIN, 'admin_initiated')).toBe('agent');
  expect(sourceAuthor(USER, 'automated')).toBe('customer');
});
