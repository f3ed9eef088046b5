import { type Context, Hono } from 'hono';
import { answerSurvey, openSurvey, type SurveyState } from '../../loop/measure/answer-effort.ts';
import type { Survey } from '../../loop/ports/surveys.ts';
import { boundedBody } from '../body.ts';
import type { Services } from '../services.ts';
import { noticeLanguage } from './notice-words.ts';
import { SURVEY_SCORES, surveyPage, surveyPolicy } from './survey-page.ts';

/** A form of one number. */
const MAX_FORM_BYTES = 1_024;

/**
 * The survey of one question, for a customer: `GET /survey/TOKEN` shows it and stores nothing, `POST` with `score` answers it
 * once. A link that has run out, is not of ours or was answered says so. No cookie, no script, nobody signed in: the link alone.
 */
export function surveyRoutes({ ports }: Services): Hono {
  const routes = new Hono();
  routes.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    c.header('referrer-policy', 'no-referrer');
    c.header('x-robots-tag', 'noindex');
  });
  routes.get('/:token', async (c) => answered(c, await openSurvey(ports, c.req.param('token'))));
  routes.post(
    '/:token',
    boundedBody({ maxSize: MAX_FORM_BYTES, onError: (c) => c.json({ error: 'too large' }, 413) }),
    async (c) => {
      const score = Number((await c.req.parseBody()).score);
      const token = c.req.param('token');
      if (!SURVEY_SCORES.includes(score)) return answered(c, await openSurvey(ports, token), 400);
      return answered(c, await answerSurvey(ports, token, score));
    },
  );
  return routes;
}

async function answered(
  c: Context,
  found: SurveyState | { state: 'thanks'; survey: Survey },
  status?: 400,
): Promise<Response> {
  const wanted = found.state === 'closed' ? '' : `${found.survey.language},`;
  const language = noticeLanguage(`${wanted}${c.req.header('accept-language') ?? ''}`);
  c.header('content-security-policy', await surveyPolicy());
  return c.html(surveyPage(found.state, language), status ?? (found.state === 'closed' ? 410 : 200));
}
