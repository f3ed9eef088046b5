import { expect, it } from 'vitest';
import { asWritten } from '../../../shared/said/said.ts';
import { authLostNotice } from '../../../worker/core/notice/notice.ts';
import type { WakeMessage } from '../../../worker/env.ts';
import { AuthLost, RetryLater } from '../../../worker/loop/ports/errors.ts';
import { sweep } from '../../../worker/loop/sweep.ts';
import { consume } from '../../../worker/queue.ts';
import { aRaw, observing } from '../world/raw.ts';
import { createWorld, OTHER, TENANT, type World } from '../world/world.ts';

/** Wakes the tenant as the queue does; answers how the message ended. */
async function wake(world: World): Promise<string[]> {
  const ends: string[] = [];
  const message = { id: 'm', body: { tenant: TENANT }, ack: () => ends.push('ack'), retry: () => ends.push('retry') };
  const batch = { messages: [message] } as unknown as MessageBatch<WakeMessage>;
  await consume(batch, world.ports, async () => undefined);
  return ends;
}

it('what could not be sent of an account whose token is refused is sent by a later tick, and nothing is read', async () => {
  const world = await createWorld();
  await world.courier.setWebhook(TENANT, 'https://hooks.acme.com/');
  await world.ports.tenants.setState(TENANT, 'auth_required', asWritten('refused'), {
    notice: authLostNotice(world.clock.event),
  });
  world.courier.before = () => {
    throw new RetryLater('503', 0, 'row');
  };
  await wake(world);
  world.courier.before = () => undefined;
  const ticks = async () => {
    world.clock.wall += 5 * 60_000;
    world.clock.event += 5 * 60_000;
    return sweep(world.ports, [{ type: 'reconcile', at: world.clock.event }]);
  };
  expect(await ticks()).toEqual([OTHER, TENANT]);
  await wake(world);
  expect(world.courier.letters.map(({ letter }) => JSON.parse(letter.body).type)).toEqual(['mend.auth.lost']);
  expect((await world.ports.outbox.list(TENANT, 9, null)).map(({ delivery }) => delivery.state)).toEqual(['sent']);
  expect(await ticks()).toEqual([OTHER]);
  expect([world.desk.reads, (await world.ports.inbox.depth(TENANT, world.clock.event)).waiting]).toEqual([[], 1]);
});

it('a refused token stops the tenant and is told once, also through a webhook that is down at first', async () => {
  const world = await createWorld();
  await world.courier.setWebhook(TENANT, 'https://hooks.acme.com/');
  world.desk.conversations.set('a', aRaw('a', 600_000));
  world.desk.before = () => {
    throw new AuthLost('401');
  };
  world.courier.before = () => {
    throw new RetryLater('503', 0, 'row');
  };
  await world.tell(observing('a', 600_000));
  expect(await wake(world)).toEqual(['ack']);
  expect((await world.ports.tenants.find(TENANT))?.state).toBe('auth_required');
  expect((await world.ports.outbox.list(TENANT, 9, null)).map(({ kind, delivery }) => [kind, delivery.state])).toEqual([
    ['auth.lost', 'due'],
  ]);
  world.courier.before = () => undefined;
  world.clock.wall += 10_000;
  for (let i = 0; i < 2; i++) expect(await wake(world)).toEqual(['ack']);
  expect(world.courier.letters.map(({ letter }) => JSON.parse(letter.body).type)).toEqual(['mend.auth.lost']);
  const read = world.desk.reads.length;
  await wake(world);
  expect(world.desk.reads.length).toBe(read);
});
