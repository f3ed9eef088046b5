import { beforeEach, describe, expect, it } from 'vitest';
import { asWritten } from '../../../../shared/said/said.ts';
import { aFix, aGap, anActivity, anEntry, anObservation } from '../../../contracts/examples.ts';
import { type Approved, approvedWorld, GAP_ID } from '../../../loop/world/approved.ts';
import { OTHER, TENANT } from '../../../loop/world/world.ts';
import { createSignedIn } from '../../signed-in.ts';

let world: Approved;
let app: ReturnType<typeof createSignedIn>;
let shown: { patchHash: string; baseHash: string | null; tookMs: number };
beforeEach(async () => {
  world = await approvedWorld({
    state: 'in_review',
    actor: null,
    evidence: [{ conversationId: 'a', turnId: 'a-1', quote: 'Choose Wages, please.' }],
  });
  app = createSignedIn(world, ['a']);
  shown = { patchHash: world.fix.patchHash, baseHash: world.fix.baseHash, tookMs: 4_000 };
});

const READ = [
  '/overview',
  '/review',
  '/review/f',
  '/gaps',
  `/gaps/${GAP_ID}`,
  '/articles',
  '/activity',
  '/policy',
  '/policy/what-if?floor=0.95',
  '/figures',
  '/running',
  '/work',
  '/notices',
  '/export/gaps.csv',
  '/export/review.json',
];

describe('the console', () => {
  it('is read by everybody with a place in Mend, and by nobody else', async () => {
    for (const path of READ) expect([path, (await app.as('agent')('GET', path))[0]]).toEqual([path, 200]);
    expect((await app.app.request('/app/console/review')).status).toBe(401);
  });

  it('is kept by no cache, nor is what it refuses', async () => {
    for (const path of ['/app/console/review', '/api/tenants', '/app/console/nothing'])
      expect((await app.app.request(path)).headers.get('cache-control')).toBe('no-store');
  });

  it('shows nothing of another account', async () => {
    const other = app.as('admin', OTHER);
    expect((await other('GET', '/review'))[1]).toMatchObject({ items: [] });
    expect((await other('GET', '/gaps'))[1]).toEqual({ gaps: [] });
    for (const path of ['/review/f', `/gaps/${GAP_ID}`]) expect((await other('GET', path))[0]).toBe(404);
    expect((await other('POST', '/review/f/approve', shown))[0]).toBe(404);
    expect((await world.states()).fix).toBe('in_review');
  });

  it('lets leads decide, and agents only look', async () => {
    expect((await app.as('agent')('POST', '/review/f/approve', shown))[0]).toBe(403);
    expect((await world.states()).fix).toBe('in_review');
    expect((await app.as('lead')('POST', '/review/f/approve', shown))[0]).toBe(200);
    expect((await world.states()).fix).toBe('approved');
  });

  it('lets admins set, and a lead only stop', async () => {
    const { policy } = (await app.as('admin')('GET', '/policy'))[1] as { policy: object };
    expect((await app.as('lead')('PUT', '/policy', policy))[0]).toBe(403);
    expect((await app.as('lead')('POST', '/people/forget', { personId: '9' }))[0]).toBe(403);
    expect((await app.as('admin')('POST', '/people/leaves', { personId: '9' }))[1]).toEqual({ asked: 0, answered: 0 });
    expect((await app.as('lead')('POST', '/publications/rollback-since', { since: 1, reason: 'x' }))[0]).toBe(403);
    expect((await app.as('lead')('POST', '/policy/stop', { isStopped: true, reason: 'wrong words' }))[0]).toBe(200);
    expect((await app.as('lead')('POST', '/policy/stop', { isStopped: false, reason: 'right again' }))[0]).toBe(403);
    expect((await app.as('admin')('POST', '/policy/stop', { isStopped: false, reason: 'right again' }))[0]).toBe(200);
    expect((await app.as('admin')('PUT', '/policy', { ...policy, isStopped: 'maybe' }))[0]).toBe(400);
    expect((await app.as('admin')('PUT', '/policy', { ...policy, backfillDays: 60 }))[1]).toMatchObject({
      policy: { backfillDays: 60 },
    });
  });
});

