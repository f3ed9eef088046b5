import type { Hono } from 'hono';
import { createApp } from '../../../worker/app.ts';
import { compose } from '../../../worker/compose.ts';
import type { Env } from '../../../worker/env.ts';
import type { Helpdesk } from '../../../worker/loop/ports/helpdesk.ts';
import type { Ports } from '../../../worker/loop/ports/ports.ts';
import type { Plant } from './planted.ts';

/** What a port answers at once is no border: nothing is waited for there. */
const AT_ONCE = new Set(['takeOddRows']);

/** Where an isolate ends: before or after the n-th call of a port's method. */
export interface Failpoint {
  border: string;
  hit: number;
}

/** The worker as one isolate of a runtime: composed as in production, over the real D1. */
export interface Isolate {
  ports: Ports;
  app: Hono;
  /** Tells the isolate's own clock what time it is at the helpdesk. */
  tick(): void;
  /** Settles when the failpoint was reached: from then on nothing in this isolate goes on, and nothing is cleaned up. */
  killed: Promise<void>;
  isKilled(): boolean;
  /** How often each border was passed. */
  passed: Map<string, number>;
}

/** Ports whose calls are borders of a step. Memory and clocks die with the isolate and are no borders. */
const BORDERED = [
  'tenants',
  'inbox',
  'leases',
  'observations',
  'learningLog',
  'articles',
  'macros',
  'gaps',
  'fixes',
  'publications',
  'activity',
  'cursors',
  'outbox',
  'reservations',
  'questions',
  'outcomes',
  'changeNotes',
  'changeFeeds',
  'product',
  'trackers',
  'productFacts',
  'trackedIssues',
  'automaticActs',
  'courier',
] as const;

const forever = () => new Promise<never>(() => undefined);

/**
 * Starts an isolate whose wall clock is `skewMs` ahead. With a failpoint it ends there as a killed one does. A plant is a
 * mistake in its code.
 */
export function startIsolate(
  env: Env,
  now: () => number,
  skewMs: number,
  failpoint: Failpoint | null,
  plant: Plant | null = null,
): Isolate {
  const services = compose({ ...env });
  const passed = new Map<string, number>();
  let isKilled = false;
  let tell: () => void = () => undefined;
  const killed = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const border = async (name: string): Promise<void> => {
    if (isKilled) return forever();
    const hits = (passed.get(name) ?? 0) + 1;
    passed.set(name, hits);
    if (failpoint?.border !== name || failpoint.hit !== hits) return;
    isKilled = true;
    tell();
    return forever();
  };
  const bordered = <T extends object>(name: string, port: T): T =>
    new Proxy(port, {
      get(target, key) {
        const method = Reflect.get(target, key) as unknown;
        if (typeof method !== 'function' || AT_ONCE.has(String(key))) return method;
        return async (...args: unknown[]) => {
          await border(`${name}.${String(key)}:before`);
          const answer = await method.apply(target, args);
          await border(`${name}.${String(key)}:after`);
          return answer;
        };
      },
    });
  const ports: Ports = { ...services.ports, wallClock: { now: () => Date.now() + skewMs }, eventClock: { now } };
  for (const name of BORDERED) Object.assign(ports, { [name]: bordered(name, services.ports[name]) });
  ports.helpdesk = async (tenant, use) => {
    const helpdesk = await services.ports.helpdesk(tenant, use);
    const { macros } = helpdesk;
    return bordered<Helpdesk>('helpdesk', macros ? { ...helpdesk, macros: bordered('macro', macros) } : helpdesk);
  };
  plant?.(ports);
  const tick = () => void services.driver?.setClock(now());
  tick();
  const app = createApp({ ...services, ports, driver: null });
  return { ports, app, tick, killed, isKilled: () => isKilled, passed };
}
