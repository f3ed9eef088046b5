import type { DisputeQuestion } from '../../shared/escalation.ts';
import type { Article, Conversation, Gap, PastFix, Publication, StoredFix, Tenant } from '../../shared/index.ts';
import type { Ending } from '../../shared/measure/ending.ts';
import type { Pilot } from '../../shared/measure/pilot.ts';
import { asWritten } from '../../shared/said/said.ts';
import type { Solved } from '../../worker/core/learning/learned.ts';
import type { Activity } from '../../worker/loop/ports/stores/activity.ts';
import type { LogEntry } from '../../worker/loop/ports/stores/learning.ts';
import type { Observation } from '../../worker/loop/ports/stores/observations.ts';

export const aTenant = (id: string, more: Partial<Tenant> = {}): Tenant => ({
  id,
  vendor: 'zendesk',
  accountId: id.split(':')[1] ?? '',
  subdomain: 'acme',
  baseUrl: 'https://acme.zendesk.com',
  state: 'active',
  locale: 'en-us',
  createdAt: 1,
  ...more,
});

export const aConversation = (id: string, more: Partial<Conversation> = {}): Conversation => ({
  id,
  subject: 'Export',
  channel: 'email',
  state: 'solved',
  requesterId: 'person',
  organizationId: null,
  language: 'en',
  brand: null,
  createdAt: 1,
  updatedAt: 10,
  segment: {},
  turns: [{ id: `${id}-1`, author: 'customer', personId: 'person', text: 'How do I export?', at: 1 }],
  ...more,
});

export const anObservation = (conversationId: string, more: Partial<Observation> = {}): Observation => ({
  id: `o-${conversationId}`,
  conversationId,
  state: 'observed',
  at: 10,
  revision: 'r1',
  language: 'en',
  question: 'How do I export?',
  suggestedArticleIds: ['1', '2'],
  coverage: 0.5,
  diagnosis: 'missing',
  issueId: 'issue',
  articleId: null,
  signals: [{ kind: 'rephrase', at: 5, turnIds: ['t'] }],
  requesterId: 'person',
  organizationId: null,
  ...more,
});

export const anEnding = (conversationId: string, more: Partial<Ending> = {}): Ending => {
  const openedAt = more.openedAt ?? 10;
  return {
    conversationId,
    requesterId: 'person',
    organizationId: null,
    audience: null,
    language: 'en',
    issueId: 'issue',
    articleId: null,
    diagnosis: 'none',
    openedAt,
    solvedAt: openedAt,
    solvedBy: 'person',
    firstReplyMs: 60_000,
    firstReplyBy: 'person',
    customerRuns: 1,
    touches: 1,
    handovers: 0,
    reopened: 0,
    reopenReason: null,
    rating: null,
    lastWord: 'silent',
    escalation: null,
    advice: 'none',
    kept: null,
    tried: 'nothing_seen',
    isLinked: false,
    search: null,
    isChaff: false,
    ...more,
  };
};

export const aPilot = (id: string, more: Partial<Pilot> = {}): Pilot => ({
  ...{ id, state: 'observing', categories: ['Guides'], days: 28, startedAt: 10, startedBy: 'Ada', baseline: null },
  ...{ goAt: null, goBy: null, endedAt: null },
  ...more,
});

export const aGap = (id: string, more: Partial<Gap> = {}): Gap => ({
  id,
  findingKey: `finding-${id}`,
  language: 'en',
  cause: 'missing',
  issueId: 'issue',
  articleId: null,
  title: 'Export',
  state: 'open',
  openedAt: 10,
  updatedAt: 10,
  conversationIds: ['1'],
  openedWith: ['1'],
  statistics: { people: 3 },
  ...more,
});

export const aFix = (id: string, more: Partial<StoredFix> = {}): StoredFix => ({
  id,
  gapId: 'gap',
  kind: 'article_patch',
  articleId: '77',
  title: 'Export',
  bodyHtml: '<p>New words</p>',
  terms: [],
  evidence: [],
  openQuestions: [],
  language: 'en',
  locale: 'en-us',
  category: 'Guides',
  sectionId: '5',
  likeArticleId: '77',
  baseHtml: '<p>Old words</p>',
  state: 'in_review',
  createdAt: 10,
  baseHash: 'base',
  patchHash: `patch-${id}`,
  isEdited: false,
  rehearsal: null,
  confidence: 0.8,
  rawConfidence: 0.7,
  support: { agents: 2, organizations: 2 },
  gates: [],
  writer: null,
  decision: null,
  reason: null,
  actor: null,
  ...more,
});

/** A decided fix as `history` tells it. */
export const aQuestion = (id: string, more: Partial<DisputeQuestion> = {}): DisputeQuestion => ({
  id,
  fixId: 'f',
  gapId: 'gap',
  agentId: 'kit',
  state: 'open',
  at: 5,
  text: asWritten('2 or 3?'),
  asked: '2',
  other: '3',
  answer: null,
  answeredBy: null,
  answeredAt: null,
  ...more,
});

export const aPastFix = (more: Partial<PastFix> = {}): PastFix => ({
  id: 'past',
  title: 'Export',
  category: 'Guides',
  kind: 'article_patch',
  createdAt: 10,
  confidence: 0.97,
  calibrated: 0.97,
  gates: [{ name: 'content', isPassed: true }],
  rehearsal: { tried: 3, wins: 2, regressions: 0, controls: 5 },
  openQuestions: [],
  support: { agents: 2, organizations: 3 },
  outcome: 'approved',
  ...more,
});

export const aPublication = (id: string, more: Partial<Publication> = {}): Publication => ({
  id,
  fixId: 'fix',
  gapId: 'gap',
  articleId: '77',
  locale: 'en-us',
  reverts: null,
  state: 'intent',
  before: { title: 'Export', bodyHtml: '<p>Old words</p>' },
  after: { title: 'Export', bodyHtml: '<p>New words</p>' },
  baseHash: 'base',
  targetHash: 'target',
  by: 'mend',
  at: 10,
  attempts: 0,
  detail: null,
  ...more,
});

export const anArticle = (id: string, more: Partial<Article> = {}): Article => ({
  id,
  locale: 'en-us',
  brand: null,
  sectionId: '5',
  section: 'Guides',
  title: 'Import a file',
  labels: [],
  bodyHtml: '<h2>Before you start</h2><p>Press the button.</p>',
  audience: null,
  isDraft: false,
  updatedAt: 10,
  updatedBy: '9',
  url: `https://acme.zendesk.com/hc/${id}`,
  ...more,
});

export const anActivity = (more: Partial<Activity> = {}): Activity => ({
  at: 20,
  actor: 'ada',
  what: 'approved',
  subject: 'fix',
  reason: asWritten('right'),
  ...more,
});

export const anEntry = (seq: number, conversationId = `c${seq}`, language = 'en'): LogEntry => ({
  seq,
  language,
  kind: 'withdrawn',
  conversationId,
});

export const aSolvedEntry = (seq: number, more: Partial<Solved> = {}): LogEntry => ({
  seq,
  language: 'en',
  kind: 'solved',
  solved: {
    conversationId: `c${seq}`,
    at: 10,
    requesterId: 'person',
    organizationId: null,
    question: 'Some words?',
    customerTurns: [{ id: '1', text: 'Some words?', at: 1 }],
    agentTurns: [{ id: '2', text: 'Other words.', at: 2, personId: 'agent' }],
    ...more,
  },
});
