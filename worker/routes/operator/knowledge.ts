import { Hono } from 'hono';
import { GAP_STATES, type GapState } from '../../../shared/gap.ts';
import { explain } from '../../core/drafts/draft.ts';
import { audienceIn, languageIn } from '../../core/language/space.ts';
import { issueOf, issues } from '../../core/learning/learned.ts';
import { Invalid, NotFound } from '../../loop/ports/errors.ts';
import { searchKnowledge } from '../../loop/search/search.ts';
import type { Services } from '../services.ts';

const PAGE = 200;

/** What is kept for a private group is for its members, and no operator's. */
const isForAll = ({ language }: { language: string }) => audienceIn(language) === null;

/** A longer question says no more. */
const MAX_QUESTION = 4_000;

/** What the loop knows, for people: conversations, issues, gaps with their why, articles and what was done. */
export function knowledgeRoutes({ ports }: Services): Hono {
  const routes = new Hono();
  routes.get('/:tenant/conversations/:id', async (c) => {
    const { tenant, id } = c.req.param();
    const observation = await ports.observations.find(tenant, id);
    if (!observation || audienceIn(observation.language) !== null)
      throw new NotFound('nothing is known of this conversation yet');
    const { learned } = await ports.memory.load(tenant, observation.language);
    const issueId = observation.issueId && issueOf(learned, observation.issueId);
    const gaps = (await ports.gaps.list(tenant)).filter(
      (gap) => gap.issueId === issueId || gap.conversationIds.includes(id),
    );
    return c.json({
      observation: { ...observation, issueId },
      conversation: await ports.observations.conversation(tenant, id),
      gaps,
    });
  });
  routes.get('/:tenant/observations', async (c) => {
    const [at, id] = (c.req.query('after') ?? '').split(',');
    const tenant = c.req.param('tenant');
    const page = await ports.observations.list(tenant, at && id ? { at: Number(at), id } : null, PAGE);
    const last = page.at(-1);
    const states = new Map<string, Awaited<ReturnType<typeof ports.memory.load>>>();
    for (const { language } of page)
      if (!states.has(language)) states.set(language, await ports.memory.load(tenant, language));
    const merged = page.filter(isForAll).map((o) => {
      const learned = states.get(o.language)?.learned;
      return o.issueId && learned ? { ...o, issueId: issueOf(learned, o.issueId) } : o;
    });
    return c.json({ observations: merged, after: page.length === PAGE && last ? `${last.at},${last.id}` : null });
  });
  routes.get('/:tenant/issues', async (c) => {
    const tenant = c.req.param('tenant');
    const all = [];
    for (const language of await ports.learningLog.languages(tenant)) {
      if (audienceIn(language) !== null) continue;
      const { learned } = await ports.memory.load(tenant, language);
      all.push(...issues(learned).map((issue) => ({ language, ...issue })));
    }
    return c.json({ issues: all });
  });
  routes.get('/:tenant/gaps', async (c) => {
    const states = c.req.query('state')?.split(',') ?? null;
    if (states?.some((s) => !GAP_STATES.includes(s as GapState)))
      throw new Invalid(`state must be of ${GAP_STATES.join(', ')}`);
    return c.json({ gaps: await ports.gaps.list(c.req.param('tenant'), states ? (states as GapState[]) : undefined) });
  });
  routes.get('/:tenant/gaps/:id', async (c) => {
    const { tenant, id } = c.req.param();
    const gap = await ports.gaps.get(tenant, id);
    if (!gap) throw new NotFound(`gap ${id}`);
    const { learned } = await ports.memory.load(tenant, gap.language);
    return c.json({ gap, why: explain(learned, gap.findingKey), fixes: await ports.fixes.ofGap(tenant, id) });
  });
  routes.get('/:tenant/articles', async (c) => c.json({ articles: await ports.articles.list(c.req.param('tenant')) }));
  routes.get('/:tenant/articles/:id/versions', async (c) =>
    c.json({ versions: await ports.articles.versions(c.req.param('tenant'), c.req.param('id')) }),
  );
  routes.get('/:tenant/search', async (c) => {
    const [tenant, question] = [c.req.param('tenant'), (c.req.query('q') ?? '').slice(0, MAX_QUESTION)];
    const language = languageIn(c.req.query('language') ?? 'en');
    const exact = await ports.articleIndex.search(tenant, question, 10);
    return c.json({ ...(await searchKnowledge(ports, tenant, language, question, 10)), exact });
  });
  routes.get('/:tenant/activity', async (c) =>
    c.json({ activity: await ports.activity.list(c.req.param('tenant'), PAGE) }),
  );
  return routes;
}
