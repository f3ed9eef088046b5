import { isContact } from '../access/authors.ts';
import type { Assignee, Author, Conversation, ConversationState, Part } from '../records.ts';
import type { World } from '../world.ts';
import { presentForWebhook } from './conversation-json.ts';

/** What is done to a conversation: who, when, through which app, and whether webhooks tell of it. */
export interface Deed {
  author: Author;
  at: number;
  isSilent: boolean;
  appPackageCode: string | null;
}

export interface NewPart {
  partType: string;
  body?: string | null;
  /** The state after it; the one before when absent. */
  state?: ConversationState;
  assignedTo?: Assignee;
  eventDetails?: Record<string, unknown>;
  isFromAiAgent?: boolean;
  isAiAnswer?: boolean;
}

/** Appends a part, moves the conversation to its state and counts it; no topic is sent by this alone. */
export function appendPart(world: World, row: Conversation, deed: Deed, wanted: NewPart): Part {
  const part: Part = {
    id: world.id(),
    partType: wanted.partType,
    body: wanted.body ?? null,
    createdAt: deed.at,
    updatedAt: deed.at,
    author: deed.author,
    assignedTo: wanted.assignedTo ?? null,
    state: wanted.state ?? row.state,
    tagIds: [],
    eventDetails: wanted.eventDetails ?? null,
    isRedacted: false,
    appPackageCode: deed.appPackageCode,
    isFromAiAgent: wanted.isFromAiAgent ?? false,
    isAiAnswer: wanted.isAiAnswer ?? false,
  };
  const wasOpen = row.state === 'open';
  row.parts.push(part);
  row.state = part.state;
  touch(row, deed.at);
  count(row, part, wasOpen);
  const isTeammate = deed.author.type === 'admin';
  if (isTeammate && !row.teammateIds.includes(deed.author.id)) row.teammateIds.push(deed.author.id);
  return part;
}

/** Event time may lie before what is known already: `updated_at` never goes back. */
export function touch(row: Conversation, at: number): void {
  row.updatedAt = Math.max(row.updatedAt, at);
}

/** Says so to the webhooks, with the conversation as it is then and the part in question. */
export function tell(world: World, row: Conversation, deed: Deed, topic: string, part: Part | null): void {
  if (deed.isSilent) return;
  world.emit({ topic, at: deed.at, subject: row.id, item: () => presentForWebhook(world, row, part) });
}

function count(row: Conversation, part: Part, wasOpen: boolean): void {
  const { counters } = row;
  const at = part.createdAt;
  const isSpoken = part.body !== null && part.partType !== 'note';
  if (isContact(part.author) && isSpoken) {
    counters.firstContactReplyAt ??= at;
    counters.lastContactReplyAt = at;
    row.waitingSince ??= at;
    row.isRead = false;
  } else if (part.author.type === 'admin' && isSpoken) {
    counters.firstAdminReplyAt ??= at;
    counters.lastAdminReplyAt = at;
    row.waitingSince = null;
    row.isRead = true;
  }
  if (part.partType === 'close') {
    counters.firstCloseAt ??= at;
    counters.lastCloseAt = at;
    counters.lastClosedById = part.author.id;
    row.waitingSince = null;
  }
  if (part.partType === 'assignment') {
    counters.firstAssignmentAt ??= at;
    counters.lastAssignmentAt = at;
    counters.assignments += 1;
  }
  if (!wasOpen && part.state === 'open') counters.reopens += 1;
  if (part.state !== 'snoozed') row.snoozedUntil = null;
}
