import { type Policy, policySchema } from '../../../shared/policy.ts';
import { createIdentity } from '../../../worker/crypto/person.ts';
import { createSurveyLinks } from '../../../worker/crypto/survey-links.ts';
import { NotFound } from '../../../worker/loop/ports/errors.ts';
import { type LoopMessage, messageKey } from '../../../worker/loop/ports/messages.ts';
import type { Ports } from '../../../worker/loop/ports/ports.ts';
import { type Worked, work } from '../../../worker/loop/work.ts';
import { aTenant } from '../../contracts/examples.ts';
import { createMemoryFeeds, type MemoryFeeds } from '../memory/connected/change-feeds.ts';
import { createMemoryCourier, type MemoryCourier } from '../memory/connected/courier.ts';
import { createMemoryProduct, type MemoryProduct } from '../memory/connected/product.ts';
import { createMemoryTracker, type MemoryTracker } from '../memory/connected/trackers.ts';
import { createMemoryStores } from '../memory/memory-ports.ts';
import { createShelf, type Shelf } from '../memory/shelf.ts';
import { createDesk, type Desk } from './desk.ts';

export const TENANT = 'zendesk:1';
export const OTHER = 'zendesk:2';

/** One worker in memory: the ports that steps get, the helpdesk behind them, and both clocks in the test's hands. */
export interface World {
  ports: Ports;
  shelf: Shelf;
  desk: Desk;
  courier: MemoryCourier;
  feeds: MemoryFeeds;
  product: MemoryProduct;
  trackers: MemoryTracker;
  clock: { wall: number; event: number };
  tell(...messages: LoopMessage[]): Promise<void>;
  /** Works the tenant until nothing is due; the wall clock jumps over pauses. Answers the endings of the wake-ups. */
  run(tenant?: string): Promise<Worked[]>;
  activity(tenant?: string): string[];
}

export async function createWorld(policy: Partial<Policy> = {}): Promise<World> {
  const clock = { wall: 1_000_000, event: 1_000_000 };
  const shelf = createShelf();
  const desk = createDesk(() => clock.event);
  const courier = createMemoryCourier();
  const feeds = createMemoryFeeds();
  const product = createMemoryProduct();
  const trackers = createMemoryTracker();
  const { secrets: _, sessions: __, ...stores } = createMemoryStores({ shelf, now: () => clock.wall });
  const ports: Ports = {
    ...stores,
    wallClock: { now: () => clock.wall },
    eventClock: { now: () => clock.event },
    courier,
    changeFeeds: feeds,
    product,
    trackers,
    surveys: createSurveyLinks(new Uint8Array(32), 'https://mend.example', () => clock.wall),
    identity: createIdentity(new Uint8Array(32)),
    prove: async () => [],
    async helpdesk(tenant) {
      if (!shelf.tenants.has(tenant)) throw new NotFound(`tenant ${tenant}`);
      return desk;
    },
  };
  for (const id of [TENANT, OTHER]) await ports.tenants.put(aTenant(id), policySchema.parse(policy));
  return {
    ports,
    shelf,
    desk,
    courier,
    feeds,
    product,
    trackers,
    clock,
    async tell(...messages) {
      await ports.inbox.add(
        TENANT,
        messages.map((message) => ({ key: messageKey(message), message })),
      );
    },
    async run(tenant = TENANT) {
      const all: Worked[] = [];
      for (let i = 0; i < 500; i++) {
        const worked = await work(ports, tenant, 'wake');
        all.push(worked);
        if (worked.againAfterMs === null) return all;
        clock.wall += worked.againAfterMs;
      }
      throw new Error('it never comes to rest');
    },
    activity: (tenant = TENANT) =>
      shelf.activity.filter((row) => row.tenant === tenant).map((row) => row.activity.what),
  };
}

/** Everything stored for a tenant, to compare before with after. */
export function stored(shelf: Shelf, tenant: string): string {
  const plain = (value: unknown): unknown => (value instanceof Map ? [...value].map(([k, v]) => [k, plain(v)]) : value);
  return Object.entries(shelf)
    .map(([name, rows]) => {
      const all = rows instanceof Map ? [...rows].map(([key, row]) => [key, plain(row)]) : rows;
      return `${name}: ${JSON.stringify(all.filter((row: unknown) => JSON.stringify(row).includes(tenant)))}`;
    })
    .join('\n');
}
