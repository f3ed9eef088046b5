import { describe, expect, it } from 'vitest';
import { policySchema } from '../../shared/policy.ts';
import { createIdentity } from '../../worker/crypto/person.ts';
import { createSurveyLinks } from '../../worker/crypto/survey-links.ts';
import type { Usage } from '../../worker/d1/database.ts';
import { messageKey } from '../../worker/loop/ports/messages.ts';
import type { Ports } from '../../worker/loop/ports/ports.ts';
import { MACROS_A_FIX } from '../../worker/loop/propose/companions.ts';
import { runStep, statementsOf } from '../../worker/loop/steps.ts';
import { work } from '../../worker/loop/work.ts';
import { createOpenAiWriter } from '../../worker/models/openai/writer.ts';
import { anArticle, aTenant } from '../contracts/examples.ts';
import { aMacro } from '../contracts/macros.ts';
import { twoTenants } from '../contracts/stores.ts';
import { createMemoryConnected } from '../loop/memory/connected/connected.ts';
import { createMemoryCourier } from '../loop/memory/connected/courier.ts';
import { createDesk } from '../loop/world/desk.ts';
import { giveMacros } from '../loop/world/desk-macros.ts';
import { aRaw } from '../loop/world/raw.ts';
import { seededArticles, seededConversations, toldOf } from '../loop/world/seeded.ts';
import { createD1Stores } from './stage/stores.ts';

/** docs/operations.md has the limits of the platform that they keep within. */
const AN_OBSERVATION = 50;
const AN_INVOCATION = 900;

const FORTNIGHT = Date.parse('2026-11-30T00:00:00Z');

/** A model that answers every question with something that can't stand: every draft costs a call. */
const MODEL: typeof fetch = async () =>
  Response.json({
    id: '1',
    object: 'chat.completion',
    model: 'm-1',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: ANSWER } }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  });
const ANSWER = JSON.stringify({
  title: 'Anything',
  sections: [{ heading: null, form: 'text', sentences: [{ text: 'Anything.', says: [0] }] }],
});

async function bench() {
  const usage: Usage = { statements: 0, rowsRead: 0, rowsWritten: 0 };
  const { secrets: _, ...stores } = createD1Stores({ usage });
  const desk = createDesk(() => FORTNIGHT);
  const ports: Ports = {
    ...stores,
    wallClock: { now: Date.now },
    eventClock: { now: () => FORTNIGHT },
    identity: createIdentity(new Uint8Array(32)),
    courier: createMemoryCourier(),
    surveys: createSurveyLinks(new Uint8Array(32), 'https://mend.example', () => 0),
    ...createMemoryConnected(),
    helpdesk: async () => desk,
    prove: async () => [],
    writer: createOpenAiWriter({
      settings: { baseUrl: 'https://api.openai.com/v1', model: 'm-1', key: 'key-for-tests' },
      spend: stores.spend,
      answers: stores.answers,
      now: Date.now,
      fetch: MODEL,
    }),
  };
  const [tenant] = twoTenants();
  await ports.tenants.put(aTenant(tenant), policySchema.parse({}));
  return { usage, desk, ports, tenant };
}

/** Works one tenant wake-up by wake-up; answers the statements of each. */
async function invocations({ usage, ports, tenant }: Awaited<ReturnType<typeof bench>>): Promise<number[]> {
  const all: number[] = [];
  for (let isLeft = true; isLeft; ) {
    const before = usage.statements;
    isLeft = (await work(ports, tenant, 'wake')).againAfterMs !== null;
    all.push(usage.statements - before);
  }
  return all;
}

describe('D1 statements', () => {
  it('of every step of a fortnight stay within what the step may need', { timeout: 300_000 }, async () => {
    const { usage, desk, ports, tenant } = await bench();
    for (const article of seededArticles()) desk.articles.set(article.id, article);
    const saved = (text: string, i: number) => aMacro(`${i}`, { text: `Reply ${i}. ${text}`, isHtml: false });
    giveMacros(desk, Date.now, Array(1_000).fill('A file can hold up to 500 rows.').map(saved));
    const stories = ['calendar_feed', 'stale_import'];
    for (const c of seededConversations((c) => stories.includes(c.story))) desk.conversations.set(c.id, c);
    const told = [...desk.conversations.values()].flatMap(toldOf);
    const first = Math.min(...told.map((message) => message.at));
    await ports.inbox.add(
      tenant,
      [{ type: 'refresh' as const, at: first - 1 }, ...told].map((m) => ({ key: messageKey(m), message: m })),
    );
    const noPast = { since: 0, cursor: null, done: 0, readTo: null, isDone: true };
    await ports.cursors.set(tenant, 'backfill', JSON.stringify(noPast));
    const most = new Map<string, number>();
    const next = async () => (await ports.inbox.due(tenant, FORTNIGHT, Date.now(), 1))[0];
    for (let row = await next(); row; row = await next()) {
      const before = usage.statements;
      await ports.inbox.settle(tenant, [row.key], await runStep(ports, tenant, row.message));
      const spent = usage.statements - before;
      most.set(row.message.type, Math.max(spent, most.get(row.message.type) ?? 0));
      expect([row.message.type, spent <= statementsOf(row.message), spent]).toEqual([row.message.type, true, spent]);
    }
    expect(most.get('observe')).toBeLessThanOrEqual(AN_OBSERVATION);
    expect((await ports.fixes.list(tenant, ['in_review'])).some(({ macros }) => macros?.length === MACROS_A_FIX)).toBe(
      true,
    );
    expect([...most.keys()]).toEqual(
      expect.arrayContaining(['observe', 'collect', 'draft', 'rehearse', 'score', 'decide']),
    );
  });

  it('of one wake-up stay within an invocation while the past and the articles are read', {
    timeout: 300_000,
  }, async () => {
    const all = await bench();
    for (let i = 0; i < 130; i++) all.desk.articles.set(`${i}`, anArticle(`${i}`, { title: `Article ${i}` }));
    const day = 24 * 3_600_000;
    for (let i = 0; i < 90; i++) all.desk.conversations.set(`c${i}`, aRaw(`c${i}`, FORTNIGHT - day + i * 60_000));
    const message = { type: 'refresh' as const, at: FORTNIGHT };
    await all.ports.inbox.add(all.tenant, [{ key: messageKey(message), message }]);
    const spent = await invocations(all);
    expect(Math.max(...spent)).toBeLessThanOrEqual(AN_INVOCATION);
    expect((await all.ports.articles.list(all.tenant)).length).toBe(130);
    expect((await all.ports.observations.list(all.tenant, null, 200)).length).toBe(90);
    expect(await all.ports.inbox.deadLetters(all.tenant)).toEqual([]);
  });
});
