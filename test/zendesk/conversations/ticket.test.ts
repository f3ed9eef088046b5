import { describe, expect, it } from 'vitest';
import { Permanent } from '../../../worker/loop/ports/errors.ts';
import {
  authorOf,
  segmentOf,
  stateOf,
  type TicketParts,
  toConversation,
} from '../../../worker/zendesk/conversations/ticket.ts';
import { parseAnswer } from '../../../worker/zendesk/parse.ts';
import { historyOfAudits, historyOfMetrics } from '../../../worker/zendesk/past/history.ts';
import {
  type Audit,
  auditSchema,
  type Comment,
  commentSchema,
  type Ticket,
  ticketSchema,
  type User,
} from '../../../worker/zendesk/shapes.ts';

const TIME = '2026-08-01T10:00:00Z';
const AT = Date.parse(TIME);

function ticket(over: object = {}): Ticket {
  return parseAnswer(
    ticketSchema,
    { id: 7, status: 'solved', requester_id: 1, created_at: TIME, updated_at: TIME, ...over },
    'ticket',
  );
}
function comment(over: object = {}): Comment {
  return parseAnswer(
    commentSchema,
    { id: 9, author_id: 2, body: 'b', public: true, created_at: TIME, ...over },
    'comment',
  );
}
function audit(at: string, ...events: object[]): Audit {
  return parseAnswer(
    auditSchema,
    { created_at: at, events: events.map((event) => ({ type: 'Change', ...event })) },
    'audit',
  );
}
const user = (id: string, role: User['role']): [string, User] => [
  id,
  { id, role, name: `n${id}`, email: `e${id}@x.example`, phone: '+49' },
];
const parts = (over: Partial<TicketParts> = {}): TicketParts => ({
  ticket: ticket(),
  comments: [],
  history: { solvedAt: AT, reopenedAt: [], handovers: 0 },
  users: new Map([user('1', 'end-user'), user('2', 'agent'), user('3', 'admin'), user('4', 'end-user')]),
  organization: null,
  botIds: new Set(['5']),
  ...over,
});

describe('who wrote a comment', () => {
  it.each([
    ['an end user', '1', 'customer'],
    ['another end user', '4', 'customer'],
    ['an agent', '2', 'agent'],
    ['an admin', '3', 'agent'],
    ['a known program', '5', 'bot'],
    ['the system', '-1', 'bot'],
    ['nobody', null, 'bot'],
    ['someone who is no longer there', '99', 'bot'],
  ])('%s: %s is "%s"', (_, id, role) => {
    expect(authorOf(id, parts())).toBe(role);
  });

  it('is the customer where the requester was deleted', () => {
    expect(authorOf('1', parts({ users: new Map() }))).toBe('customer');
  });

  it.each([
    ['a rule', { channel: 'rule' }],
    ['an answer bot', { channel: 'answer_bot_for_web_widget' }],
    ['the system', { channel: 'system' }],
    ['a merge, which quotes the customer', { channel: 'web', source: { from: {}, to: {}, rel: 'merge' } }],
  ])('is a bot where %s wrote in an agent’s name', (_, via) => {
    expect(toConversation(parts({ comments: [comment({ via })] })).turns[0]?.author).toBe('bot');
  });
});

