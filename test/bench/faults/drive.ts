import { sweep } from '../../../worker/loop/sweep.ts';
import { work } from '../../../worker/loop/work.ts';
import type { Isolate } from './isolate.ts';

/** Works a tenant's rows in this isolate until none is due, or it is killed. */
export async function drive(isolate: Isolate, tenant: string): Promise<void> {
  isolate.tick();
  const done = (async () => {
    for (let round = 0; round < 30; round++) {
      const { againAfterMs, isBusy } = await work(isolate.ports, tenant, `wake-${round}`);
      if (isBusy || againAfterMs !== 0) return;
    }
  })();
  await Promise.race([done, isolate.killed]);
}

/** What the cron does after a crash: it finds who has due rows and works them; the wall moves on between its ticks. */
export async function recover(start: (skewMs: number) => Isolate, tenant: string, ticks: number): Promise<Isolate> {
  let isolate = start(0);
  for (let tick = 1; tick <= ticks; tick++) {
    isolate = start(tick * 10 * 60_000);
    const at = isolate.ports.eventClock.now();
    const due = await sweep(isolate.ports, [
      { type: 'reconcile', at },
      { type: 'refresh', at },
    ]);
    if (due.includes(tenant)) await drive(isolate, tenant);
  }
  return isolate;
}