describe('a decision in the console', () => {
  it('shows what is asked, what changes and what it rests on', async () => {
    const [, view] = await app.as('lead')('GET', '/review/f');
    expect(view).toMatchObject({
      fixId: 'f',
      patchHash: world.fix.patchHash,
      questions: {
        shown: [{ conversationId: 'a', url: 'https://acme.zendesk.com/agent/tickets/a', author: 'customer' }],
      },
      evidence: { shown: [{ text: 'Choose Wages, please.', conversationId: 'a' }], hidden: 0 },
      change: { before: { title: 'Export' }, after: { title: 'Export' } },
      ifWrong: { isReversible: true, isPublic: true, isNew: false },
    });
    expect(JSON.stringify(view)).toContain('"isChanged":true');
  });

  it('hides quotes whose conversation the viewer may not open, and says how many', async () => {
    const blind = createSignedIn(world, []);
    const [, view, text] = await blind.as('lead')('GET', '/review/f');
    expect(view).toMatchObject({ questions: { shown: [], hidden: 1 }, evidence: { shown: [], hidden: 1 } });
    expect(text).not.toContain('Choose Wages, please.');
    expect(text).not.toContain('How do I export?');
  });

  it('on anything but what was shown is refused with 409, and changes nothing', async () => {
    const lead = app.as('lead');
    expect((await lead('POST', '/review/f/approve', { ...shown, patchHash: 'x' }))[0]).toBe(409);
    expect((await lead('POST', '/review/f/reject', { ...shown, baseHash: null, reason: 'no' }))[0]).toBe(409);
    expect((await lead('POST', '/review/f/reject', { ...shown, reason: ' ' }))[0]).toBe(400);
    expect((await world.states()).fix).toBe('in_review');
  });

  it('can’t be approved while it fails a content check: the words that fail are shown, and an edit makes it fit', async () => {
    const detail = asWritten('Wait an hour for the file.');
    await world.ports.fixes.move(TENANT, 'f', ['in_review'], {
      change: { state: 'escalated', gates: [{ name: 'ungrounded', isPassed: false, detail }] },
      activity: { at: 1, actor: 'mend', what: 'escalate', subject: 'f', reason: asWritten('it failed a check') },
    });
    const lead = app.as('lead');
    expect((await lead('GET', '/review/f'))[1]).toMatchObject({ failed: [{ rule: 'ungrounded', detail }] });
    expect((await lead('POST', '/review/f/approve', shown))[0]).toBe(400);
    const { tookMs, ...one } = shown;
    const items = [{ fixId: 'f', ...one }];
    expect((await lead('POST', '/review/approve-batch', { items, tookMs }))[1]).toMatchObject({
      decided: [],
      left: [
        { fixId: 'f', why: { code: 'refused.checks', values: { gates: { all: [{ code: 'gate.ungrounded' }] } } } },
      ],
    });
    expect((await world.states()).fix).toBe('escalated');
    const bodyHtml = '<p>Open Reports.</p><p>Choose Wages.</p>';
    const [, edited] = await lead('POST', '/review/f/edit', { ...shown, title: 'Export', bodyHtml });
    const own = await world.ports.fixes.get(TENANT, String((edited as { fixId: string }).fixId));
    const again = { ...shown, patchHash: own?.patchHash, baseHash: own?.baseHash };
    expect((await lead('POST', `/review/${own?.id}/approve`, again))[0]).toBe(200);
  });

  it('names who took it, and how long it took', async () => {
    const lead = app.as('lead');
    expect((await lead('POST', '/review/f/approve', shown))[1]).toMatchObject({
      state: 'approved',
      undoMs: 10_000,
      pace: { medianMs: 4_000, decisions: 1 },
    });
    expect((await world.ports.fixes.get(TENANT, 'f'))?.actor).toBe(`lead (lead of ${TENANT})`);
    expect((await lead('GET', '/review'))[1]).toMatchObject({ items: [], pace: { medianMs: 4_000 } });
  });

  it('is held, and taken back by one word', async () => {
    const lead = app.as('lead');
    await lead('POST', '/review/f/approve', shown);
    world.clock.wall += 9_000;
    expect((await lead('POST', '/review/f/take-back'))[0]).toBe(200);
    await world.run();
    expect(await world.states()).toEqual({ fix: 'in_review', gap: 'in_review', publication: undefined });
    await lead('POST', '/review/f/approve', shown);
    world.clock.wall += 10_000;
    expect((await lead('POST', '/review/f/take-back'))[0]).toBe(409);
    await world.run();
    expect((await world.states()).fix).toBe('published');
  });

  it('can be an edit, which then waits under the reviewer’s name', async () => {
    const [status, edited] = await app.as('lead')('POST', '/review/f/edit', {
      ...shown,
      title: 'Export',
      bodyHtml: '<p>Choose Pay.</p>',
    });
    expect([status, edited.state, edited.fixId !== 'f']).toEqual([200, 'in_review', true]);
    expect((await app.as('lead')('GET', '/review'))[1]).toMatchObject({ items: [{ isEdited: true }] });
  });
});

