import { beforeEach, describe, expect, it } from 'vitest';
import type { Notice } from '../../../shared/notice.ts';
import { asWritten } from '../../../shared/said/said.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { RETRY_DELAYS_MS } from '../../../worker/core/notice/delivery.ts';
import { resendNotice, tryWebhook } from '../../../worker/loop/notices/resend.ts';
import { Permanent, RetryLater } from '../../../worker/loop/ports/errors.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { inWords } from '../../ground/in-words.ts';
import { createWorld, OTHER, TENANT, type World } from '../world/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
  for (const tenant of [TENANT, OTHER]) world.courier.urls.set(tenant, 'https://hooks.acme.com/');
});
const aNotice = (key: string, more: Partial<Notice> = {}): Notice => ({
  ...{
    key,
    kind: 'auth.lost',
    at: 900_000,
    title: asWritten('Refused'),
    text: asWritten('Nothing is read.'),
    about: {},
    ...more,
  },
});
const notify = () => runStep(world.ports, TENANT, { type: 'notify', at: 900_000 });
const delivery = async (key: string) => (await world.ports.outbox.get(TENANT, key))?.delivery;
const down = () => {
  throw new RetryLater('503', 0, 'row');
};

describe('a notice', () => {
  it('is sent to the webhook of its tenant, once, however often the message comes', async () => {
    await world.ports.outbox.add(TENANT, aNotice('n', { about: { fixId: 'f' } }));
    await world.ports.outbox.add(OTHER, aNotice('n'));
    expect([await notify(), await notify()]).toEqual([[], []]);
    const [{ tenant, letter }, ...rest] = world.courier.letters as [(typeof world.courier.letters)[number]];
    expect([tenant, rest]).toEqual([TENANT, []]);
    expect(JSON.parse(letter.body)).toEqual({
      type: 'mend.auth.lost',
      timestamp: '1970-01-01T00:15:00.000Z',
      data: {
        ...{ tenant: TENANT, key: 'n', title: 'Refused', text: 'Nothing is read.', fixId: 'f' },
        said: asWritten('Nothing is read.'),
      },
    });
    expect(await delivery('n')).toMatchObject({ state: 'sent', attempts: 1 });
    expect((await world.ports.outbox.get(OTHER, 'n'))?.delivery.state).toBe('due');
  });

  it('stands in the app alone where there is no webhook, and is not sent when there is one later', async () => {
    world.courier.urls.clear();
    await world.ports.outbox.add(TENANT, aNotice('n'));
    await world.run();
    expect(await delivery('n')).toMatchObject({ state: 'none', attempts: 0 });
    world.courier.urls.set(TENANT, 'https://hooks.acme.com/');
    await notify();
    expect([world.courier.letters, (await world.ports.outbox.list(TENANT, 9, null)).length]).toEqual([[], 1]);
  });

  it('that is not taken is tried again ever later under the same id, then parked with the reason, and can be replayed', async () => {
    const tried: [number, string][] = [];
    world.courier.before = (_, letter) => {
      tried.push([letter.at, letter.id]);
      down();
    };
    await world.ports.outbox.add(TENANT, aNotice('n'));
    await world.run();
    expect(tried.length).toBe(RETRY_DELAYS_MS.length + 1);
    expect(new Set(tried.map(([, id]) => id)).size).toBe(1);
    expect(tried.slice(1).map(([at], i) => at - tried[i]![0])).toEqual([...RETRY_DELAYS_MS]);
    expect(await delivery('n')).toMatchObject({ state: 'parked', attempts: 10, detail: '503' });

    world.courier.before = () => undefined;
    await resendNotice(world.ports, TENANT, 'n');
    await world.run();
    expect(await delivery('n')).toMatchObject({ state: 'sent', attempts: 1 });
    expect(world.courier.letters[0]?.letter.id).toBe(tried[0]?.[1]);
    await expect(resendNotice(world.ports, OTHER, 'n')).rejects.toThrow('no notice of this key');
  });

  it('that the receiver never wants is parked at once, and holds up no other', async () => {
    world.courier.before = (_, letter) => {
      if (letter.body.includes('"bad"')) throw new Permanent('410: the receiver wants no more');
    };
    for (const key of ['bad', 'good']) await world.ports.outbox.add(TENANT, aNotice(key));
    await notify();
    expect([await delivery('bad'), await delivery('good')]).toMatchObject([{ state: 'parked' }, { state: 'sent' }]);
  });

  it('is sent at most twice where runs end while it is being sent', async () => {
    await world.ports.outbox.add(TENANT, aNotice('n'));
    const sent: string[] = [];
    world.courier.before = (_, letter) => {
      sent.push(letter.id);
      throw new Error('the isolate ends here');
    };
    for (let i = 0; i < 5; i++) {
      await notify().catch(() => undefined);
      world.clock.wall += 61_000;
    }
    expect([sent.length, new Set(sent).size]).toEqual([2, 1]);
    expect(await delivery('n')).toMatchObject({ state: 'parked', detail: expect.stringContaining('twice') });
  });

  it('that is being sent is left to who sends it', async () => {
    await world.ports.outbox.add(TENANT, aNotice('n'));
    let inner: Promise<unknown> = Promise.resolve();
    world.courier.before = () => {
      inner = notify().catch((error: Error) => error);
    };
    await notify();
    expect(await inner).toBeInstanceOf(RetryLater);
    expect(world.courier.letters.length).toBe(1);
  });

  it('stops a step after two failures in a row: the receiver is down, and other work goes on', async () => {
    let tried = 0;
    world.courier.before = () => {
      tried++;
      down();
    };
    for (const key of ['a', 'b', 'c', 'd']) await world.ports.outbox.add(TENANT, aNotice(key));
    await expect(notify()).rejects.toMatchObject({ waits: 'row' });
    expect(tried).toBe(2);
  });

  it('of a lost connection is sent although nothing else of the tenant is worked', async () => {
    await expect(tryWebhook(world.ports, 'zendesk:9')).rejects.toThrow('no outgoing webhook');
    const notice = await tryWebhook(world.ports, TENANT);
    await notify();
    expect(await delivery(notice.key)).toMatchObject({ state: 'sent' });
  });
});

