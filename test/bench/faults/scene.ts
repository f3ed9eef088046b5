import type { Gap, MacroChange, StoredFix } from '../../../shared/index.ts';
import { asWritten } from '../../../shared/said/said.ts';
import { hashText, idOf } from '../../../worker/core/text/hash.ts';
import { openDatabase } from '../../../worker/d1/database.ts';
import { upsertGap } from '../../../worker/d1/fixes/gaps.ts';
import type { Env } from '../../../worker/env.ts';
import { createHttpServer } from '../../sandbox/http-server.ts';
import { API_TOKEN } from '../../sandbox/mend/mend.ts';
import { NO_LIMITS } from '../../sandbox/zendesk/access/rate-limit.ts';
import { createZendesk, type Zendesk } from '../../sandbox/zendesk/driver.ts';
import { type Failpoint, type Isolate, startIsolate } from './isolate.ts';
import type { Plant } from './planted.ts';

export const START = Date.parse('2026-11-02T08:00:00Z');
const OLD = '<h2>Export</h2><p>An export keeps its link for 7 days.</p><p>Open Reports and click Export.</p>';
export const BASE = { title: 'Export a report', bodyHtml: OLD };
export const TARGET = { title: 'Export a report', bodyHtml: OLD.replace('7 days', '30 days') };
/** The macro of the same fact, with what the helpdesk fills in. */
export const REPLY_BASE = 'Hi {{ticket.requester.first_name}},\r\nAn export keeps its link for 7 days.';
export const REPLY_TARGET = REPLY_BASE.replace('7 days', '30 days');
const SAID = ['Thanks for asking.', 'An export keeps its link for 30 days.'];

/** One tenant on one simulated Zendesk, three solved conversations in it, and a fix of its article that waits in review. */
export interface Scene {
  zendesk: Zendesk;
  tenant: string;
  articleId: string;
  macroId: string;
  fixId: string;
  env: Env;
  /** The isolate that answers webhooks now. */
  isolate: Isolate;
  start(failpoint: Failpoint | null, skewMs: number): Isolate;
  clock: { now: number };
  close(): Promise<void>;
}