describe('a ticket as a conversation', () => {
  it.each([
    [{ status: 'new' }, 'open'],
    [{ status: 'hold' }, 'open'],
    [{ status: 'solved' }, 'solved'],
    [{ status: 'closed' }, 'solved'],
    [{ status: 'closed', tags: ['closed_by_merge'] }, 'merged'],
    [{ status: 'deleted', tags: ['closed_by_merge'] }, 'deleted'],
  ])('%o is "%s"', (over, state) => {
    expect(stateOf(ticket(over))).toBe(state);
  });

  it.each([
    [{ score: 'good' }, 'good'],
    [{ score: 'bad', comment: 'x' }, 'bad'],
    [{ score: 'offered' }, null],
    [{}, null],
    [null, null],
    [undefined, null],
  ])('rated %o is "%s"', (satisfaction_rating, rating) => {
    expect(toConversation(parts({ ticket: ticket({ satisfaction_rating }) })).rating).toBe(rating);
  });

  it('has its turns in order of time, its people once, and nothing where the vendor tells nothing', () => {
    const late = comment({
      id: 11,
      created_at: '2026-08-01T12:00:00Z',
      plain_body: 'plain',
      html_body: '<p>plain</p>',
    });
    const read = toConversation(parts({ comments: [late, comment({ author_id: 1 }), comment({ id: 10 })] }));
    expect(read.turns.map(({ id }) => id)).toEqual(['9', '10', '11']);
    expect(read.turns[2]).toMatchObject({ text: 'plain', html: '<p>plain</p>' });
    expect(read.people.map(({ id }) => id)).toEqual(['1', '2']);
    expect(read).toMatchObject({
      subject: '',
      channel: 'unknown',
      organization: null,
      brand: null,
      tags: [],
      segment: {},
    });
  });

  it('tells the segment by organization fields that say something', () => {
    const organization = {
      id: '1',
      name: 'o',
      organization_fields: { plan: 'gold', seats: 4, beta: false, none: null, blank: '', list: [1] },
    };
    expect(segmentOf(organization)).toEqual({ plan: 'gold', seats: '4', beta: 'false' });
  });

  it('is refused with the path where its id or a time has no form of the vendor’s', () => {
    for (const over of [{ id: null }, { created_at: 'soon' }, { id: 2 ** 53 + 2 }])
      expect(() => ticket(over)).toThrow(Permanent);
    expect(() => ticket({ created_at: 'soon' })).toThrow(/"created_at"/);
  });
});

describe('a ticket’s history', () => {
  it('is read from its metrics where they tell all', () => {
    const metrics = { reopens: 0, assignee_stations: 3, group_stations: 1, solved_at: '2026-08-01T09:00:00Z' };
    expect(historyOfMetrics(ticket({ metric_set: metrics }))).toEqual({
      solvedAt: AT - 3_600_000,
      reopenedAt: [],
      handovers: 2,
    });
    expect(historyOfMetrics(ticket({ status: 'open', metric_set: metrics }))).toMatchObject({ solvedAt: null });
    expect(
      historyOfMetrics(ticket({ metric_set: { ...metrics, assignee_stations: 0, group_stations: 0 } })),
    ).toMatchObject({ handovers: 0 });
    expect(historyOfMetrics(ticket({ metric_set: { ...metrics, reopens: 1 } }))).toBeNull();
    expect(historyOfMetrics(ticket({ metric_set: { ...metrics, group_stations: 2 } }))).toBeNull();
    expect(historyOfMetrics(ticket())).toBeNull();
  });

  it('is read from its audits: the last solving, each return, each handover after the first', () => {
    const status = (value: string, previous_value: string) => ({ field_name: 'status', value, previous_value });
    const audits = [
      audit('2026-08-01T04:00:00Z', status('solved', 'open'), {
        field_name: 'assignee_id',
        value: '3',
        previous_value: '2',
      }),
      audit('2026-08-01T01:00:00Z', { field_name: 'assignee_id', value: '2', previous_value: null }),
      audit('2026-08-01T02:00:00Z', status('solved', 'open')),
      audit('2026-08-01T03:00:00Z', status('open', 'solved'), {
        field_name: 'group_id',
        value: null,
        previous_value: '8',
      }),
      audit('2026-08-05T04:00:00Z', status('closed', 'solved')),
    ];
    expect(historyOfAudits(ticket({ status: 'closed' }), audits)).toEqual({
      solvedAt: Date.parse('2026-08-01T04:00:00Z'),
      reopenedAt: [Date.parse('2026-08-01T03:00:00Z')],
      handovers: 1,
    });
    expect(historyOfAudits(ticket(), [])).toEqual({ solvedAt: AT, reopenedAt: [], handovers: 0 });
    expect(historyOfAudits(ticket({ status: 'open' }), audits).solvedAt).toBeNull();
  });
});