describe('the digest', () => {
  const at = 10 * DAY_MS + 3 * 3_600_000;
  const digest = () => runStep(world.ports, TENANT, { type: 'digest', at });

  it('tells what the day before was, once', async () => {
    await world.ports.outbox.add(TENANT, aNotice('a', { kind: 'publication.automatic', at: 9 * DAY_MS + 5 }));
    await world.ports.outbox.add(TENANT, aNotice('b', { kind: 'publication.done', at: 8 * DAY_MS + 5 }));
    await digest();
    await digest();
    const told = (await world.ports.outbox.list(TENANT, 9, null)).filter((row) => row.kind === 'digest');
    expect(inWords(told.map(({ key, text }) => [key, text]))).toEqual([
      ['digest:1970-01-10', '1 change was published by itself.'],
    ]);
  });

  it('keeps to the tenant’s calendar', async () => {
    const policy = await world.ports.tenants.policy(TENANT);
    await world.ports.tenants.setPolicy(TENANT, { ...policy, timeZone: 'Asia/Tokyo' }, 'ada');
    await world.ports.outbox.add(TENANT, aNotice('a', { kind: 'fix.escalated', at: 9 * DAY_MS - 3_600_000 }));
    await world.ports.outbox.add(TENANT, aNotice('b', { kind: 'publication.done', at: 9 * DAY_MS - 3_600_000 }));
    await digest();
    expect(inWords((await world.ports.outbox.get(TENANT, 'digest:1970-01-10'))?.text)).toBe(
      '1 approved change was published.',
    );
  });

  it('says nothing of a day on which nothing happened and nothing waits', async () => {
    await digest();
    expect(await world.ports.outbox.list(TENANT, 9, null)).toEqual([]);
  });
});
