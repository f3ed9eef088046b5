import { expect, it } from 'vitest';
import { policySchema } from '../../shared/policy.ts';
import { hashText } from '../../worker/core/text/hash.ts';
import { createIdentity } from '../../worker/crypto/person.ts';
import { createSurveyLinks } from '../../worker/crypto/survey-links.ts';
import type { Usage } from '../../worker/d1/database.ts';
import type { LoopMessage } from '../../worker/loop/ports/messages.ts';
import type { Ports } from '../../worker/loop/ports/ports.ts';
import { askRollback } from '../../worker/loop/publish/ask-rollback.ts';
import { runStep, statementsOf } from '../../worker/loop/steps.ts';
import { aFix, anArticle, aPublication, aTenant } from '../contracts/examples.ts';
import { twoTenants } from '../contracts/stores.ts';
import { createMemoryConnected } from '../loop/memory/connected/connected.ts';
import { createMemoryCourier } from '../loop/memory/connected/courier.ts';
import { createDesk } from '../loop/world/desk.ts';
import { createD1Stores } from './stage/stores.ts';

const BASE = '<p>Open Reports.</p><p>Wait a day.</p><p>Ask Kit.</p>';
const PUBLISHED = BASE.replace('a day', 'an hour');
const WAITING = 45;

it('puts dozens of waiting fixes on the new text, and takes a publication back, within the statements of their steps', async () => {
  const usage: Usage = { statements: 0, rowsRead: 0, rowsWritten: 0 };
  const { secrets: _, ...stores } = createD1Stores({ usage });
  const desk = createDesk(() => 50);
  const ports: Ports = {
    ...stores,
    wallClock: { now: () => 50 },
    eventClock: { now: () => 50 },
    identity: createIdentity(new Uint8Array(32)),
    courier: createMemoryCourier(),
    surveys: createSurveyLinks(new Uint8Array(32), 'https://mend.example', () => 0),
    ...createMemoryConnected(),
    helpdesk: async () => desk,
    prove: async () => [],
  };
  const [tenant] = twoTenants();
  await ports.tenants.put(aTenant(tenant), policySchema.parse({ autoPublish: { isEnabled: true } }));
  const [before, after] = [BASE, PUBLISHED].map((bodyHtml) => ({ title: 'Export', bodyHtml })) as [Text, Text];
  type Text = { title: string; bodyHtml: string };
  desk.articles.set('77', anArticle('77', after));
  await ports.fixes.add(tenant, aFix('fix', { state: 'published', actor: 'mend' }));
  await ports.publications.intend(tenant, aPublication('p', { state: 'done', before, after }));
  const baseHash = hashText(`Export\u0000${BASE}`);
  const bodyHtml = BASE.replace('Ask Kit', 'Ask Ines');
  const evidence = [{ conversationId: 'a', turnId: 'a-1', quote: 'Ask Ines.' }];
  for (let i = 0; i < WAITING; i++)
    await ports.fixes.add(tenant, aFix(`w${i}`, { baseHtml: BASE, baseHash, bodyHtml, evidence, createdAt: i }));
  const run = async (message: LoopMessage) => {
    const from = usage.statements;
    const next = await runStep(ports, tenant, message);
    expect(usage.statements - from).toBeLessThanOrEqual(statementsOf(message));
    return next;
  };
  const done: string[] = [];
  let next: LoopMessage[] = [{ type: 'rebase', at: 20, publicationId: 'p' }];
  while (next[0]) {
    const [message, ...others] = next;
    done.push(message.type);
    next = [...others, ...(await run(message))];
  }
  expect(done).toEqual(['rebase', 'rebase', 'rebase']);
  const fixes = await ports.fixes.list(tenant, ['in_review']);
  expect([fixes.length, new Set(fixes.map((fix) => fix.bodyHtml))]).toEqual([
    WAITING,
    new Set([PUBLISHED.replace('Ask Kit', 'Ask Ines')]),
  ]);

  const reversal = await askRollback(ports, tenant, 'p', 'ada', 'wrong');
  await run({ type: 'restore', at: 50, publicationId: reversal.id });
  expect(desk.articles.get('77')?.bodyHtml).toBe(BASE);
  expect((await ports.articles.versions(tenant, '77')).map((version) => version.source)).toEqual(['restored']);
  expect((await ports.publications.lastAutomatic(9)).filter((end) => end.tenant === tenant)).toEqual([
    { tenant, id: 'p', isTakenBack: true },
  ]);
});