describe('what stands beside the queue', () => {
  it('gives a gap to a person, and tells it', async () => {
    const lead = app.as('lead');
    expect((await lead('PUT', `/gaps/${GAP_ID}/assignee`, { to: { userId: '7', name: 'Ada' } }))[0]).toBe(200);
    expect((await lead('GET', `/gaps/${GAP_ID}`))[1]).toMatchObject({
      assignee: { name: 'Ada' },
      life: [{ what: 'opened' }, { what: 'assigned', reason: { code: 'step.givenTo', values: { actor: 'Ada' } } }],
    });
    expect((await lead('PUT', '/gaps/nobody/assignee', { to: null }))[0]).toBe(404);
  });

  it('takes a publication back from the log of what was done', async () => {
    const lead = app.as('lead');
    await lead('POST', '/review/f/approve', shown);
    world.clock.wall += 10_000;
    await world.run();
    const [, page] = await lead('GET', '/activity');
    const entry = (page.entries as { undo: { kind: string; publicationId: string } | null }[]).find((e) => e.undo);
    expect(entry?.undo?.kind).toBe('rollback');
    const path = `/publications/${entry?.undo?.publicationId}/rollback`;
    expect((await lead('POST', path, { reason: '' }))[0]).toBe(400);
    expect((await lead('POST', path, { reason: 'wrong after all' }))[0]).toBe(202);
    expect((await lead('GET', '/work'))[1]).toMatchObject({
      jobs: [{ kind: 'rollback', isDone: false, done: 0, of: 1 }],
    });
    await world.run();
    expect((await world.states()).fix).toBe('rolled_back');
    const { versions } = (await lead('GET', '/articles/77/en-us'))[1] as { versions: { by: string }[] };
    expect(versions.map(({ by }) => by)).toEqual(['restored', 'mend', 'person']);
    expect((await lead('GET', '/work'))[1]).toMatchObject({
      jobs: [{ kind: 'backfill' }, { kind: 'rollback', isDone: true, share: 1 }],
    });
  });

  it('puts dead letters back to be worked', async () => {
    const lead = app.as('lead');
    await world.tell({ type: 'draft', at: 1, gapId: 'unknown' });
    await world.run();
    const [, running] = await lead('GET', '/running');
    expect(running).toMatchObject({ deadLetters: [{ key: 'draft:unknown:1', type: 'draft' }] });
    expect((await lead('POST', '/dead-letters/replay', { keys: ['draft:unknown:1'] }))[0]).toBe(202);
    expect((await lead('POST', '/dead-letters/replay', { keys: ['draft:unknown:1'] }))[0]).toBe(404);
  });

  it('exports tables that no spreadsheet runs', async () => {
    await world.ports.activity.add(TENANT, anActivity({ subject: '=HYPERLINK("https://evil.example")' }));
    const [, , csv] = await app.as('lead')('GET', '/export/activity.csv');
    expect(csv.split('\r\n')[0]).toBe('at,actor,what,subject,code');
    expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect((await app.as('lead')('GET', '/export/people.csv'))[0]).toBe(404);
    expect((await app.as('lead')('GET', '/export/constructor.json'))[0]).toBe(404);
  });

  it('orders the queue by tickets prevented a second of review', async () => {
    await world.ports.observations.record(TENANT, {
      observation: anObservation('b', { at: world.clock.event, organizationId: 'org' }),
      conversation: null,
      entries: [anEntry(2, 'unknown2')],
      gaps: [aGap('quiet', { issueId: 'other', state: 'in_review' })],
    });
    await world.ports.fixes.add(TENANT, aFix('quiet', { gapId: 'quiet' }));
    const [, queue] = await app.as('lead')('GET', '/review');
    const items = queue.items as { fixId: string; worth: { perSecond: number } }[];
    expect(items.map((item) => item.fixId)).toEqual(['f', 'quiet']);
    expect(items[0]?.worth.perSecond).toBeGreaterThan(items[1]?.worth.perSecond ?? 1);
  });
});
