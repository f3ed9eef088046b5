import { Hono } from 'hono';
import { z } from 'zod';
import { DISPUTE_ANSWERS } from '../../../shared/escalation.ts';
import { escalation, escalations, nextQuestion } from '../../loop/propose/escalate.ts';
import { answerQuestion } from '../../loop/review/answer.ts';
import { readJson } from '../body.ts';
import type { Services } from '../services.ts';

const answerSchema = z.strictObject({ answer: z.enum(DISPUTE_ANSWERS), actor: z.string().min(1).max(200) });

/** What needs a person who knows: its whole context, the one question on it, and the answer. */
export function escalationRoutes({ ports, wake }: Services): Hono {
  const routes = new Hono();
  routes.get('/:tenant/escalations', async (c) =>
    c.json({ escalations: await escalations(ports, c.req.param('tenant')) }),
  );
  routes.get('/:tenant/escalations/:fix', async (c) =>
    c.json({ escalation: await escalation(ports, c.req.param('tenant'), c.req.param('fix')) }),
  );
  routes.get('/:tenant/agents/:agent/question', async (c) =>
    c.json({ question: await nextQuestion(ports, c.req.param('tenant'), c.req.param('agent')) }),
  );
  routes.post('/:tenant/questions/:id/answer', async (c) => {
    const { tenant, id } = c.req.param();
    const { answer, actor } = await readJson(c, answerSchema);
    const question = await answerQuestion(ports, tenant, id, answer, actor);
    await wake(tenant);
    return c.json({ question });
  });
  return routes;
}
