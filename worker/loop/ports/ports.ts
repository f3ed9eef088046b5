import type { AutomaticActStore } from './automatic/acts.ts';
import type { Clock, Identity } from './clock.ts';
import type { ChangeFeeds } from './context/change-feeds.ts';
import type { ChangeNoteStore } from './context/change-notes.ts';
import type { Product } from './context/product.ts';
import type { ProductFactsStore } from './context/product-facts.ts';
import type { TrackedIssueStore } from './context/tracked-issues.ts';
import type { Trackers } from './context/trackers.ts';
import type { Helpdesk, Proven, Proving } from './helpdesk.ts';
import type { ActivityStore } from './stores/activity.ts';
import type { ArticleIndex, ArticleStore, MacroStore } from './stores/articles.ts';
import type { DepartureStore } from './stores/departures.ts';
import type { EffortStore } from './stores/efforts.ts';
import type { EndingStore } from './stores/endings.ts';
import type { FixStore, ReviewTimeStore } from './stores/fixes.ts';
import type { GapStore } from './stores/gaps.ts';
import type { InboxStore } from './stores/inbox.ts';
import type { LearningLog, Memory } from './stores/learning.ts';
import type { ObservationStore } from './stores/observations.ts';
import type { Courier, OutboxStore } from './stores/outbox.ts';
import type { OutcomeStore } from './stores/outcomes.ts';
import type { PilotStore } from './stores/pilots.ts';
import type { PublicationStore, ReservationStore } from './stores/publications.ts';
import type { QuestionStore } from './stores/questions.ts';
import type { RetentionStore } from './stores/retention.ts';
import type { ReviewDeskStore } from './stores/review-desk.ts';
import type { CursorStore, LeaseStore, TenantStore } from './stores/tenants.ts';
import type { VectorStore } from './stores/vectors.ts';
import type { SurveyLinks } from './surveys.ts';
import type { Embedder, Writer } from './writer.ts';

/** Everything a step may use. Rims implement it; compose.ts joins it. */
export interface Ports {
  wallClock: Clock;
  eventClock: Clock;
  tenants: TenantStore;
  inbox: InboxStore;
  leases: LeaseStore;
  observations: ObservationStore;
  learningLog: LearningLog;
  memory: Memory;
  articles: ArticleStore;
  articleIndex: ArticleIndex;
  macros: MacroStore;
  gaps: GapStore;
  fixes: FixStore;
  publications: PublicationStore;
  reservations: ReservationStore;
  questions: QuestionStore;
  reviewTimes: ReviewTimeStore;
  reviewDesk: ReviewDeskStore;
  activity: ActivityStore;
  outbox: OutboxStore;
  outcomes: OutcomeStore;
  automaticActs: AutomaticActStore;
  endings: EndingStore;
  efforts: EffortStore;
  departures: DepartureStore;
  pilots: PilotStore;
  changeNotes: ChangeNoteStore;
  changeFeeds: ChangeFeeds;
  /** What a company's own product says of a customer. */
  product: Product;
  trackers: Trackers;
  surveys: SurveyLinks;
  productFacts: ProductFactsStore;
  trackedIssues: TrackedIssueStore;
  cursors: CursorStore;
  retention: RetentionStore;
  identity: Identity;
  courier: Courier;
  /** Whether customers may be answered in public at all; absent: what would have been said stays in the dark. */
  publicAnswers?: 'allowed';
  /** A model that words drafts; without one the builtin engine's words stand. */
  writer?: Writer;
  /** An embedding model and its vectors; without one search is by words alone. */
  dense?: { embedder: Embedder; vectors: VectorStore };
  /**
   * The tenant's helpdesk; NotFound for an unknown tenant. `publishing` may use the whole rate limit, since a person waits
   * for it; reading keeps to half of it.
   */
  helpdesk(tenant: string, use?: 'reading' | 'publishing'): Promise<Helpdesk>;
  /**
   * Asks a tenant's helpdesk about everything its connection needs, and puts the webhook right where it may. What is refused
   * or not answered is among what was found; NotFound for an unknown tenant.
   */
  prove(tenant: string, how: Proving): Promise<Proven[]>;
}
