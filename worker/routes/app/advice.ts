import { Hono } from 'hono';
import { z } from 'zod';
import {
  ANSWERS,
  MAX_DRAFT_CHARS,
  MAX_REASON_CHARS,
  MAX_WORDING_CHARS,
  type OutcomeInput,
  QUESTION_KINDS,
  type StartedArticle,
} from '../../../shared/advice.ts';
import { actorOf, type Viewer } from '../../../shared/viewer.ts';
import { advise } from '../../loop/advise/advise.ts';
import { checkDraft } from '../../loop/advise/check-draft.ts';
import { findArticles } from '../../loop/advise/find-articles.ts';
import { flaggable } from '../../loop/advise/flaggable.ts';
import { hasSeen } from '../../loop/advise/has-seen.ts';
import { recordOutcome } from '../../loop/advise/record-outcome.ts';
import { startArticle } from '../../loop/advise/start-article.ts';
import { knowCustomer } from '../../loop/context/know-customer.ts';
import { Invalid, NotFound } from '../../loop/ports/errors.ts';
import { NoRights } from '../../loop/ports/session.ts';
import { approve } from '../../loop/review/decide-by-person.ts';
import { wordPatch } from '../../loop/review/word-patch.ts';
import { readJson } from '../body.ts';
import type { Services } from '../services.ts';
import { type AppEnv, atLeast } from './viewer.ts';

const id = z.string().min(1).max(200);
const line = z.number().int().nonnegative();
const words = z.string().max(MAX_REASON_CHARS);
const contradiction = { articleId: id, line, says: words, wrote: words };

const outcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shown'), questionId: id.nullable() }),
  z.strictObject({ kind: z.literal('inserted'), replyId: id, text: z.string().min(1).max(MAX_DRAFT_CHARS) }),
  z.strictObject({ kind: z.literal('fix_article'), ...contradiction }),
  z.strictObject({ kind: z.literal('fix_reply'), ...contradiction }),
  z.strictObject({ kind: z.literal('flagged'), articleId: id, line: line.nullable(), reason: words }),
  z.strictObject({ kind: z.literal('searched') }),
  z.strictObject({ kind: z.literal('linked'), articleId: id }),
  z.strictObject({
    kind: z.literal('answered'),
    questionId: id,
    question: z.enum(QUESTION_KINDS),
    subject: z.strictObject({ articleId: id.nullable(), line: line.nullable(), gapId: id.nullable() }),
    text: words,
    answer: z.enum(ANSWERS),
  }),
]) satisfies z.ZodType<OutcomeInput>;

const startSchema = z.strictObject({
  title: z.string().trim().min(1, 'an article needs a title').max(200),
  text: z.string().trim().min(1, 'an article needs words').max(MAX_DRAFT_CHARS),
}) satisfies z.ZodType<StartedArticle>;
const draftSchema = z.strictObject({
  text: z.string().max(MAX_DRAFT_CHARS),
  articleIds: z.array(id).max(10),
});
const seen = { patchHash: z.string().max(200), baseHash: z.string().max(200).nullable() };
const patchSchema = z.strictObject(seen);
const sentence = z.string().min(1).max(MAX_DRAFT_CHARS);
const plain = z.string().max(MAX_WORDING_CHARS);
/** One line of words: what a person breaks into lines is one sentence all the same. */
const wording = plain
  .transform((text) => text.replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'a sentence needs words'));
const rewordSchema = z.strictObject({
  ...seen,
  wordings: z
    .array(z.strictObject({ from: sentence, to: wording }))
    .min(1)
    .max(10),
});

/**
 * What an agent sees beside a conversation and does with it. Every route of a conversation is for a viewer who may open it (403
 * else), which is held for minutes and so costs a call of the helpdesk seldom; 404 where it is
 * gone and they may know that it was there: see docs/advice.md. Patches are for leads. A helpdesk's ids are their own tenant's alone.
 */
