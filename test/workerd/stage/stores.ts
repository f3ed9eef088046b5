import { env } from 'cloudflare:workers';
import { createAutomaticActStore } from '../../../worker/d1/automatic/automatic-acts.ts';
import { createChangeNoteStore } from '../../../worker/d1/context/change-notes.ts';
import { createProductFactsStore } from '../../../worker/d1/context/product-facts.ts';
import { createTrackedIssueStore } from '../../../worker/d1/context/tracked-issues.ts';
import { createCursorStore } from '../../../worker/d1/cursors.ts';
import { openDatabase, type Usage } from '../../../worker/d1/database.ts';
import { createActivityStore } from '../../../worker/d1/fixes/activity.ts';
import { createFixStore } from '../../../worker/d1/fixes/fixes.ts';
import { createGapStore } from '../../../worker/d1/fixes/gaps.ts';
import { createPublicationStore } from '../../../worker/d1/fixes/publications.ts';
import { createQuestionStore } from '../../../worker/d1/fixes/questions.ts';
import { createReservationStore } from '../../../worker/d1/fixes/reservations.ts';
import { createReviewDeskStore } from '../../../worker/d1/fixes/review-desk.ts';
import { createReviewTimeStore } from '../../../worker/d1/fixes/review-times.ts';
import { createInboxStore } from '../../../worker/d1/inbox.ts';
import { createArticleIndex } from '../../../worker/d1/knowledge/article-index.ts';
import { createArticleStore } from '../../../worker/d1/knowledge/articles.ts';
import { createMacroStore } from '../../../worker/d1/knowledge/macros.ts';
import { createLearningLog } from '../../../worker/d1/learning/learning-log.ts';
import { createObservationStore } from '../../../worker/d1/learning/observations.ts';
import { createOutcomeStore } from '../../../worker/d1/learning/outcomes.ts';
import { createRetentionStore } from '../../../worker/d1/learning/retention.ts';
import { createLeaseStore } from '../../../worker/d1/leases.ts';
import { createMeasureStores } from '../../../worker/d1/measure/measure-stores.ts';
import { createAnswerStore } from '../../../worker/d1/model-answers.ts';
import { createSpendStore } from '../../../worker/d1/model-spend.ts';
import { createOutboxStore } from '../../../worker/d1/outbox.ts';
import { createSecretStore } from '../../../worker/d1/secrets.ts';
import { createSessionStore } from '../../../worker/d1/sessions.ts';
import { createTenantStore } from '../../../worker/d1/tenants.ts';
import { createMemory } from '../../../worker/loop/observe/memory.ts';
import type { Stores } from '../../contracts/stores.ts';

/** The real stores over the test's D1, with every statement counted where `usage` is given. */
export function createD1Stores({
  settleMs = 0,
  now = () => 0,
  usage,
}: {
  settleMs?: number;
  now?: () => number;
  usage?: Usage;
} = {}): Stores {
  const db = openDatabase(env.DB, usage);
  const learningLog = createLearningLog(db);
  return {
    tenants: createTenantStore(db, now),
    secrets: createSecretStore(db, now),
    sessions: createSessionStore(db),
    spend: createSpendStore(db),
    answers: createAnswerStore(db),
    inbox: createInboxStore(db, now, settleMs),
    leases: createLeaseStore(db),
    observations: createObservationStore(db),
    learningLog,
    memory: createMemory(learningLog),
    articles: createArticleStore(db),
    articleIndex: createArticleIndex(db),
    macros: createMacroStore(db),
    gaps: createGapStore(db),
    fixes: createFixStore(db),
    publications: createPublicationStore(db),
    reviewTimes: createReviewTimeStore(db),
    reviewDesk: createReviewDeskStore(db),
    activity: createActivityStore(db),
    outbox: createOutboxStore(db),
    outcomes: createOutcomeStore(db),
    ...createMeasureStores(db),
    changeNotes: createChangeNoteStore(db),
    productFacts: createProductFactsStore(db),
    trackedIssues: createTrackedIssueStore(db),
    automaticActs: createAutomaticActStore(db),
    reservations: createReservationStore(db),
    questions: createQuestionStore(db),
    cursors: createCursorStore(db),
    retention: createRetentionStore(db, now),
  };
}
