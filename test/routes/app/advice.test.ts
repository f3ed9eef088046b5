import { beforeEach, describe, expect, it } from 'vitest';
import type { FlaggableStatement } from '../../../shared/advice.ts';
import type { Role } from '../../../shared/viewer.ts';
import { createApp } from '../../../worker/app.ts';
import { type Approved, ARTICLE_ID, approvedWorld } from '../../loop/world/approved.ts';
import { OTHER, TENANT } from '../../loop/world/world.ts';
import { createOperator, type People, PUBLIC_URL, signingIn } from '../services.ts';

let world: Approved;
let people: People;
let app: ReturnType<typeof createApp>;
let woken: string[];
let nonces = 0;
const FLAG = { kind: 'linked', articleId: ARTICLE_ID };

beforeEach(async () => {
  world = await approvedWorld({ state: 'in_review', actor: null });
  await world.ports.memory.append(TENANT, [
    { kind: 'article', language: 'en', article: (await world.ports.articles.list(TENANT))[0] ?? never() },
  ]);
  people = { persons: new Map(), open: new Map([[TENANT, new Set(['a'])]]) };
  woken = [];
  const operator = createOperator(world);
  const services = { ...operator.services, ...signingIn(world, people), wake: async (t: string) => void woken.push(t) };
  app = createApp(services);
});

describe('advice', () => {
  it('is for a person who may open the conversation, and nobody else', async () => {
    const ada = await signedIn('1', 'agent');
    expect(await ada('GET', '/a')).toMatchObject([200, { conversationId: 'a', state: expect.any(String) }]);
    expect((await ada('GET', '/b'))[0]).toBe(403);
    expect((await ada('GET', '/..%2f'))[0]).toBe(400);
    const stranger = await signedIn('2', 'agent', OTHER);
    expect((await stranger('GET', '/a'))[0]).toBe(403);
    expect((await app.request('/app/advice/a')).status).toBe(401);
  });

  it('says that a conversation is gone to who may open all, or was shown it, and to nobody else', async () => {
    const [ada, bo, admin] = [await signedIn('1', 'agent'), await signedIn('2', 'agent'), await signedIn('4', 'admin')];
    expect((await ada('POST', '/a/outcomes', { kind: 'shown', questionId: null }))[0]).toBe(201);
    people.open.set(TENANT, new Set());
    for (const person of [ada, bo, admin]) expect((await person('GET', '/a'))[0]).toBe(403);
    people.gone = new Set(['a']);
    expect((await ada('GET', '/a'))[0]).toBe(404);
    expect((await admin('GET', '/a'))[0]).toBe(404);
    expect((await bo('GET', '/a'))[0]).toBe(403);
  });

  it('stores what a person does once, and wakes the loop where it can learn from it', async () => {
    const ada = await signedIn('1', 'agent');
    expect(await ada('POST', '/a/outcomes', { kind: 'shown', questionId: null })).toEqual([201, { isNew: true }]);
    expect(woken).toEqual([]);
    expect(await ada('POST', '/a/outcomes', FLAG)).toEqual([201, { isNew: true }]);
    expect(await ada('POST', '/a/outcomes', FLAG)).toEqual([200, { isNew: false }]);
    expect(woken).toEqual([TENANT]);
    expect(world.activity()).toContain('article helped');
  });

  it('refuses what is another tenant’s, not to be opened, or not in its form', async () => {
    const ada = await signedIn('1', 'agent');
    const stranger = await signedIn('2', 'admin', OTHER);
    expect((await stranger('POST', '/a/outcomes', FLAG))[0]).toBe(403);
    expect((await ada('POST', '/b/outcomes', FLAG))[0]).toBe(403);
    expect((await ada('POST', '/a/outcomes', { ...FLAG, tenant: OTHER }))[0]).toBe(400);
    expect((await ada('POST', '/a/outcomes', { kind: 'published' }))[0]).toBe(400);
    expect((await ada('POST', '/a/outcomes', { ...FLAG, articleId: '999' }))[0]).toBe(404);
    expect((await ada('POST', '/a/check', { text: 'x'.repeat(9000), articleIds: [] }))[0]).toBe(400);
    expect(await world.ports.outcomes.ofConversation(OTHER, 'a')).toEqual([]);
  });

  it('checks a draft', async () => {
    const ada = await signedIn('1', 'agent');
    expect(await ada('POST', '/a/check', { text: 'Wait a day.', articleIds: [ARTICLE_ID] })).toEqual([
      200,
      { contradictions: [] },
    ]);
  });

  it('names the sentences of an article, and a flag on one of them is a voice against it', async () => {
    const ada = await signedIn('1', 'agent');
    const path = `/articles/${ARTICLE_ID}/statements?locale=${world.fix.locale}`;
    expect((await ada('GET', `/b${path}`))[0]).toBe(403);
    expect((await ada('GET', '/a/articles/999/statements?locale=en-us'))[0]).toBe(404);
    const [status, { statements }] = (await ada('GET', `/a${path}`)) as [number, { statements: FlaggableStatement[] }];
    expect([status, statements.map(({ text }) => text)]).toEqual([200, ['Open Reports.', 'Wait a day for the file.']]);
    const flag = { kind: 'flagged', articleId: ARTICLE_ID, line: statements[1]?.line, reason: 'It is an hour now.' };
    expect((await ada('POST', '/a/outcomes', { ...flag, line: 1 }))[0]).toBe(409);
    expect(await ada('POST', '/a/outcomes', flag)).toEqual([201, { isNew: true }]);
    expect(woken).toEqual([TENANT]);
  });

  it('lets a lead approve a patch as it was shown, and an agent not', async () => {
    const shown = { patchHash: world.fix.patchHash, baseHash: world.fix.baseHash };
    const [agent, lead] = [await signedIn('1', 'agent'), await signedIn('3', 'lead')];
    expect((await agent('POST', '/patches/f/approve', shown))[0]).toBe(403);
    expect((await lead('POST', '/patches/f/approve', { ...shown, patchHash: 'x' }))[0]).toBe(409);
    expect(await lead('POST', '/patches/f/approve', shown)).toEqual([200, { fix: { id: 'f', state: 'approved' } }]);
  });

  it('asks who may open the conversation on every route of it', async () => {
    const ada = await signedIn('1', 'agent');
    expect((await ada('POST', '/b/check', { text: 'Wait a day.', articleIds: [ARTICLE_ID] }))[0]).toBe(403);
    expect((await ada('GET', '/b/articles?q=export'))[0]).toBe(403);
    expect((await ada('GET', '/a/articles?q=export'))[0]).toBe(200);
  });

  it('lets a lead word a small patch and approve it so, and an agent not', async () => {
    const { patchHash, baseHash } = await aLongFix();
    const shown = {
      patchHash,
      baseHash,
      wordings: [{ from: 'Wait an hour for it.', to: ' Wait two\nhours for it. ' }],
    };
    const [agent, lead] = [await signedIn('1', 'agent'), await signedIn('3', 'lead')];
    expect((await agent('POST', '/patches/long/reword', shown))[0]).toBe(403);
    expect((await lead('POST', '/patches/long/reword', { ...shown, patchHash: 'x' }))[0]).toBe(409);
    const other = [{ from: 'Open Reports.', to: 'Open.' }];
    expect((await lead('POST', '/patches/long/reword', { ...shown, wordings: other }))[0]).toBe(409);
    const empty = [{ from: 'Wait an hour for it.', to: ' \n ' }];
    expect((await lead('POST', '/patches/long/reword', { ...shown, wordings: empty }))[0]).toBe(400);
    const [status, done] = await lead('POST', '/patches/long/reword', shown);
    expect([status, done]).toEqual([200, { fixId: expect.any(String), state: 'approved', refused: [] }]);
    const fix = await world.ports.fixes.get(TENANT, (done as { fixId: string }).fixId);
    expect(fix).toMatchObject({ state: 'approved', isEdited: true, actor: 'Person 3' });
    expect(fix?.bodyHtml).toBe(longBody('Wait two hours for it.'));
    expect((await world.ports.fixes.get(TENANT, 'long'))?.state).toBe('superseded');
    expect(woken).toEqual([TENANT]);
  });

  it('names what the content rules refuse of a wording, and changes nothing by it', async () => {
    const { patchHash, baseHash } = await aLongFix();
    const lead = await signedIn('3', 'lead');
    const asked = (to: string) =>
      lead('POST', '/patches/long/reword', { patchHash, baseHash, wordings: [{ from: 'Wait an hour for it.', to }] });
    expect(await asked('Write to jo@example.org about it.')).toMatchObject([
      200,
      { state: 'refused', refused: ['personal_data'] },
    ]);
    expect(await asked('Wait {{hours}} for it.')).toMatchObject([200, { refused: ['placeholder'] }]);
    expect((await world.ports.fixes.get(TENANT, 'long'))?.state).toBe('in_review');
    expect(woken).toEqual([]);
  });
});

