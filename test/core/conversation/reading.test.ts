import { describe, expect, it } from 'vitest';
import type { Person, RawConversation, RawTurn } from '../../../worker/core/conversation/helpdesk-conversation.ts';
import { openingQuestion } from '../../../worker/core/conversation/opening.ts';
import { prepare } from '../../../worker/core/conversation/prepare.ts';
import { signalsOf } from '../../../worker/core/signals/signals.ts';
import { desk } from '../said.ts';

const person = (id: string, role: Person['role'], name: string, email: string | null = null): Person => ({
  id,
  role,
  name,
  email,
  phone: null,
});
const ADA = person('c', 'customer', 'Ada Vale', 'ada@client.example');
const BO = person('a', 'agent', 'Bo Marsh', 'bo@acme.example');

const turn = (id: number, author: 'customer' | 'agent', text: string, more: Partial<RawTurn> = {}): RawTurn => ({
  id: String(id),
  author,
  authorId: author === 'customer' ? ADA.id : BO.id,
  text,
  html: null,
  isPublic: true,
  at: id * 600_000,
  ...more,
});

function raw(turns: RawTurn[], more: Partial<RawConversation> = {}): RawConversation {
  return {
    id: '1',
    subject: 'Export',
    channel: 'email',
    state: 'solved',
    mergedInto: null,
    requester: ADA,
    people: [ADA, BO],
    organization: null,
    brand: null,
    createdAt: 1,
    updatedAt: 9_000_000,
    solvedAt: 9_000_000,
    reopenedAt: [],
    handovers: 0,
    rating: null,
    tags: [],
    segment: {},
    turns,
    ...more,
  };
}
const prepared = (turns: RawTurn[], more: Partial<RawConversation> = {}) =>
  prepare(raw(turns, more), { personId: (id) => id }, desk('en'));
const kindsOf = (conversation: ReturnType<typeof prepared>, facts: RawConversation) =>
  signalsOf({
    conversation,
    facts,
    suggestedArticleIds: [],
    linkedArticleIds: [],
    coverage: null,
    issueId: null,
    articleId: null,
    earlier: [],
  }).map((signal) => signal.kind);

const ASKED = turn(1, 'customer', 'The export stops at 40 percent, what can I do?');
const ANSWERED = turn(2, 'agent', 'Please clear the cache under Settings.');

describe('a message that no person wrote', () => {
  const MACHINES = [
    'I am out of the office until 12 November with limited access to e-mail. In urgent cases please contact my colleagues.',
    'Vielen Dank für Ihre Nachricht. Ich bin bis zum 12. November im Urlaub, Ihre E-Mail wird nicht weitergeleitet.',
    "Je suis absente du bureau jusqu'au 12 novembre. En cas d'urgence, contactez l'accueil.",
    'Estaré fuera de la oficina hasta el 12 de noviembre y no leeré el correo.',
    'Estou de férias até ao dia 12 de novembro. Em caso urgente contacte o meu colega.',
    'ただいま休暇中です。11月12日以降に返信いたします。お急ぎの場合は担当までご連絡ください。',
    'Delivery has failed to these recipients or groups: the address could not be found.\n550 5.1.10 RESOLVER.ADR.RecipientNotFound',
    'Your message was read on Monday, November 2, 2026 10:15:00 AM (UTC).',
    'Ada Vale has declined this invitation: Weekly sync @ Mon 2 Nov 2026.',
    'Thank you for contacting Client Ltd. Your request has been received and a ticket (#88231) has been created. Please do not reply to this e-mail.',
  ];
  it.each(MACHINES)('is a bot’s: no question, no return, no signal: %j', (text) => {
    const turns = [ASKED, ANSWERED, turn(3, 'customer', text)];
    const facts = raw(turns, { reopenedAt: [3 * 600_000] });
    const made = prepared(turns, facts);
    expect(made.turns.filter((one) => one.author === 'customer')).toHaveLength(1);
    expect(openingQuestion(made)).toBe('The export stops at 40 percent, what can I do?');
    expect(kindsOf(made, facts)).not.toContain('reopen');
  });

  it.each(MACHINES)('asks nothing as a conversation of its own: %j', (text) => {
    const turns = [turn(1, 'customer', text), turn(2, 'agent', 'Noted.')];
    const subject = 'Automatic reply: Export';
    const made = prepared(turns, { subject });
    expect([openingQuestion(made), made.kind]).toEqual(['', 'machine']);
    expect(kindsOf(made, raw(turns, { subject }))).toEqual([]);
  });

  it.each([
    'I am out of the office until Friday, can you move my appointment to next week?',
    'The out of office reply is not sent when I set it under Settings.',
    'My message could not be delivered to kim@client.example. How do I fix it?',
    'Your request form has been received badly by our customers: it does not scroll.',
    'I will be back on Monday, please keep the ticket open.',
  ])('is not one that a person wrote about such messages: %j', (text) => {
    expect(prepared([turn(1, 'customer', text)]).turns.map((one) => one.author)).toEqual(['customer']);
  });
});