export async function createScene(env: Env, run: number, plant: Plant | null = null): Promise<Scene> {
  const clock = { now: START };
  const accountId = 10_000 + run;
  const scene = {} as Scene;
  const server = createHttpServer((request) => scene.isolate.app.fetch(request));
  const { url } = await server.listen();
  const own: Env = { ...env, PUBLIC_URL: url };
  const zendesk = createZendesk({
    clock: { now: () => new Date(clock.now) },
    seed: `faults-${run}`,
    limits: NO_LIMITS,
    account: { id: accountId, subdomain: `t${run}` },
    sleep: async () => undefined,
  });
  zendesk.webhooks.config({ timeoutMs: 250, retryDelayMs: 1 });
  const { url: baseUrl } = await zendesk.listen();
  const section = zendesk.addSection({ name: 'Reports', at: START - 10 });
  const article = zendesk.addArticle({
    section,
    title: BASE.title,
    body: BASE.bodyHtml,
    at: START - 10,
    isSilent: true,
  });
  const macro = zendesk.addMacro({
    title: BASE.title,
    actions: [{ field: 'comment_value', value: REPLY_BASE }],
    at: START - 10,
  });
  Object.assign(scene, {
    zendesk,
    macroId: String(macro.id),
    tenant: `zendesk:${accountId}`,
    articleId: String(article.id),
    fixId: idOf(String(run), 'fix'),
    env: own,
    clock,
    start(failpoint: Failpoint | null, skewMs: number) {
      scene.isolate = startIsolate({ ...own }, () => clock.now, skewMs, failpoint, plant);
      return scene.isolate;
    },
    close: async () => {
      await zendesk.close();
      await server.close();
    },
  });
  scene.start(null, 0);
  const response = await scene.isolate.app.request('/api/tenants/zendesk', {
    method: 'POST',
    headers: { authorization: `Bearer ${API_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      accountId: String(accountId),
      subdomain: `t${run}`,
      baseUrl,
      token: zendesk.issueToken({ expiresIn: 172_800 }).accessToken,
      policy: {},
    }),
  });
  if (response.status !== 201) throw new Error(`the scene could not be set: ${await response.text()}`);
  return scene;
}

/** Customers of three organizations ask, agents answer: three tickets at the helpdesk, told by webhooks or not. */
export function playTickets(scene: Scene, isSilent: boolean): string[] {
  const { zendesk, clock } = scene;
  const agents = [0, 1].map((n) =>
    zendesk.addUser({ name: `Qa${n}z`, email: `a${n}@sandbox.example`, role: 'agent', at: START }),
  );
  return [0, 1, 2].map((n) => {
    const organization = zendesk.addOrganization({ name: `Qo${n}z`, domains: [`o${n}.example`], at: START });
    const requester = zendesk.addUser({ name: `Qc${n}z`, email: `c${n}@o${n}.example`, organization, at: START });
    const author = agents[n % 2] ?? agents[0]!;
    const at = clock.now + 1_000;
    const ticket = zendesk.openTicket({
      requester,
      subject: 'Export link',
      comment: 'How long does the link of an export work?',
      at,
      isSilent,
    });
    zendesk.addComment({ ticket, author, body: SAID.join(' '), at: at + 1_000, isSilent: true });
    zendesk.setStatus({ ticket, status: 'solved', by: author, at: at + 2_000, isSilent });
    clock.now = at + 2_000;
    return String(ticket.id);
  });
}

/** A gap and its fix as they wait in review, with the evidence that stands in the stored conversations. */
export async function placeFix(
  scene: Scene,
  ticketIds: string[],
  { articleId, fixId, macroId }: { articleId: string; fixId: string; macroId?: string } = scene,
): Promise<StoredFix> {
  const { tenant, clock } = scene;
  const gap: Gap = {
    id: idOf(tenant, 'gap', fixId),
    findingKey: `stale-${tenant}-${articleId}`,
    language: 'en',
    cause: 'outdated',
    issueId: 'issue',
    articleId,
    title: 'how long a link works',
    state: 'in_review',
    openedAt: clock.now,
    updatedAt: clock.now,
    conversationIds: ticketIds,
    openedWith: ticketIds,
    statistics: {},
  };
  const conversations = await scene.isolate.ports.observations.conversations(tenant, ticketIds);
  const evidence = conversations.map((c) => ({
    conversationId: c.id,
    turnId: c.turns[1]?.id ?? '',
    quote: SAID[1] ?? '',
  }));
  const fix: StoredFix = {
    kind: 'article_patch',
    articleId,
    ...TARGET,
    terms: [],
    evidence,
    openQuestions: [],
    id: fixId,
    gapId: gap.id,
    language: 'en',
    locale: 'en-us',
    category: 'Reports',
    sectionId: null,
    likeArticleId: articleId,
    baseHtml: BASE.bodyHtml,
    ...(macroId === undefined ? {} : { macros: [replyOf(macroId)] }),
    state: 'in_review',
    createdAt: clock.now,
    baseHash: hashText(`${BASE.title}\u0000${BASE.bodyHtml}`),
    patchHash: hashText(fixId),
    isEdited: false,
    rehearsal: null,
    confidence: 0.9,
    rawConfidence: 0.9,
    support: { agents: 2, organizations: 3 },
    gates: [],
    writer: null,
    decision: 'review',
    reason: asWritten('a person decides'),
    actor: 'mend',
  };
  const db = openDatabase(scene.env.DB);
  await upsertGap(db, tenant, gap);
  await scene.isolate.ports.fixes.add(tenant, fix);
  return fix;
}

function replyOf(macroId: string): MacroChange {
  const { title } = BASE;
  return {
    ...{ macroId, title, isHtml: false, bodyHtml: REPLY_TARGET, baseHtml: REPLY_BASE },
    ...{ baseHash: hashText(`${title}\u0000${REPLY_BASE}`), removed: '7 days', added: '30 days' },
  };
}
