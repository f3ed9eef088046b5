import { afterEach, beforeEach, expect, it } from 'vitest';
import { NEVER, openConversation, openReceiver, type Receiver } from './receiver.ts';

let app: Receiver;

beforeEach(async () => {
  app = await openReceiver();
});
afterEach(() => app.close());

it('tries once more after a minute, counting the attempts in the signed body, and then gives up', async () => {
  const intercom = app.workspace();
  openConversation(intercom);
  app.statuses.push(500, 200);
  expect(await intercom.flushWebhooks()).toMatchObject([{ isDelivered: true, attempts: [{ outcome: 500 }, {}] }]);
  expect(app.received.map(({ notice }) => notice.delivery_attempts)).toEqual([1, 2]);
  expect(new Set(app.received.map(({ notice }) => notice.id)).size).toBe(1);
  openConversation(intercom);
  app.statuses.push(500, 404);
  expect(await intercom.flushWebhooks()).toMatchObject([{ isDelivered: false }]);
  expect(app.pauses).toEqual([60_000, 60_000]);
});

it('takes no answer in time for an error', async () => {
  const intercom = app.workspace();
  intercom.webhooks.config({ timeoutMs: 30 });
  openConversation(intercom);
  app.statuses.push(NEVER, 200);
  expect(await intercom.flushWebhooks()).toMatchObject([{ isDelivered: true, attempts: [{ outcome: 'timeout' }, {}] }]);
});

it('slows down at 429 until the notice is two hours old', async () => {
  const intercom = app.workspace();
  openConversation(intercom);
  app.statuses.push(...Array.from({ length: 20 }, () => 429));
  expect(await intercom.flushWebhooks()).toMatchObject([{ isDelivered: false }]);
  expect(app.pauses.map((ms) => ms / 60_000)).toEqual([1, 2, 4, 8, 16, 32]);
});

it('sends no more once it was told 410', async () => {
  const intercom = app.workspace();
  openConversation(intercom);
  app.statuses.push(410);
  await intercom.flushWebhooks();
  openConversation(intercom);
  expect(intercom.webhooks).toMatchObject({ subscription: { status: 'disabled' }, pending: 0 });
  expect(app.received).toHaveLength(1);
});

it('pauses for a quarter of an hour after a thousand errors in a row', async () => {
  const intercom = app.workspace(['conversation.admin.noted']);
  const conversation = openConversation(intercom);
  for (let n = 0; n < 501; n += 1) {
    intercom.addPart({ conversation, author: intercom.admin, body: 'note', isNote: true });
  }
  app.statuses.push(...Array.from({ length: 1002 }, () => 500));
  await intercom.flushWebhooks();
  expect(app.pauses.filter((ms) => ms === 900_000)).toHaveLength(1);
});

it('may be sent three times, lost or overtaken, the same way for the same seed', async () => {
  const run = async (): Promise<string[]> => {
    app.received.length = 0;
    const intercom = app.workspace();
    intercom.webhooks.config({ drop: 0.2, reorder: 0.5, duplicate: 0.5 });
    const conversation = openConversation(intercom);
    for (let n = 0; n < 20; n += 1) intercom.addPart({ conversation, author: intercom.admin, body: `${n}` });
    await intercom.flushWebhooks({ maxInFlight: 1 });
    return app.received.map(({ notice }) => notice.id);
  };
  const first = await run();
  expect(await run()).toEqual(first);
  expect(new Set(first).size).toBeLessThan(first.length);
  expect(new Set(first).size).toBeLessThan(21);
  const intercom = app.workspace();
  intercom.webhooks.config({ times: 3 });
  openConversation(intercom);
  expect(await intercom.flushWebhooks()).toHaveLength(3);
});
