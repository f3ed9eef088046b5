import { type Policy, policySchema } from '../../../shared/policy.ts';
import { compose } from '../../../worker/compose.ts';
import type { Env } from '../../../worker/env.ts';
import type { LoopMessage } from '../../../worker/loop/ports/messages.ts';
import { messageKey } from '../../../worker/loop/ports/messages.ts';
import type { Ports } from '../../../worker/loop/ports/ports.ts';
import { work } from '../../../worker/loop/work.ts';
import { aTenant } from '../../contracts/examples.ts';
import { createMemoryCourier, type MemoryCourier } from '../../loop/memory/connected/courier.ts';
import { createDesk, type Desk } from '../../loop/world/desk.ts';
import { createWorld, TENANT } from '../../loop/world/world.ts';
import { startDatabase } from '../../sandbox/mend/database.ts';
import { sandboxVars } from '../../sandbox/mend/mend.ts';
import { textsIn } from '../../sandbox/models/prompt.ts';

export const STORES = ['memory', 'd1'] as const;
export type StoresKind = (typeof STORES)[number];

/** What a place keeps of a tenant, as rows that were stored. */
export const KEPT = ['fixes', 'conversations', 'activity', 'deadLetters', 'outbox', 'questions'] as const;
export type Kept = Record<(typeof KEPT)[number], unknown[]>;

/** One fresh tenant with a helpdesk and a courier in the test's hands, in memory or in the composed worker over workerd's D1. */
export interface Place {
  ports: Ports;
  desk: Desk;
  courier: MemoryCourier;
  clock: { wall: number; event: number };
  tell(...messages: LoopMessage[]): Promise<void>;
  run(): Promise<void>;
  kept(): Promise<Kept>;
  close(): Promise<void>;
}

export async function openPlace(stores: StoresKind, policy: Partial<Policy>): Promise<Place> {
  return stores === 'memory' ? inMemory(policy) : composed(policy);
}

async function inMemory(policy: Partial<Policy>): Promise<Place> {
  const { ports, desk, courier, clock, shelf, tell, run } = await createWorld(policy);
  const of = <T extends { tenant: string }>(rows: Iterable<T>): T[] => [...rows].filter((row) => row.tenant === TENANT);
  return {
    ports,
    desk,
    courier,
    clock,
    tell,
    run: async () => void (await run()),
    kept: async () => ({
      fixes: of(shelf.fixes.values()).map(({ fix }) => fix),
      conversations: of(shelf.conversations.values()).map(({ conversation }) => conversation),
      activity: of(shelf.activity).map(({ activity: { id: _, ...one } }) => one),
      deadLetters: of(shelf.dead.values()).map(({ reason }) => ({ reason })),
      outbox: of(shelf.outbox.values()).map(({ row }) => row),
      questions: of(shelf.questions.values()).map(({ question }) => question),
    }),
    close: async () => undefined,
  };
}

/** The worker as `compose` joins it, over a database of its own; of its ports only helpdesk, courier and clocks are other. */
async function composed(policy: Partial<Policy>): Promise<Place> {
  const { db, dispose } = await startDatabase();
  const clock = { wall: 1_000_000, event: 1_000_000 };
  const bindings = { DB: db, WAKE: { send: async () => undefined, sendBatch: async () => undefined } };
  const env = { ...sandboxVars('http://127.0.0.1'), ...bindings } as unknown as Env;
  const desk = createDesk(() => clock.event);
  const courier = createMemoryCourier();
  const ports: Ports = {
    ...compose(env).ports,
    wallClock: { now: () => clock.wall },
    eventClock: { now: () => clock.event },
    courier,
    helpdesk: async () => desk,
  };
  await ports.tenants.put(aTenant(TENANT), policySchema.parse(policy));
  const rowsOf = async (table: string): Promise<unknown[]> =>
    (await db.prepare(`SELECT * FROM ${table} WHERE tenant = ?`).bind(TENANT).all()).results.map(parsed);
  return {
    ports,
    desk,
    courier,
    clock,
    async tell(...messages) {
      await ports.inbox.add(
        TENANT,
        messages.map((message) => ({ key: messageKey(message), message })),
      );
    },
    async run() {
      for (let pause: number | null = 0; pause !== null; ) {
        clock.wall += pause;
        pause = (await work(ports, TENANT, 'wake')).againAfterMs;
      }
    },
    async kept() {
      const [fixes, conversations, activity, deadLetters, outbox, questions] = await Promise.all(
        ['fixes', 'conversations', 'activity', 'dead_letters', 'outbox', 'questions'].map(rowsOf),
      );
      return {
        fixes: fixes!,
        conversations: conversations!,
        activity: activity!,
        deadLetters: deadLetters!.map((row) => ({ reason: textsIn(row).join(' ') })),
        outbox: outbox!,
        questions: questions!,
      };
    },
    close: dispose,
  };
}

/** A row with its JSON read: the body alone where it has one. */
function parsed(row: Record<string, unknown>): unknown {
  if (typeof row.body === 'string') return JSON.parse(row.body);
  return typeof row.payload === 'string' ? { ...row, payload: JSON.parse(row.payload) } : row;
}
