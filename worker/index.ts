import { createApp } from './app.ts';
import { compose } from './compose.ts';
import type { Env, WakeMessage } from './env.ts';
import { tick } from './loop/sweep.ts';
import { consume, noteDead } from './queue.ts';
import { messagesOf } from './scheduled.ts';

/** Sixty routes are mounted once an isolate, not for every request. */
const apps = new WeakMap<Env, ReturnType<typeof createApp>>();

function appOf(env: Env): ReturnType<typeof createApp> {
  const app = apps.get(env) ?? createApp(compose(env));
  apps.set(env, app);
  return app;
}

export default {
  fetch: (request, env) => appOf(env).fetch(request),
  async queue(batch, env) {
    if (batch.queue.endsWith('-dead')) return noteDead(batch);
    const { ports, wake } = compose(env);
    await consume(batch, ports, wake);
  },
  async scheduled(controller, env) {
    const { ports, wakeAll } = compose(env);
    await tick(ports, wakeAll, messagesOf(controller.cron, controller.scheduledTime));
  },
} satisfies ExportedHandler<Env, WakeMessage>;
