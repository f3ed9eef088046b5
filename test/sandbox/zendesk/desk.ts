import type { Act, At } from './access/people.ts';
import type { Priority, Rating, Status, Ticket } from './records.ts';
import { makeCommentPrivate, redactComment } from './tickets/comment-changes.ts';
import { viaChannel } from './tickets/comments.ts';
import { rateTicket } from './tickets/ratings.ts';
import { markAsSpam, mergeTickets, permanentlyDelete, softDelete } from './tickets/ticket-endings.ts';
import { createTicket, type TicketChange, updateTicket } from './tickets/tickets.ts';
import { find, idOf, type Ref } from './world.ts';
import { Writers } from './writers.ts';

/** What customers ask and agents do with it. */
export class Desk extends Writers {
  openTicket(
    t: Act & {
      requester: Ref;
      subject: string;
      comment: string;
      channel?: string;
      assignee?: Ref;
      group?: Ref;
      priority?: Priority;
      tags?: string[];
    },
  ): Ticket {
    return createTicket(this.world, {
      requesterId: idOf(t.requester),
      subject: t.subject,
      comment: t.comment,
      at: this.when(t.at),
      channel: t.channel ?? 'web',
      assigneeId: t.assignee === undefined ? null : idOf(t.assignee),
      groupId: t.group === undefined ? null : idOf(t.group),
      brandId: [...this.world.brands.keys()][0] ?? 0,
      priority: t.priority ?? null,
      tags: t.tags ?? [],
      isSilent: t.isSilent ?? false,
    });
  }

  /** Public unless told otherwise. A customer's public comment reopens what was pending or solved. */
  addComment(
    c: Act & {
      ticket: Ref;
      author: Ref;
      body?: string;
      htmlBody?: string;
      public?: boolean;
      channel?: string;
      status?: Status;
    },
  ): void {
    const authorId = idOf(c.author);
    const change = this.#change(c, authorId, c.channel);
    change.comment = { body: c.body, htmlBody: c.htmlBody, isPublic: c.public ?? true, authorId };
    if (c.status !== undefined) change.status = c.status;
    updateTicket(this.world, this.ticket(c.ticket), change);
  }

  /** A public comment becomes a note: what was said to the customer no longer counts as said. */
  makeCommentPrivate(c: Act & { ticket: Ref; comment: Ref; by?: Ref }): void {
    const change = { ...this.#change(c, this.#actor(c.by)), commentId: idOf(c.comment) };
    makeCommentPrivate(this.world, this.ticket(c.ticket), change);
  }

  /** Blots out `text` in a comment, or all it says. */
  redactComment(c: Act & { ticket: Ref; comment: Ref; text?: string; by?: Ref }): void {
    const change = { ...this.#change(c, this.#actor(c.by)), commentId: idOf(c.comment) };
    redactComment(this.world, this.ticket(c.ticket), c.text === undefined ? change : { ...change, text: c.text });
  }

  setStatus(s: Act & { ticket: Ref; status: Status; by?: Ref }): void {
    updateTicket(this.world, this.ticket(s.ticket), { ...this.#change(s, this.#actor(s.by)), status: s.status });
  }

  assign(a: Act & { ticket: Ref; agent?: Ref | null; group?: Ref | null; by?: Ref }): void {
    const change = this.#change(a, this.#actor(a.by));
    if (a.agent !== undefined) change.assigneeId = a.agent === null ? null : idOf(a.agent);
    if (a.group !== undefined) change.groupId = a.group === null ? null : idOf(a.group);
    updateTicket(this.world, this.ticket(a.ticket), change);
  }

  tag(t: Act & { ticket: Ref; add?: string[]; remove?: string[]; by?: Ref }): void {
    const ticket = this.ticket(t.ticket);
    const kept = ticket.tags.filter((tag) => !(t.remove ?? []).includes(tag));
    updateTicket(this.world, ticket, { ...this.#change(t, this.#actor(t.by)), tags: [...kept, ...(t.add ?? [])] });
  }

  /** Closes `ticket` into `into`. */
  merge(m: Act & { ticket: Ref; into: Ref; by?: Ref }): void {
    mergeTickets(this.world, this.ticket(m.ticket), this.ticket(m.into), this.#change(m, this.#actor(m.by)));
  }

  deleteTicket(d: Act & { ticket: Ref; how?: 'soft' | 'permanent' | 'spam'; by?: Ref }): void {
    const end = { soft: softDelete, permanent: permanentlyDelete, spam: markAsSpam }[d.how ?? 'soft'];
    end(this.world, this.ticket(d.ticket), this.#change(d, this.#actor(d.by)));
  }

  /** The requester's verdict on a solved ticket. */
  rate(r: { ticket: Ref; score: 'good' | 'bad'; comment?: string; at?: At }): Rating {
    return rateTicket(this.world, this.ticket(r.ticket), {
      score: r.score,
      comment: r.comment ?? null,
      at: this.when(r.at),
    });
  }

  ticket(ref: Ref): Ticket {
    return find(this.world.tickets, idOf(ref));
  }

  #change(act: Act, actorId: number, channel = 'web'): TicketChange {
    return { actorId, at: this.when(act.at), isSilent: act.isSilent ?? false, via: viaChannel(channel) };
  }

  #actor(by: Ref | undefined): number {
    return by === undefined ? this.admin.id : idOf(by);
  }
}
