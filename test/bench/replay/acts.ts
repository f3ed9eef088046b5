import type { ReplayTicket } from './dataset.ts';

/** Messages of the customer that are there when a ticket counts as opened. Source: benchmark README, section 1. */
const OPENING_MESSAGES = 3;

/** One thing that happens at the helpdesk and is told by one webhook. */
export interface Act {
  at: number;
  ticket: number;
  kind: 'opened' | 'solved';
}

/** Everything that is told, in order of event time. */
export function actsOf(tickets: ReplayTicket[]): Act[] {
  const acts = tickets.flatMap((ticket, n): Act[] => {
    const at = (i: number) => Date.parse(ticket.messages[i]?.at ?? '');
    return [
      { at: at(openingEnd(ticket) - 1), ticket: n, kind: 'opened' },
      { at: at(ticket.messages.length - 1), ticket: n, kind: 'solved' },
    ];
  });
  return acts.sort((a, b) => a.at - b.at || a.ticket - b.ticket || (a.kind === 'opened' ? -1 : 1));
}

/** How many messages are there when the customer's third, or last of fewer, has been said. */
function openingEnd(ticket: ReplayTicket): number {
  let customers = 0;
  let end = 1;
  ticket.messages.forEach((message, i) => {
    if (message.author !== 'customer' || customers === OPENING_MESSAGES) return;
    customers += 1;
    end = i + 1;
  });
  return end;
}

/** What a helpdesk does for a ticket: the driver's own words behind the same moments. */
export interface Desk {
  /** The ticket with its first message; answers its id at the helpdesk. */
  open(ticket: ReplayTicket, n: number, isTold: boolean): string;
  say(id: string, n: number, message: ReplayTicket['messages'][number], isTold: boolean): void;
  solve(id: string, n: number, at: string): void;
}

/** Plays acts at a desk: of all that is said until then, the last message of the opening and the end alone are told. */
export function createPlayer(tickets: ReplayTicket[], desk: Desk) {
  const ticketIds = new Map<string, string>();
  const made = new Map<number, { id: string; next: number }>();
  return {
    ticketIds,
    play({ ticket: n, kind }: Act): void {
      const ticket = tickets[n];
      if (!ticket) throw new Error(`no ticket ${n}`);
      const end = kind === 'opened' ? openingEnd(ticket) : ticket.messages.length;
      const state = made.get(n) ?? { id: desk.open(ticket, n, end === 1), next: 1 };
      made.set(n, state);
      ticketIds.set(state.id, ticket.id);
      for (; state.next < end; state.next++) {
        const message = ticket.messages[state.next];
        if (message) desk.say(state.id, n, message, kind === 'opened' && state.next === end - 1);
      }
      if (kind === 'solved') desk.solve(state.id, n, ticket.messages.at(-1)?.at ?? '');
    },
  };
}
