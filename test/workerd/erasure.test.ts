import { beforeAll, describe, expect, it, vi } from 'vitest';
import { policySchema } from '../../shared/policy.ts';
import { createIdentity } from '../../worker/crypto/person.ts';
import { createSurveyLinks } from '../../worker/crypto/survey-links.ts';
import { verifyChain } from '../../worker/loop/account/seal-activity.ts';
import { requestErasure, whatLeavesWith } from '../../worker/loop/observe/erase.ts';
import { messageKey } from '../../worker/loop/ports/messages.ts';
import type { Ports } from '../../worker/loop/ports/ports.ts';
import { approve } from '../../worker/loop/review/decide-by-person.ts';
import { work } from '../../worker/loop/work.ts';
import { aQuestion, aTenant } from '../contracts/examples.ts';
import { createMemoryConnected } from '../loop/memory/connected/connected.ts';
import { createMemoryCourier } from '../loop/memory/connected/courier.ts';
import { createDesk } from '../loop/world/desk.ts';
import { seededArticles, seededConversations, toldOf } from '../loop/world/seeded.ts';
import { dump, exported, tablesWith } from './stage/everything-stored.ts';
import { answered, joined, MARKERS, QUENTIN, QUENTIN_SIGNED, THEIRS, ZELDA, zeldas } from './stage/forgotten-people.ts';
import { createD1Stores } from './stage/stores.ts';

const NOW = Date.parse('2026-11-30T00:00:00Z');
const TENANT = 'zendesk:88001';
const OTHER = 'zendesk:88002';

let ports: Ports;
let stores: ReturnType<typeof createD1Stores>;
let before: Map<string, string[]>;
let exportedBefore: Map<string, string[]>;
let approved: string;
let wall = NOW;
const logged: string[] = [];

async function run(): Promise<void> {
  for (let i = 0; i < 400; i++) {
    const { againAfterMs } = await work(ports, TENANT, 'wake');
    if (againAfterMs === null) break;
    wall += againAfterMs;
  }
  expect(await ports.inbox.deadLetters(TENANT)).toEqual([]);
}

beforeAll(async () => {
  for (const method of ['log', 'warn', 'error', 'info'] as const)
    vi.spyOn(console, method).mockImplementation((...said) => void logged.push(said.map(String).join(' ')));
  stores = createD1Stores({ now: () => wall });
  const { secrets: _, ...all } = stores;
  const desk = createDesk(() => NOW);
  ports = {
    ...all,
    wallClock: { now: () => wall },
    eventClock: { now: () => NOW },
    identity: createIdentity(new Uint8Array(32)),
    courier: createMemoryCourier(),
    surveys: createSurveyLinks(new Uint8Array(32), 'https://mend.example', () => 0),
    ...createMemoryConnected(),
    helpdesk: async () => desk,
    prove: async () => [],
  };
  for (const id of [TENANT, OTHER]) await ports.tenants.put(aTenant(id), policySchema.parse({}));
  for (const article of seededArticles()) desk.articles.set(article.id, { ...article, updatedBy: QUENTIN.id });
  const seeded = seededConversations((c) => ['calendar_feed', 'stale_import'].includes(c.story));
  const told = seeded.map((c, i) => (i === 4 ? zeldas(c) : i === 6 ? joined(c) : i % 3 === 0 ? answered(c) : c));
  for (const c of told) desk.conversations.set(c.id, c);
  const first = Math.min(...told.map((c) => c.createdAt));
  const messages = [
    { type: 'refresh' as const, at: first - 1 },
    ...told.flatMap(toldOf),
    { type: 'seal' as const, at: NOW },
  ];
  const noPast = { since: 0, cursor: null, done: 0, readTo: null, isDone: true };
  await ports.cursors.set(TENANT, 'backfill', JSON.stringify(noPast));
  await ports.inbox.add(
    TENANT,
    messages.map((message) => ({ key: messageKey(message), message })),
  );
  await run();
  await actAsQuentin(told[0]?.id ?? '');
  await run();
  before = await dump();
  exportedBefore = await exported(ports, TENANT);
}, 120_000);

