import { describe, expect, it } from 'vitest';
import { SUBSCRIPTIONS, type Translation, translate } from '../../../worker/zendesk/webhooks/events.ts';
import { verifyWebhook } from '../../../worker/zendesk/webhooks/webhook.ts';
import { deliver, ticketEvent } from './deliveries.ts';

const AT = Date.parse('2026-08-01T10:00:00.123Z');

async function translated(event: Record<string, unknown>, ownUserId: string | null = null): Promise<Translation> {
  const verdict = await verifyWebhook(deliver({ body: JSON.stringify(event) }));
  if (!verdict.isAccepted) throw new Error(verdict.refusal);
  return translate(verdict.event, ownUserId);
}

const MOMENTS: [string, object, string][] = [
  ['created', {}, 'opened'],
  ['comment_added', { comment: { id: '99', body: 'secret words', author: { name: 'Ann' } } }, 'changed'],
  ['status_changed', { current: 'SOLVED', previous: 'OPEN' }, 'solved'],
  ['status_changed', { current: 'CLOSED', previous: 'SOLVED' }, 'solved'],
  ['status_changed', { current: 'OPEN', previous: 'SOLVED' }, 'changed'],
  ['comment_redacted', {}, 'changed'],
  ['comment_made_private', {}, 'changed'],
  ['merged', { target_ticket_id: '7' }, 'gone'],
  ['soft_deleted', {}, 'gone'],
  ['permanently_deleted', {}, 'gone'],
  ['marked_as_spam', {}, 'gone'],
];

describe('a Zendesk event', () => {
  it.each(MOMENTS)('ticket.%s %o is "%s"', async (name, event, moment) => {
    expect(await translated(ticketEvent(name, event))).toEqual({
      key: '2b24ef10-19d4-4740-93cf-8f98ec4776c0',
      message: { type: 'observe', at: AT, conversationId: '5158', moment },
    });
  });

  it.each(['published', 'unpublished'])('article.%s has the articles read again', async (name) => {
    const detail = { id: '360', brand_id: '1', user_id: '5' };
    const event = {
      ...ticketEvent('created'),
      type: `zen:event-type:article.${name}`,
      subject: 'zen:article:360',
      detail,
    };
    expect(await translated(event)).toMatchObject({ message: { type: 'refresh', at: AT } });
  });

  it.each(['tags_changed', 'toString', '__proto__', 'constructor', 'priority_changed'])(
    'ticket.%s is ignored',
    async (name) => {
      expect(await translated(ticketEvent(name))).toHaveProperty('ignored');
    },
  );

  it('of a status that neither starts nor ends anything is ignored', async () => {
    expect(await translated(ticketEvent('status_changed', { current: 'PENDING', previous: 'OPEN' }))).toHaveProperty(
      'ignored',
    );
  });

  it('that we caused ourselves is ignored', async () => {
    expect(await translated(ticketEvent('created'), '8447388090494')).toHaveProperty('ignored');
    expect(await translated(ticketEvent('created'), '1')).toHaveProperty('key');
  });

  it('leaves nothing behind but ids and a time', async () => {
    const said = JSON.stringify(await translated(ticketEvent('comment_added', { comment: { body: 'secret words' } })));
    expect(said).not.toMatch(/secret|Ann/);
  });

  it('is subscribed to where it is understood', () => {
    expect(SUBSCRIPTIONS).toContain('zen:event-type:ticket.status_changed');
    expect(SUBSCRIPTIONS).toContain('zen:event-type:article.published');
    expect(new Set(SUBSCRIPTIONS).size).toBe(SUBSCRIPTIONS.length);
  });
});