export function adviceRoutes(services: Services): Hono<AppEnv> {
  const { ports, wake } = services;
  const routes = new Hono<AppEnv>();
  const mayOpen = async (viewer: Viewer, conversationId: string) => {
    if (!/^[\w-]{1,64}$/.test(conversationId)) throw new Invalid('this is no id of a conversation');
    if ((await services.mayOpen(viewer, [conversationId])).has(conversationId)) return;
    const absent = await services.absent(viewer, conversationId);
    if (absent && (absent.mayKnow || (await hasSeen(ports, viewer, conversationId))))
      throw new NotFound('the helpdesk has no such conversation any more');
    throw new NoRights('you may not open this conversation');
  };

  /** `GET /app/advice/:conversation` answers an `Advice`; `?solved=1` where the viewer has just solved it. */
  routes.get('/:conversation', async (c) => {
    const viewer = c.get('viewer');
    const conversation = c.req.param('conversation');
    await mayOpen(viewer, conversation);
    const advice = await advise(ports, viewer.tenant, conversation, viewer, c.req.query('solved') === '1');
    return c.json(advice, 200, { 'cache-control': 'no-store' });
  });

  /** `GET /app/advice/:conversation/customer` answers a `CustomerContext`: asked after the page, since the product may be slow. */
  routes.get('/:conversation/customer', async (c) => {
    const viewer = c.get('viewer');
    const conversation = c.req.param('conversation');
    await mayOpen(viewer, conversation);
    return c.json(await knowCustomer(ports, viewer.tenant, conversation));
  });

  /** `GET /app/advice/:conversation/articles?q=` answers articles that everybody may read, by their words. */
  routes.get('/:conversation/articles', async (c) => {
    const viewer = c.get('viewer');
    await mayOpen(viewer, c.req.param('conversation'));
    return c.json({ articles: await findArticles(ports, viewer, c.req.query('q') ?? '') });
  });

  /** `GET /app/advice/:conversation/articles/:article/statements?locale=` answers its sentences, to say which one is wrong. */
  routes.get('/:conversation/articles/:article/statements', async (c) => {
    const viewer = c.get('viewer');
    await mayOpen(viewer, c.req.param('conversation'));
    const locale = c.req.query('locale') ?? '';
    return c.json({ statements: await flaggable(ports, viewer.tenant, c.req.param('article'), locale) });
  });

  /** `POST /app/advice/:conversation/check` answers what a draft reply says otherwise than the articles named. */
  routes.post('/:conversation/check', async (c) => {
    const viewer = c.get('viewer');
    const { text, articleIds } = await readJson(c, draftSchema);
    await mayOpen(viewer, c.req.param('conversation'));
    return c.json({ contradictions: await checkDraft(ports, viewer.tenant, text, articleIds) });
  });

  /**
   * `POST /app/advice/:conversation/start` puts an article of the viewer's own words before a reviewer, for a question that
   * no article covers; answers `Started`.
   */
  routes.post('/:conversation/start', atLeast('agent'), async (c) => {
    const viewer = c.get('viewer');
    const conversation = c.req.param('conversation');
    const words = await readJson(c, startSchema);
    await mayOpen(viewer, conversation);
    return c.json(await startArticle(ports, viewer, conversation, words));
  });

  /** `POST /app/advice/:conversation/outcomes` stores an `OutcomeInput`; 201 where it is new, 200 where it stood. */
  routes.post('/:conversation/outcomes', atLeast('agent'), async (c) => {
    const viewer = c.get('viewer');
    const conversation = c.req.param('conversation');
    const input = await readJson(c, outcomeSchema);
    await mayOpen(viewer, conversation);
    const { isNew, isHeeded } = await recordOutcome(ports, viewer, conversation, input);
    if (isHeeded) await wake(viewer.tenant);
    return c.json({ isNew }, isNew ? 201 : 200);
  });

  /** `POST /app/advice/patches/:fix/approve` approves a small patch as it was shown; 409 where it has moved on. */
  routes.post('/patches/:fix/approve', atLeast('lead'), async (c) => {
    const viewer = c.get('viewer');
    const shown = await readJson(c, patchSchema);
    const fix = await approve(ports, viewer.tenant, c.req.param('fix'), shown, actorOf(viewer));
    await wake(viewer.tenant);
    return c.json({ fix: { id: fix.id, state: fix.state } });
  });

  /**
   * `POST /app/advice/patches/:fix/reword` words new sentences of a small patch otherwise and approves it; answers `Reworded`,
   * `refused` with the content rules where they do not let it pass; 409 where the patch has moved on.
   */
  routes.post('/patches/:fix/reword', atLeast('lead'), async (c) => {
    const viewer = c.get('viewer');
    const { wordings, ...shown } = await readJson(c, rewordSchema);
    const done = await wordPatch(ports, viewer, c.req.param('fix'), shown, wordings);
    if (done.state === 'approved') await wake(viewer.tenant);
    return c.json(done);
  });
  return routes;
}
