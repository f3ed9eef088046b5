import { createZendesk, type Zendesk } from '../../sandbox/zendesk/driver.ts';
import { NO_LIMITS } from '../../sandbox/zendesk/rate-limit.ts';
import type { ReplayArticle, ReplayTicket } from './dataset.ts';

/** Messages of the customer that are there when a ticket counts as opened. Source: benchmark README, section 1. */
const OPENING_MESSAGES = 3;
const AGENTS = 6;

/** One thing that happens at the helpdesk and is told by one webhook. */
export interface Act {
  at: number;
  ticket: number;
  kind: 'opened' | 'solved';
}

/** A simulated Zendesk that holds a scenario's articles and plays its tickets, with ids of its own. */
export interface Stage {
  zendesk: Zendesk;
  acts: Act[];
  articleIds: Map<string, string>;
  ticketIds: Map<string, string>;
  play(act: Act): void;
}

/** Names no text holds, so that redaction by name touches nothing that was said. */
const nameOf = (kind: 'c' | 'a', n: number) => `Qz${kind}${n}x`;

export function createStage(
  articles: ReplayArticle[],
  tickets: ReplayTicket[],
  now: () => number,
  openapi: string | undefined,
): Stage {
  const zendesk = createZendesk({ clock: { now: () => new Date(now()) }, seed: 'replay', limits: NO_LIMITS, openapi });
  const start = Math.min(...tickets.map((t) => Date.parse(t.messages[0]?.at ?? '')));
  const articleIds = new Map<string, string>();
  const sections = new Map<string, ReturnType<Zendesk['addSection']>>();
  for (const article of articles) {
    const section = sections.get(article.section) ?? zendesk.addSection({ name: article.section, at: start - 1 });
    sections.set(article.section, section);
    const made = zendesk.addArticle({
      section,
      title: article.title,
      body: article.body_html,
      at: start - 1,
      isSilent: true,
    });
    articleIds.set(String(made.id), article.id);
  }
  const agents = Array.from({ length: AGENTS }, (_, n) =>
    zendesk.addUser({ name: nameOf('a', n), email: `a${n}@sandbox.example`, role: 'agent', at: start - 1 }),
  );
  const ticketIds = new Map<string, string>();
  const made = new Map<number, { id: number; next: number }>();

  function play({ ticket: n, kind }: Act): void {
    const ticket = tickets[n];
    const agent = agents[n % AGENTS];
    if (!ticket || !agent) throw new Error(`no ticket ${n}`);
    const end = kind === 'opened' ? openingEnd(ticket) : ticket.messages.length;
    const state = made.get(n) ?? open(ticket, n, end === 1);
    for (; state.next < end; state.next++) {
      const message = ticket.messages[state.next];
      if (!message) break;
      const author = message.author === 'agent' ? agent : customerOf(n);
      zendesk.addComment({
        ticket: state.id,
        author,
        body: message.text,
        at: message.at,
        isSilent: kind !== 'opened' || state.next < end - 1,
      });
    }
    if (kind === 'solved')
      zendesk.setStatus({ ticket: state.id, status: 'solved', by: agent, at: ticket.messages.at(-1)?.at ?? start });
  }

  const customers = new Map<number, ReturnType<Zendesk['addUser']>>();
  function customerOf(n: number) {
    const known = customers.get(n);
    if (known) return known;
    const organization = zendesk.addOrganization({ name: nameOf('c', n), domains: [`c${n}.example`], at: start - 1 });
    const user = zendesk.addUser({ name: nameOf('c', n), email: `u${n}@c${n}.example`, organization, at: start - 1 });
    customers.set(n, user);
    return user;
  }

  function open(ticket: ReplayTicket, n: number, isTold: boolean) {
    const first = ticket.messages[0];
    if (!first) throw new Error(`ticket ${ticket.id} is empty`);
    const requester = customerOf(n);
    const opened = zendesk.openTicket({
      requester,
      subject: ticket.subject,
      comment: first.text,
      channel: ticket.channel,
      at: first.at,
      isSilent: !isTold,
    });
    ticketIds.set(String(opened.id), ticket.id);
    const state = { id: opened.id, next: 1 };
    made.set(n, state);
    return state;
  }
  return { zendesk, acts: actsOf(tickets), articleIds, ticketIds, play };
}

/** Everything that is told, in order of event time. */
function actsOf(tickets: ReplayTicket[]): Act[] {
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