/** Whatever a person of the team leaves behind, through the ports that routes use. */
async function actAsQuentin(conversationId: string): Promise<void> {
  const personId = await ports.identity.personId(TENANT, QUENTIN.id);
  const times = { startedAt: NOW, endsAt: NOW + 1, checkedAt: NOW, endedAt: null };
  const person = { userId: QUENTIN.id, name: QUENTIN.name, role: 'admin' as const, locale: 'en-us' };
  await stores.sessions.begin(TENANT, { id: 's1', proofId: 'p1', proofSeal: 'x', ...person, ...times });
  await stores.sessions.spend(TENANT, 's1', 'n1', NOW);
  await ports.tenants.setPolicy(TENANT, policySchema.parse({ roles: { [QUENTIN.id]: 'lead' } }), QUENTIN_SIGNED);
  const waiting = await ports.fixes.list(TENANT, ['in_review']);
  const fix = waiting[0]!;
  approved = fix.id;
  await approve(ports, TENANT, fix.id, { patchHash: fix.patchHash, baseHash: fix.baseHash }, QUENTIN_SIGNED);
  for (const gap of await ports.gaps.list(TENANT))
    await ports.gaps.assign(TENANT, gap.id, { userId: QUENTIN.id, name: QUENTIN.name, at: NOW });
  await ports.questions.add(TENANT, aQuestion('q', { fixId: fix.id, agentId: personId, asked: MARKERS.asked }));
  await ports.outcomes.add(
    TENANT,
    {
      ...{ id: 'o', conversationId, personId, language: 'en', about: null, subject: 'wrong', at: NOW },
      input: { kind: 'flagged', articleId: '100', locale: 'en-us', line: null, reason: MARKERS.flagged } as never,
    },
    {
      at: NOW,
      actor: QUENTIN_SIGNED,
      what: 'article flagged',
      subject: '100',
      reason: { code: 'step.in', values: { id: '1' } },
    },
    [],
  );
  const { id: userId, name } = QUENTIN;
  await ports.reviewDesk.snooze(TENANT, fix.gapId, { until: NOW, by: QUENTIN_SIGNED });
  await ports.reviewDesk.remark(TENANT, fix.gapId, { at: NOW, userId, name, text: MARKERS.remarked });
  await ports.reviewDesk.keepView(TENANT, { id: 'v', name: 'Mine', query: 'state=x', by: QUENTIN_SIGNED });
  const usage = { inputTokens: 1, outputTokens: 1 };
  await stores.answers.keep(
    TENANT,
    'r',
    { outcome: 'answered' as never, json: MARKERS.model, answeredBy: 'm', usage },
    NOW,
  );
  await ports.outbox.add(TENANT, {
    ...{
      key: 'n',
      kind: 'publishing.stopped',
      at: NOW,
      about: {},
      title: { code: 'as_written', values: { text: 'x' } },
    },
    text: { code: 'step.takenBack', values: { actor: QUENTIN_SIGNED } },
  });
  await ports.inbox.add(
    TENANT,
    (['seal', 'consolidate'] as const).map((type) => ({ key: `${type}:again`, message: { type, at: NOW } })),
  );
}

