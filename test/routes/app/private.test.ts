import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/viewer.ts';
import { aConversation, aFix, aGap, anArticle, anEntry, anObservation } from '../../contracts/examples.ts';
import { type Approved, approvedWorld, GAP_ID } from '../../loop/world/approved.ts';
import { TENANT } from '../../loop/world/world.ts';
import { createSignedIn } from '../signed-in.ts';

/** Words that nothing else holds, each planted in one place. */
const OF_A_TICKET = ['zebraquestion', 'zebraquote', 'zebraflag'];
const OF_ARTICLES = ['zebrasegment', 'zebradraft', 'zebrafix', 'zebracompanion'];

/** Everything that answers text to people, with ids that are there. */
const ROUTES = [
  ...[
    '/overview',
    '/review',
    '/gaps',
    '/articles',
    '/activity',
    '/automatic',
    '/policy',
    '/people',
    '/figures',
    '/pilot',
    '/running',
    '/changes',
    '/context',
    '/departures',
    '/tracker',
    '/tracker/like/f',
    '/work',
    '/notices',
    '/webhook',
  ],
  ...['/review/f', '/review/hidden', '/review/beside', '/review/f/escalation', `/gaps/${GAP_ID}`, '/gaps/hidden'],
  ...[
    '/articles/77/en-us',
    '/articles/segment/en-us',
    '/articles/draft/en-us',
    '/question',
    '/policy/what-if?floor=0.95',
    '/figures/conversations/conversations?at=1970-01-01',
  ],
  ...['review', 'gaps', 'articles', 'activity', 'figures', 'dead-letters'].flatMap((table) =>
    ['csv', 'json'].map((form) => `/export/${table}.${form}`),
  ),
];

let world: Approved;
beforeEach(async () => {
  world = await approvedWorld({
    state: 'escalated',
    actor: null,
    evidence: [{ conversationId: 'a', turnId: 'a-1', quote: 'Choose zebraquote.' }],
  });
  const { ports } = world;
  await ports.articles.put(
    TENANT,
    [
      anArticle('segment', { title: 'Of zebrasegment', bodyHtml: '<p>zebrasegment.</p>', audience: ['9'] }),
      anArticle('draft', { title: 'Of zebradraft', bodyHtml: '<p>zebradraft.</p>', isDraft: true }),
    ],
    'seen',
  );
  const also = [{ articleId: 'segment', locale: 'en-us', title: 't', bodyHtml: '', baseHtml: '', baseHash: '' }];
  await ports.fixes.add(TENANT, aFix('hidden', { gapId: 'hidden', articleId: 'draft', title: 'zebrafix' }));
  await ports.fixes.add(
    TENANT,
    aFix('beside', { gapId: 'hidden', also: also.map((text) => ({ ...text, removed: 'zebracompanion', added: 'b' })) }),
  );
  const turn = { id: 'a-1', author: 'customer' as const, personId: 'person', text: 'Where is zebraquestion?', at: 1 };
  await ports.observations.record(TENANT, {
    observation: anObservation('a', { question: 'Where is zebraquestion?' }),
    conversation: aConversation('a', { turns: [turn] }),
    entries: [anEntry(2, 'unknown')],
    gaps: [aGap(GAP_ID, { state: 'escalated', conversationIds: ['a'] }), aGap('hidden', { articleId: 'draft' })],
  });
  const article = await ports.articles.get(TENANT, '77', 'en-us');
  if (article) await ports.memory.append(TENANT, [{ kind: 'article', language: 'en', article }]);
  const tell = async (input: object) =>
    expect(
      (await createSignedIn(world, ['a']).as('agent', TENANT, '/app/advice')('POST', '/a/outcomes', input))[0],
    ).toBeLessThan(300);
  await tell({ kind: 'flagged', articleId: '77', line: null, reason: 'zebraflag' });
});

const said = async (role: Role, open: string[], path: string) =>
  (await createSignedIn(world, open).as(role)('GET', path))[2];
const found = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word));

describe('who may not open a ticket', () => {
  it.each(ROUTES)('reads nothing of it, whatever their role: %s', async (path) => {
    for (const role of ['agent', 'lead', 'admin'] as const)
      expect([role, found(await said(role, [], path), OF_A_TICKET)]).toEqual([role, []]);
  });

  it('is no rule against who may: they read the question, the quote and what was flagged', async () => {
    const seen = await Promise.all(['/review/f', '/activity'].map((path) => said('lead', ['a'], path)));
    expect(found(seen.join(), OF_A_TICKET)).toEqual(['zebraquestion', 'zebraquote', 'zebraflag']);
  });

  it('finds nobody’s words in what is exported, whoever asks', async () => {
    for (const path of ROUTES.filter((one) => one.startsWith('/export')))
      expect([path, found(await said('admin', ['a'], path), OF_A_TICKET)]).toEqual([path, []]);
  });
});

describe('an agent', () => {
  it.each(ROUTES)('reads nothing of a draft or of an article for some: %s', async (path) => {
    expect(found(await said('agent', ['a'], path), OF_ARTICLES)).toEqual([]);
  });

  it('is told that such an article is not there, while a lead reads it', async () => {
    for (const [path, word] of [
      ['/articles/segment/en-us', 'zebrasegment'],
      ['/articles/draft/en-us', 'zebradraft'],
      ['/review/hidden', 'zebrafix'],
      ['/review/beside', 'zebracompanion'],
    ] as const) {
      const [status] = await createSignedIn(world, ['a']).as('agent')('GET', path);
      expect([path, status, (await said('lead', [], path)).includes(word)]).toEqual([path, 404, true]);
    }
  });
});

it('plays every route of the console that answers text', async () => {
  const { app } = createSignedIn(world, []);
  const shape = (path: string) => path.split('?')[0]?.split('/').length;
  const asked = app.routes
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/app/console/'))
    .map(({ path }) => path.slice('/app/console'.length));
  const isPlayed = (route: string) =>
    ROUTES.some((path) => {
      const [plain = ''] = path.split('?');
      const form = route.replace(/:[^/]+?\{.+\}$/, '[^/]+').replace(/:[^/]+/g, '[^/]+');
      return shape(path) === shape(route) && new RegExp(`^${form}$`).test(plain);
    });
  expect(asked.length).toBeGreaterThan(10);
  expect([...new Set(asked)].filter((route) => !isPlayed(route) && !route.includes('*'))).toEqual([]);
});
