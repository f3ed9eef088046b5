import { createApp } from './app.ts';
import { compose } from './compose.ts';
import type { Env, WakeMessage } from './env.ts';
import { tick } from './loop/sweep.ts';
import { consume, noteDead } from './queue.ts';
import { messagesOf } from './scheduled.ts';

export default {
  fetch: (request, env) => createApp(compose(env)).fetch(request),
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
