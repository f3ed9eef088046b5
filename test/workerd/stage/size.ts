import { env } from 'cloudflare:workers';
import type { Article, StoredFix } from '../../../shared/index.ts';
import { policySchema } from '../../../shared/policy.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { aFix, aGap, anObservation, aPublication, aTenant } from '../../contracts/examples.ts';
import { createD1Stores } from './stores.ts';

/** An account as large as its pages have to bear. */
export const SIZE = { articles: 2_000, waiting: 500, healed: 100, conversations: 20_000, inbox: 40_000, days: 182 };

export const NOW = Date.parse('2026-11-30T12:00:00Z');

/** Things that articles and questions are about: each article has two of its own, so that search has something to tell apart. */
const THINGS = Array.from({ length: 200 }, (_, i) => `thing${String.fromCharCode(97 + (i % 26))}${i}`);
const thingOf = (i: number) => `${THINGS[i % THINGS.length]} ${THINGS[(i * 7 + 3) % THINGS.length]}`;

/**
 * Fills an account: articles through their store and the learning log, gaps and fixes through theirs, and what comes by ten
 * thousands as rows that copy one that a store wrote.
 */
export async function fill(tenant: string): Promise<void> {
  const stores = createD1Stores();
  await stores.tenants.put(aTenant(tenant), policySchema.parse({}));
  await fillArticles(tenant);
  for (let i = 0; i < SIZE.waiting + SIZE.healed; i++) {
    const isWaiting = i < SIZE.waiting;
    const gap = aGap(`gap-${i}`, {
      findingKey: `finding-${i}`,
      issueId: `issue-${i}`,
      articleId: `${i}`,
      state: isWaiting ? 'in_review' : 'healed',
      openedAt: NOW - (i % 100) * DAY_MS,
      updatedAt: NOW - (i % 100) * DAY_MS,
    });
    const observation = anObservation(`first-${i}`, { at: NOW - 100 * DAY_MS, issueId: `issue-${i}` });
    const head = await stores.learningLog.head(tenant);
    const entry = { seq: head + 1, kind: 'withdrawn', language: 'en', conversationId: `none-${i}` } as const;
    await stores.observations.record(tenant, { observation, conversation: null, entries: [entry], gaps: [gap] });
    const fix = aFix(`fix-${i}`, { gapId: gap.id, articleId: `${i}`, state: isWaiting ? 'in_review' : 'published' });
    await stores.fixes.add(tenant, fix);
    if (!isWaiting) await publish(tenant, fix, NOW - (i % 100) * DAY_MS);
  }
  await copyRows(tenant);
  await stores.memory.snapshot(tenant, 'en');
}

async function fillArticles(tenant: string): Promise<void> {
  const stores = createD1Stores();
  const articles = Array.from({ length: SIZE.articles }, (_, i): Article => {
    const about = thingOf(i);
    return {
      ...{
        id: `${i}`,
        locale: 'en-us',
        title: `Set up ${about}`,
        bodyHtml: `<p>Open the page of ${about} and save it.</p>`,
      },
      ...{ labels: [], section: 'Guides', sectionId: '5', brand: null, audience: null, isDraft: false },
      ...{ url: `https://acme.zendesk.com/hc/en-us/articles/${i}`, updatedAt: NOW - 100 * DAY_MS, updatedBy: '9' },
    };
  });
  await stores.memory.append(
    tenant,
    articles.map((article) => ({ kind: 'article' as const, language: 'en', article })),
  );
  await stores.articles.put(tenant, articles, 'seen');
}

async function publish(tenant: string, fix: StoredFix, at: number): Promise<void> {
  const { publications, activity } = createD1Stores();
  await publications.intend(
    tenant,
    aPublication(`publication-${fix.id}`, {
      fixId: fix.id,
      gapId: fix.gapId,
      articleId: fix.articleId,
      at,
      state: 'done',
    }),
  );
  await activity.add(tenant, {
    at,
    actor: '7',
    what: 'published',
    subject: fix.id,
    reason: { code: 'step.written', values: {} },
  });
}

/** Conversations spread over half a year and over all issues, a third of which have a gap, and an inbox of which nothing waits. */
async function copyRows(tenant: string): Promise<void> {
  const span = SIZE.days * DAY_MS;
  const issues = 3 * (SIZE.waiting + SIZE.healed);
  const numbers = (n: number) => `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${n - 1})`;
  await env.DB.prepare(
    `INSERT INTO observations (tenant, id, conversation_id, state, at, revision, language, question, lot, suggested,
       coverage, diagnosis, issue_id, article_id, signals, requester_id, organization_id)
     ${numbers(SIZE.conversations)}
     SELECT o.tenant, 'o' || i, 'c' || i, o.state, CAST(? - (i * ?) / ? AS INTEGER), o.revision, o.language,
       'How do I set up thing' || (i % 97) || '?', printf('%04d', (i * 7919) % 10000), o.suggested, o.coverage, o.diagnosis,
       'issue-' || (i % CAST(? AS INTEGER)), o.article_id, o.signals, 'person-' || (i % 3000), 'org-' || (i % 800)
     FROM n, observations AS o WHERE o.tenant = ? AND o.conversation_id = 'first-0'`,
  )
    .bind(NOW, span, SIZE.conversations, issues, tenant)
    .run();
  await env.DB.prepare(
    `INSERT INTO inbox (tenant, key, type, message, at, rank, state, received_at)
     ${numbers(SIZE.inbox)}
     SELECT ?, 'event:' || i, 'observe', json_object('type', 'observe', 'at', ? - i, 'conversationId', 'c' || i, 'moment', 'solved'),
       ? - i, 1, 'done', ? - i FROM n`,
  )
    .bind(tenant, NOW, NOW, NOW)
    .run();
  await env.DB.prepare(
    `INSERT INTO conversations (tenant, id, body, updated_at)
     SELECT ?, 'asked', json_object('id', 'asked', 'subject', 'Setting up', 'channel', 'email', 'state', 'open', 'requesterId', 'p',
       'organizationId', NULL, 'language', 'en', 'brand', NULL, 'createdAt', ?, 'updatedAt', ?, 'segment', json('{}'),
       'turns', json(?)), ?`,
  )
    .bind(
      ...[tenant, NOW, NOW],
      ...[JSON.stringify([{ id: 't', author: 'customer', personId: 'p', text: QUESTION, at: NOW }]), NOW],
    )
    .run();
}

const QUESTION = `How do I set up ${thingOf(3)}?`;