describe('a return', () => {
  const back = (text: string) => {
    const turns = [ASKED, ANSWERED, turn(3, 'customer', text)];
    const facts = raw(turns, { reopenedAt: [3 * 600_000 + 1_000] });
    return kindsOf(prepared(turns, facts), facts).includes('reopen');
  };
  it.each([
    'Thanks!',
    'Thank you so much, that worked.',
    'Perfekt, vielen Dank!',
    'Merci beaucoup, ça marche.',
    '了解しました。ありがとうございます。',
  ])('is none where the customer only thanks: %j', (text) => {
    expect(back(text)).toBe(false);
  });
  it.each(['Thanks, but it stops at 60 percent now.', 'It still does not work.'])(
    'is one with something to say: %j',
    (text) => {
      expect(back(text)).toBe(true);
    },
  );
  it('is none where nobody wrote', () => {
    const facts = raw([ASKED, ANSWERED], { reopenedAt: [5_000_000] });
    expect(kindsOf(prepared(facts.turns, facts), facts)).not.toContain('reopen');
  });
});

describe('a talk kept in one message', () => {
  it.each([
    '(1:38:05 PM) *** Ada Vale has joined the chat ***\n(1:38:39 PM) Ada Vale: My export stops.\n(1:40:26 PM) Bo Marsh: Please clear the cache.\n(1:42:00 PM) Ada Vale: Thanks, it works.',
    'Chat started: 2026-11-01 10:15 UTC\n\n(10:15:01) Visitor 48213: My export stops.\n(10:15:40) Bo Marsh: Please clear the cache.\n(10:16:10) Visitor 48213: Thanks, it works.',
    '--- November 1, 2026 ---\n\n09:42 AM | Ada Vale: My export stops.\n\n09:43 AM | Bo from Acme: Please clear the cache.\n\n09:45 AM | Ada Vale: Thanks, it works.',
    'Conversation with Ada Vale\n\nAda Vale, 10:15\nMy export stops.\n\nBo Marsh, 10:20\nPlease clear the cache.\n\nAda Vale, 10:21\nThanks, it works.',
  ])('becomes its turns', (text) => {
    const made = prepared([turn(1, 'agent', text)], { channel: 'chat', subject: '' });
    expect(made.turns.map((one) => [one.author, one.text])).toEqual([
      ['customer', 'My export stops.'],
      ['agent', 'Please clear the cache.'],
      ['customer', 'Thanks, it works.'],
    ]);
  });

  it.each([
    '10:15:01 ERROR: disk full\n10:15:02 INFO: trying again\n10:15:03 ERROR: disk full',
    'Error: 42\nDetail: the disk is full',
  ])('is not a log that somebody pasted: %j', (text) => {
    expect(prepared([turn(1, 'customer', text)], { channel: 'web' }).turns).toHaveLength(1);
  });
});

describe('a mail that only passes another on', () => {
  it.each([
    [
      '---------- Forwarded message ---------\nFrom: Lin Dahl <lin@client.example>\nDate: Mon, Nov 2, 2026\nSubject: Export\nTo: Ada\n\nThe export stops at 40 percent.',
    ],
    [
      'FYI\n\n-----Ursprüngliche Nachricht-----\nVon: Lin Dahl\nGesendet: Montag\nAn: Ada\nBetreff: Export\n\nThe export stops at 40 percent.',
    ],
    ['Can you help?\n\nBegin forwarded message:\n\nFrom: Lin Dahl\nSubject: Export\n\nThe export stops at 40 percent.'],
    ['\n\nVon: Lin Dahl\nGesendet: Montag\nAn: Ada\nBetreff: Export\n\nThe export stops at 40 percent.'],
  ])('asks what that one asks: %j', (text) => {
    expect(openingQuestion(prepared([turn(1, 'customer', text)]))).toContain('The export stops at 40 percent.');
  });

  it('says nothing that was said before where it answers', () => {
    const text =
      'Yes, that worked.\n\nFrom: Bo <bo@acme.example>\nSent: Monday, November 2, 2026 10:15 AM\nTo: Ada\nSubject: RE: Export\n\nPlease clear the cache.';
    expect(prepared([ASKED, ANSWERED, turn(3, 'customer', text)]).turns.at(-1)!.text).toBe('Yes, that worked.');
  });
});

describe('a form or a chat', () => {
  it.each(['web', 'chat', 'api'])('is never cut to nothing: %s', (channel) => {
    const text = 'From: Oslo\nTo: Bergen\nDate: 3 May 2026 10:15\nSubject: RE: my trip';
    expect(prepared([turn(1, 'customer', text)], { channel }).turns).toHaveLength(1);
  });
});

describe('a word-for-word quote', () => {
  it('is no statement of the one who quotes it, in whatever language its head is', () => {
    const asked = 'The export stands under Tools and its fee is forty euros a month.';
    const mail = `No, it stands under Reports.\n\nVahur kirjutas esmaspäeval:\n\n${asked}`;
    expect(prepared([turn(1, 'customer', asked), turn(2, 'agent', mail)]).turns.at(-1)!.text).toBe(
      'No, it stands under Reports.',
    );
  });
});

describe('chaff', () => {
  it.each([
    'Hello, we offer SEO services that will increase your traffic. Are you interested?',
    'I am applying for a job as a developer, my CV is attached.',
    'test',
    'Just wanted to say I love your product, keep up the great work!',
  ])('asks nothing: %j', (text) => {
    const made = prepared([turn(1, 'customer', text)], { subject: '' });
    expect([made.kind, openingQuestion(made)]).toEqual(['chaff', '']);
  });
  it.each([
    'I love your product but how do I export my data?',
    'Can I advertise with my own logo? The upload does not work.',
    'The test mode is on and I cannot switch it off.',
  ])('is no request of a customer: %j', (text) => {
    expect(prepared([turn(1, 'customer', text)], { subject: '' }).kind).not.toBe('chaff');
  });
});