const longBody = (sentence: string) =>
  `<p>${'Reports are made for each month and each team of the company. '.repeat(8)}</p><p>Open Reports. ${sentence}</p>`;

/** A fix of one sentence in an article long enough that a few words are a small share of it. */
async function aLongFix() {
  const texts = { bodyHtml: longBody('Wait an hour for it.'), baseHtml: longBody('Wait a day for it.') };
  const fix = { ...world.fix, ...texts, id: 'long', gapId: 'long' };
  await world.ports.fixes.add(TENANT, fix);
  return fix;
}

async function signedIn(userId: string, role: Role, tenant = TENANT) {
  people.persons.set(`${tenant}/${userId}`, { userId, name: `Person ${userId}`, locale: 'en-US', role });
  const { sessions } = signingIn(world, people);
  const id = `${tenant}/${userId}`;
  const { bearer } = await sessions.begin({ tenant, userId, id, seal: id, isReusable: true });
  return async (method: string, path: string, body?: unknown): Promise<[number, unknown]> => {
    nonces += 1;
    const response = await app.request(`/app/advice${path}`, {
      method,
      headers: {
        authorization: `Bearer ${bearer}`,
        origin: PUBLIC_URL,
        'content-type': 'application/json',
        'x-mend-nonce': `nonce-nonce-nonce-${nonces}`,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return [response.status, await response.json()];
  };
}

function never(): never {
  throw new Error('there is no article');
}