describe('a person who asks to be forgotten', () => {
  it('stood in every place first, so that what follows means something', () => {
    for (const marker of [MARKERS.question, MARKERS.answered, MARKERS.elsewhere, MARKERS.advised])
      expect([marker, tablesWith(before, new RegExp(marker)).length > 0]).toEqual([marker, true]);
    expect(tablesWith(before, THEIRS)).toEqual(
      expect.arrayContaining(
        'activity article_versions articles conversations fixes gap_assignments learned_rows learning_log model_answers observations outbox outcomes publications questions remarks saved_views sessions snoozes tenants'.split(
          ' ',
        ),
      ),
    );
  });

  it('is counted first: what they asked, and of one of the team what they answered', async () => {
    expect(await whatLeavesWith(ports, TENANT, ZELDA.id)).toMatchObject({ asked: 1 });
    const { asked, answered: told } = await whatLeavesWith(ports, TENANT, QUENTIN.id);
    expect([asked, told > 2]).toEqual([0, true]);
    expect(await whatLeavesWith(ports, TENANT, 'nobody')).toEqual({ asked: 0, answered: 0 });
  });

  it('leaves every table, the search index, what was learned and the log, whoever they were', {
    timeout: 120_000,
  }, async () => {
    for (const { id } of [ZELDA, QUENTIN]) await requestErasure(ports, TENANT, id, 'Ada Admin (1)');
    await run();
    const after = await dump();
    const found = [...after].flatMap(([table, rows]) =>
      rows
        .filter((row) => THEIRS.test(row))
        .map((row) => `${table}: ${row.slice(Math.max(0, row.search(THEIRS) - 80), row.search(THEIRS) + 60)}`),
    );
    expect(found).toEqual([]);
    expect(tablesWith(exportedBefore, THEIRS)).toContain('activity');
    expect(tablesWith(await exported(ports, TENANT), THEIRS)).toEqual([]);
    expect(await whatLeavesWith(ports, TENANT, QUENTIN.id)).toEqual({ asked: 0, answered: 0 });
    expect(logged.filter((line) => THEIRS.test(line))).toEqual([]);
  });

  it('is known by a keyed hash alone, where it says that they are not to be read again', async () => {
    const after = await dump();
    for (const { id } of [ZELDA, QUENTIN]) {
      const hash = await ports.identity.personId(TENANT, id);
      expect(tablesWith(after, new RegExp(hash)).sort()).toEqual(['activity', 'cursors', 'inbox']);
    }
    const domain = await ports.identity.personId(TENANT, '@quorvax-family.example');
    expect([tablesWith(before, new RegExp(domain)).length > 0, tablesWith(after, new RegExp(domain))]).toEqual([
      true,
      [],
    ]);
  });

  it('takes nothing along of what others wrote in the same conversations', async () => {
    const learned = await ports.observations.list(TENANT, null, 999);
    const shared = (
      await ports.observations.conversations(
        TENANT,
        learned.map((o) => o.conversationId),
      )
    ).flatMap((c) => c.turns);
    expect(shared.length).toBeGreaterThan(50);
    expect((await ports.gaps.list(TENANT)).length).toBeGreaterThan(0);
  });

  it('leaves what is live, which says that its evidence left', async () => {
    const fix = await ports.fixes.get(TENANT, approved);
    expect(fix?.state).toBe('published');
    expect(fix?.evidenceLeft).toBeGreaterThan(0);
    expect(fix?.actor).toMatch(/^erased-/);
  });

  it('is told of in the log: what left, what stays, and that its seals were made anew', async () => {
    const entries = (await ports.activity.list(TENANT, 20)).filter(({ what }) => what === 'erased');
    expect(entries.map(({ reason }) => reason.code).sort()).toEqual([
      'step.erased',
      'step.erased',
      'step.erasedTeammate',
    ]);
    const own = entries.filter(({ reason }) => reason.code === 'step.erased').map(({ reason }) => reason.values.own);
    expect(own.sort()).toEqual([0, 1]);
    expect(await verifyChain(ports, TENANT)).toMatchObject({ brokenAt: null });
  });

  it('is not read again, whatever the helpdesk tells of them later', { timeout: 60_000 }, async () => {
    const known = (await ports.observations.list(TENANT, null, 999)).length;
    await ports.cursors.set(TENANT, 'articles', JSON.stringify({ since: 0, newest: 0, page: null }));
    await ports.inbox.add(TENANT, [{ key: 'late', message: { type: 'refresh', at: NOW } }]);
    for (const id of await conversationIds()) {
      const message = { type: 'observe' as const, at: NOW, conversationId: id, moment: 'solved' as const };
      await ports.inbox.add(TENANT, [{ key: `late:${id}`, message }]);
    }
    await run();
    expect((await ports.observations.list(TENANT, null, 999)).length).toBe(known);
    expect(tablesWith(await dump(), THEIRS)).toEqual([]);
  });
});

async function conversationIds(): Promise<string[]> {
  const desk = (await ports.helpdesk(TENANT)) as ReturnType<typeof createDesk>;
  return [...desk.conversations.keys()];
}
