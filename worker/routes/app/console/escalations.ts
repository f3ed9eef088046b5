import { Hono } from 'hono';
import { z } from 'zod';
import { DISPUTE_ANSWERS } from '../../../../shared/escalation.ts';
import { actorOf } from '../../../../shared/viewer.ts';
import { nextQuestion } from '../../../loop/propose/escalate.ts';
import { answerAs, readEscalation } from '../../../loop/review/escalation.ts';
import { readJson } from '../../body.ts';
import type { Services } from '../../services.ts';
import { type AppEnv, atLeast } from '../viewer.ts';

const answerSchema = z.strictObject({ answer: z.enum(DISPUTE_ANSWERS) });

/**
 * What needs a person who knows: `GET /question` the fix whose question is for the viewer, null where there is none;
 * `GET /review/:id/escalation` for everybody, 404 for a fix that is not escalated; `POST /questions/:id/answer` for the agent
 * whom the question is for, and for leads.
 */
export function consoleEscalationRoutes({ ports, wake }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/review/:id/escalation', async (c) =>
    c.json(await readEscalation(ports, c.get('viewer'), c.req.param('id'))),
  );
  routes.get('/question', async (c) => {
    const { tenant, userId } = c.get('viewer');
    const question = await nextQuestion(ports, tenant, userId);
    return c.json({ fixId: question?.fixId ?? null });
  });
  routes.post('/questions/:id/answer', atLeast('agent'), async (c) => {
    const viewer = c.get('viewer');
    const { answer } = await readJson(c, answerSchema);
    const question = await answerAs(ports, viewer, actorOf(viewer), c.req.param('id'), answer);
    await wake(viewer.tenant);
    return c.json({ question });
  });
  return routes;
}
