import { Hono } from 'hono';
import { z } from 'zod';
import { verifyChain } from '../../loop/account/seal-activity.ts';
import { requestErasure, whatLeavesWith } from '../../loop/observe/erase.ts';
import { NotFound } from '../../loop/ports/errors.ts';
import { readJson } from '../body.ts';
import type { Services } from '../services.ts';

const keySchema = z.object({ key: z.string().min(1) });

/** Dead letters and their replay; forgetting a person; whether the log of what was done is whole. */
export function operationRoutes({ ports, wake }: Services): Hono {
  const routes = new Hono();
  routes.get('/:tenant/dead-letters', async (c) =>
    c.json({ deadLetters: await ports.inbox.deadLetters(c.req.param('tenant')) }),
  );
  routes.post('/:tenant/dead-letters/replay', async (c) => {
    const tenant = c.req.param('tenant');
    const { key } = await readJson(c, keySchema);
    if (!(await ports.inbox.replay(tenant, key))) throw new NotFound('no dead letter has this key');
    await wake(tenant);
    return c.json({ status: 'put back' }, 202);
  });
  routes.get('/:tenant/people/:id', async (c) =>
    c.json(await whatLeavesWith(ports, c.req.param('tenant'), c.req.param('id'))),
  );
  routes.delete('/:tenant/people/:id', async (c) => {
    const { tenant, id } = c.req.param();
    const leaves = await whatLeavesWith(ports, tenant, id);
    if (leaves.answered > 0 && c.req.query('answers') !== 'leave')
      return c.json(
        {
          error: 'they wrote in conversations of others: what they said there leaves as evidence; send ?answers=leave',
          leaves,
        },
        409,
      );
    await requestErasure(ports, tenant, id, c.req.header('x-mend-actor') ?? 'operator');
    await wake(tenant);
    return c.json({ status: 'everything of theirs leaves now' }, 202);
  });
  routes.get('/:tenant/audit', async (c) => c.json(await verifyChain(ports, c.req.param('tenant'))));
  return routes;
}
