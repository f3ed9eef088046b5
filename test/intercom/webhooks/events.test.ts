import { describe, expect, it } from 'vitest';
import { SUBSCRIPTIONS, type Translation, translate } from '../../../worker/intercom/webhooks/events.ts';
import { verifyWebhook } from '../../../worker/intercom/webhooks/webhook.ts';
import { CREATED, deliver, notification, partBy } from './deliveries.ts';

const AT = CREATED * 1_000;
const KEY = 'notif_ccd8a4d0-f965-11e3-a367-c779cae3e1b3';
const ID = '215470000000001';

async function translated(topic: string, item: object = {}, over: object = {}): Promise<Translation> {
  const verdict = await verifyWebhook(deliver({ body: JSON.stringify(notification(topic, item, over)) }));
  if (!verdict.isAccepted || verdict.event === null) throw new Error('not accepted');
  return translate(verdict.event);
}
const moment = async (topic: string, item: object = {}) => {
  const translation = await translated(topic, item);
  return 'key' in translation && translation.message.type === 'observe' ? translation.message.moment : translation;
};

const ADMIN = { type: 'admin', id: '5', name: 'Ann' };
const MOMENTS: [string, object, string][] = [
  ['conversation.user.created', {}, 'opened'],
  ['conversation.admin.single.created', {}, 'opened'],
  ['conversation.user.replied', partBy({ type: 'user', id: '6' }), 'changed'],
  ['conversation.admin.replied', partBy(ADMIN), 'changed'],
  ['conversation.admin.noted', partBy(ADMIN, { part_type: 'note' }), 'changed'],
  ['conversation.admin.closed', partBy(ADMIN, { part_type: 'close' }), 'solved'],
  ['conversation.admin.opened', {}, 'changed'],
  ['conversation.rating.added', {}, 'changed'],
  ['conversation.deleted', {}, 'gone'],
  ['conversation_part.redacted', {}, 'changed'],
];

describe('an Intercom topic', () => {
  it.each(MOMENTS)('%s is a moment of the conversation', async (topic, item, expected) => {
    expect(await translated(topic, item)).toEqual({
      key: KEY,
      message: { type: 'observe', at: AT, conversationId: ID, moment: expected },
    });
  });

  it.each(['created', 'updated', 'published', 'unpublished', 'deleted'])(
    'article.%s has articles read',
    async (name) => {
      const item = { type: 'article', id: '12' };
      expect(await translated(`article.${name}`, item)).toEqual({ key: KEY, message: { type: 'refresh', at: AT } });
    },
  );

  it('of a ticket is of the ticket, also where it lies within', async () => {
    const ticket = { type: 'ticket', id: '631' };
    const observed = (translation: Translation) => 'key' in translation && translation.message;
    expect(observed(await translated('ticket.created', ticket))).toMatchObject({ conversationId: 'ticket:631' });
    const closed = await translated('ticket.closed', { type: 'ticket_event', id: '1', ticket });
    expect(observed(closed)).toMatchObject({ conversationId: 'ticket:631', moment: 'solved' });
  });

  it.each([
    'ping',
    'conversation.read',
    'conversation.admin.assigned',
    'conversation.admin.snoozed',
    'contact.deleted',
    'toString',
    '__proto__',
    'constructor',
  ])('%s is ignored', async (topic) => {
    expect(await translated(topic)).toHaveProperty('ignored');
  });

  it('that names no conversation is ignored, and the sweep finds it', async () => {
    for (const item of [{ id: undefined }, { type: 'conversation_part', id: '9' }, { id: {} }])
      expect(await translated('conversation.user.replied', item)).toHaveProperty('ignored');
    expect(await translated('conversation.user.replied', {}, { data: { item: 'x' } })).toHaveProperty('ignored');
    const within = { type: 'conversation_part', id: '9', conversation_id: ID };
    expect(await moment('conversation_part.redacted', within)).toBe('changed');
  });

  it('is ignored where a program spoke: an app, ours too, Fin or the operator', async () => {
    const programs: [string, object][] = [
      ['conversation.admin.replied', partBy(ADMIN, { app_package_code: 'mend-1' })],
      ['conversation.admin.noted', partBy(ADMIN, { app_package_code: 'mend-1' })],
      ['conversation.admin.replied', partBy({ ...ADMIN, from_ai_agent: true })],
      ['conversation.admin.replied', partBy({ ...ADMIN, is_ai_answer: true })],
      ['conversation.admin.replied', partBy({ ...ADMIN, email: 'operator+ecahpwf5@intercom.io' })],
      ['conversation.operator.replied', partBy({ type: 'bot', id: '7' })],
    ];
    for (const [topic, item] of programs) expect(await moment(topic, item)).toEqual({ ignored: 'done by a program' });
    const closedByApp = partBy(ADMIN, { part_type: 'close', app_package_code: 'mend-1' });
    expect(await moment('conversation.admin.closed', closedByApp)).toBe('solved');
    expect(
      await moment('conversation.user.replied', partBy({ type: 'user', id: '6' }, { app_package_code: 'x' })),
    ).toBe('changed');
  });

  it('is as late as what it tells of', async () => {
    const late = await translated('conversation.user.replied', { updated_at: CREATED + 2 });
    expect(late).toMatchObject({ message: { at: AT + 2_000 } });
    expect(await translated('conversation.user.replied', { updated_at: 'soon' })).toMatchObject({
      message: { at: AT },
    });
  });

  it('leaves nothing behind but ids and a time', async () => {
    const said = JSON.stringify(await translated('conversation.admin.replied', partBy(ADMIN)));
    expect(said).not.toMatch(/secret|Ann/);
  });

  it('is subscribed to where it is understood', () => {
    expect(new Set(SUBSCRIPTIONS).size).toBe(SUBSCRIPTIONS.length);
    for (const topic of ['conversation.admin.closed', 'ticket.closed', 'article.published'])
      expect(SUBSCRIPTIONS).toContain(topic);
  });
});
