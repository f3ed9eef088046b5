import type { TeamStay } from '../../core/conversation/helpdesk-conversation.ts';
import { partAuthor } from '../conversations/authors.ts';
import type { Part } from '../shapes.ts';

/** What became of a conversation over time. Times in ms, of second resolution. */
export interface History {
  closedAt: number | null;
  reopenedAt: number[];
  handovers: number;
}

const REOPENING = /(^open$|reopen$)/;

/**
 * History from the parts, which come whole and in order: there is no other record. Closed by a `close` part; opened again
 * by a part that says so (`open`, `note_and_reopen`, `assign_and_reopen`), by a customer's message, or where a later part
 * states that it is open; what a workflow or a timer opens is no return.
 */
export function historyOfParts(parts: Part[]): History {
  const history: History = { closedAt: null, reopenedAt: [], handovers: handoversOf(parts) };
  let isClosed = false;
  for (const part of parts) {
    if (part.part_type === 'close') {
      isClosed = true;
      history.closedAt = part.created_at;
    } else if (isClosed && isReopening(part, history.closedAt ?? 0)) {
      isClosed = false;
      if (!isMachineMade(part)) history.reopenedAt.push(part.created_at);
    }
  }
  return history;
}

/** A workflow or a timer opens again without anybody having come back. */
const isMachineMade = (part: Part): boolean => part.part_type.startsWith('timer_') || partAuthor(part) === 'bot';

function isReopening(part: Part, closedAt: number): boolean {
  if (REOPENING.test(part.part_type)) return true;
  if (part.state === 'closed') return false;
  if (part.part_type === 'comment' && partAuthor(part) === 'customer') return true;
  return part.state === 'open' && part.created_at > closedAt;
}

/** Changes of the assigned teammate or team after the first: the larger, since assigning a team may name a teammate. */
function handoversOf(parts: Part[]): number {
  const changes = { admin: 0, team: 0 };
  const last = new Map<string, string>();
  for (const { assigned_to: to } of parts) {
    if ((to?.type !== 'admin' && to?.type !== 'team') || !to.id || to.id === '0') continue;
    if (last.get(to.type) !== to.id) changes[to.type] += 1;
    last.set(to.type, to.id);
  }
  return Math.max(0, Math.max(changes.admin, changes.team) - 1);
}

/** The teams a conversation was assigned to, in order, by id and since when (ms). */
export function teamsOfParts(parts: Part[]): { id: string; since: number }[] {
  const teams: { id: string; since: number }[] = [];
  for (const { assigned_to: to, created_at } of parts)
    if (to?.type === 'team' && to.id && to.id !== '0' && teams.at(-1)?.id !== to.id)
      teams.push({ id: to.id, since: created_at });
  return teams;
}

/** The same with names, where it went from one team to another and all have one; no call else. */
export async function teamStays(
  parts: Part[],
  names: () => Promise<ReadonlyMap<string, string>>,
): Promise<{ teams?: TeamStay[] }> {
  const stays = teamsOfParts([...parts].sort((a, b) => a.created_at - b.created_at));
  if (stays.length < 2) return {};
  const known = await names();
  const teams = stays.map(({ id, since }) => ({ name: known.get(id) ?? '', since }));
  return teams.every(({ name }) => name !== '') ? { teams } : {};
}
