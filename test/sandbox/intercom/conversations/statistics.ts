import type { Conversation, Counters } from '../records.ts';
import { unixOrNull } from '../world.ts';

export const NO_COUNTS: Counters = {
  firstContactReplyAt: null,
  firstAssignmentAt: null,
  firstAdminReplyAt: null,
  firstCloseAt: null,
  lastAssignmentAt: null,
  lastContactReplyAt: null,
  lastAdminReplyAt: null,
  lastCloseAt: null,
  lastClosedById: null,
  reopens: 0,
  assignments: 0,
};

/** `statistics` of a conversation; durations in seconds. Medians and office hours are left out. */
export function presentStatistics(row: Conversation): Record<string, unknown> {
  const { counters } = row;
  const since = (at: number | null): number | null => (at === null ? null : Math.floor((at - row.createdAt) / 1000));
  return {
    type: 'conversation_statistics',
    time_to_assignment: since(counters.firstAssignmentAt),
    time_to_admin_reply: since(counters.firstAdminReplyAt),
    time_to_first_close: since(counters.firstCloseAt),
    time_to_last_close: since(counters.lastCloseAt),
    median_time_to_reply: null,
    first_contact_reply_at: unixOrNull(counters.firstContactReplyAt),
    first_assignment_at: unixOrNull(counters.firstAssignmentAt),
    first_admin_reply_at: unixOrNull(counters.firstAdminReplyAt),
    first_close_at: unixOrNull(counters.firstCloseAt),
    last_assignment_at: unixOrNull(counters.lastAssignmentAt),
    last_assignment_admin_reply_at: null,
    last_contact_reply_at: unixOrNull(counters.lastContactReplyAt),
    last_admin_reply_at: unixOrNull(counters.lastAdminReplyAt),
    last_close_at: unixOrNull(counters.lastCloseAt),
    last_closed_by_id: counters.lastClosedById,
    count_reopens: counters.reopens,
    count_assignments: counters.assignments,
    count_conversation_parts: row.parts.length,
  };
}
