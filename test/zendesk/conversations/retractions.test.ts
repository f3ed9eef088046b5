import { expect, it } from 'vitest';
import { HOUR_MS } from '../../../shared/time.ts';
import { prepare } from '../../../worker/core/conversation/prepare.ts';
import type { LoopMessage } from '../../../worker/loop/ports/messages.ts';
import { SUBSCRIPTIONS, translate } from '../../../worker/zendesk/webhooks/events.ts';
import { verifyWebhook } from '../../../worker/zendesk/webhooks/webhook.ts';
import { desk } from '../../core/said.ts';
import { envelope, sign } from '../../sandbox/zendesk/access/invocation.ts';
import { iso } from '../../sandbox/zendesk/world.ts';
import { type Account, openAccount, START } from '../account.ts';

const SECRET = 'c2VjcmV0LW9mLXRoZS13ZWJob29r';

/** What the loop is asked for by everything that happens to the account, through the webhook as it is signed and sent. */
function messagesOf({ zendesk }: Account): () => Promise<LoopMessage[]> {
  const bodies: string[] = [];
  zendesk.world.onEvent((event) => {
    if (SUBSCRIPTIONS.includes(event.type)) bodies.push(envelope(zendesk.world, event, `event-${bodies.length}`));
  });
  return async () => {
    const messages: LoopMessage[] = [];
    const timestamp = iso(START);
    for (const body of bodies.splice(0)) {
      const headers = new Headers({
        'x-zendesk-webhook-signature': sign(SECRET, timestamp, body),
        'x-zendesk-webhook-signature-timestamp': timestamp,
      });
      const rawBody = new TextEncoder().encode(body);
      const accountId = String(zendesk.account.id);
      const delivery = { headers, rawBody, secrets: [SECRET], now: START, accountId, webhookId: null };
      const verdict = await verifyWebhook(delivery);
      if (!verdict.isAccepted) throw new Error(verdict.refusal);
      const translation = translate(verdict.event);
      if ('message' in translation) messages.push(translation.message);
    }
    return messages;
  };
}

function answeredTicket(account: Account) {
  const { zendesk } = account;
  const requester = zendesk.addUser({ name: 'Cleo' });
  const agent = zendesk.addUser({ name: 'Ann', role: 'agent' });
  const ticket = zendesk.openTicket({ requester, subject: 'Key', comment: 'Where is my key?', at: START });
  zendesk.addComment({ ticket, author: agent, body: 'It is K-77 now.', status: 'solved', at: START + HOUR_MS });
  const answer = ticket.comments.at(-1);
  if (!answer) throw new Error('no answer');
  account.setTime(START + 2 * HOUR_MS);
  return { ticket, answer, id: String(ticket.id) };
}

async function publicWords(account: Account, id: string): Promise<string[]> {
  const raw = await account.connect().readConversation(id);
  return prepare(raw, { personId: (person) => person }, desk('en-us')).turns.map(({ text }) => text);
}

it('a comment made private asks for the conversation to be read again, and leaves it', async () => {
  const account = openAccount();
  const { ticket, answer, id } = answeredTicket(account);
  const messages = messagesOf(account);
  expect(await publicWords(account, id)).toEqual(['Where is my key?', 'It is K-77 now.']);
  account.zendesk.makeCommentPrivate({ ticket, comment: answer });
  expect(await messages()).toEqual([
    { type: 'observe', at: START + 2 * HOUR_MS, conversationId: id, moment: 'changed' },
  ]);
  expect(await publicWords(account, id)).toEqual(['Where is my key?']);
  expect((await account.helpdesk.readConversation(id)).turns.map(({ isPublic }) => isPublic)).toEqual([true, false]);
  account.zendesk.makeCommentPrivate({ ticket, comment: answer });
  expect(await messages()).toEqual([]);
  expect(account.zendesk.violations).toEqual([]);
});

it('a redacted comment asks for it too, and its words are gone', async () => {
  const account = openAccount();
  const { ticket, answer, id } = answeredTicket(account);
  const messages = messagesOf(account);
  account.zendesk.redactComment({ ticket, comment: answer, text: 'K-77' });
  expect(await messages()).toMatchObject([{ type: 'observe', conversationId: id, moment: 'changed' }]);
  const raw = await account.helpdesk.readConversation(id);
  expect(raw.turns.at(-1)?.text).toBe('It is ▇▇▇▇ now.');
  expect(JSON.stringify(raw)).not.toContain('K-77');
});

it('where its webhook is lost, the export tells of it', async () => {
  const account = openAccount();
  const { ticket, answer, id } = answeredTicket(account);
  const { cursor, changes } = await account.helpdesk.changedConversations(null, START);
  expect(changes).toEqual([{ conversationId: id, moment: 'solved', at: START + HOUR_MS }]);
  account.zendesk.makeCommentPrivate({ ticket, comment: answer, at: START + 2 * HOUR_MS, isSilent: true });
  account.setTime(START + 3 * HOUR_MS);
  const later = await account.helpdesk.changedConversations(cursor, 0);
  expect(later.changes).toEqual([{ conversationId: id, moment: 'solved', at: START + 2 * HOUR_MS }]);
});

it('every retraction is subscribed to', () => {
  for (const name of ['comment_made_private', 'comment_redacted', 'attachment_redacted_from_comment'])
    expect(SUBSCRIPTIONS).toContain(`zen:event-type:ticket.${name}`);
});
