import type { Env } from '../../../worker/env.ts';
import { startDatabase } from '../../sandbox/mend/database.ts';
import { sandboxVars } from '../../sandbox/mend/mend.ts';

/** Runs jobs on a few databases side by side, each job on one of them alone; the sweep of one job sees no other's tenants. */
export async function inLanes<T>(lanes: number, jobs: ((env: Env) => Promise<T>)[], onDone: (value: T) => void) {
  const waiting = [...jobs];
  await Promise.all(
    Array.from({ length: Math.min(lanes, jobs.length) }, async () => {
      const { db, dispose } = await startDatabase();
      const bindings = { DB: db, WAKE: { send: async () => undefined, sendBatch: async () => undefined } };
      const env = { ...sandboxVars('http://127.0.0.1'), ...bindings } as unknown as Env;
      for (let job = waiting.shift(); job; job = waiting.shift()) onDone(await job(env));
      await dispose();
    }),
  );
}
