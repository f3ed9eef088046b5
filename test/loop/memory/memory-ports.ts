import { createMemory } from '../../../worker/loop/observe/memory.ts';
import type { Stores } from '../../contracts/stores.ts';
import { memoryCursors, memoryRetention, memorySecrets, memoryTenants } from './accounts.ts';
import { createAnswersInMemory, createSpendInMemory } from './answers.ts';
import { memoryAutomaticActs } from './automatic-acts.ts';
import { memoryChangeNotes, memoryProductFacts, memoryTrackedIssues } from './connected/context.ts';
import { memoryDepartures, memoryEfforts, memoryEndings, memoryPilots } from './endings.ts';
import { memoryInbox, memoryLeases } from './inbox.ts';
import { memoryArticleIndex, memoryArticles, memoryGaps } from './knowledge.ts';
import { memoryLearningLog, memoryObservations } from './learning.ts';
import { memoryMacros } from './macros.ts';
import { memoryOutbox } from './outbox.ts';
import { memoryOutcomes } from './outcomes.ts';
import { memoryActivity, memoryFixes, memoryPublications, memoryReviewTimes } from './publishing.ts';
import { memoryQuestions } from './questions.ts';
import { memoryReservations } from './reservations.ts';
import { memoryReviewDesk } from './review-desk.ts';
import { memorySessions } from './sessions.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** Every store in memory, over one shelf: what the loop's tests run on, held to the contracts that D1 is held to. */
export function createMemoryStores({
  shelf = createShelf(),
  now = () => 0,
  settleMs = 0,
}: {
  shelf?: Shelf;
  now?: () => number;
  settleMs?: number;
} = {}): Stores {
  const learningLog = memoryLearningLog(shelf);
  return {
    tenants: memoryTenants(shelf, now),
    secrets: memorySecrets(shelf),
    sessions: memorySessions(shelf),
    spend: createSpendInMemory(),
    answers: createAnswersInMemory({ answers: shelf.modelAnswers, failures: shelf.modelFailures }),
    inbox: memoryInbox(shelf, now, settleMs),
    leases: memoryLeases(shelf),
    observations: memoryObservations(shelf),
    learningLog,
    memory: createMemory(learningLog),
    articles: memoryArticles(shelf),
    articleIndex: memoryArticleIndex(shelf),
    macros: memoryMacros(shelf),
    gaps: memoryGaps(shelf),
    fixes: memoryFixes(shelf),
    publications: memoryPublications(shelf),
    reviewTimes: memoryReviewTimes(shelf),
    reviewDesk: memoryReviewDesk(),
    reservations: memoryReservations(shelf),
    questions: memoryQuestions(shelf),
    activity: memoryActivity(shelf),
    outbox: memoryOutbox(shelf),
    outcomes: memoryOutcomes(shelf),
    automaticActs: memoryAutomaticActs(shelf),
    endings: memoryEndings(shelf),
    efforts: memoryEfforts(shelf),
    departures: memoryDepartures(shelf),
    pilots: memoryPilots(shelf),
    changeNotes: memoryChangeNotes(shelf),
    productFacts: memoryProductFacts(shelf),
    trackedIssues: memoryTrackedIssues(shelf),
    cursors: memoryCursors(shelf),
    retention: memoryRetention(shelf),
  };
}
