import { authorOf } from './access/authors.ts';
import type { Act, At } from './access/people.ts';
import { articleUrl, defaultContent } from './articles/article-json.ts';
import {
  addTag,
  rateConversation,
  redactPart,
  redactSource,
  setPriority,
} from './conversations/conversation-changes.ts';
import {
  assignConversation,
  closeConversation,
  createConversation,
  openAgain,
  removeConversation,
  say,
  snoozeConversation,
} from './conversations/conversations.ts';
import { answerAsFin, handOver, rateFin, resolveAsFin } from './conversations/fin.ts';
import type { Deed } from './conversations/parts.ts';
import type { Ticket, TicketPart, TicketStateCategory } from './conversations/ticket-records.ts';
import { closeTicket, convertToTicket, sayInTicket, setTicketState } from './conversations/tickets.ts';
import type { Assignee, ContentSource, Conversation, Part, Priority } from './records.ts';
import { find, idOf, type Ref } from './world.ts';
import { Writers } from './writers.ts';

type On = Act & { conversation: Ref; by?: Ref };
type Handover = { admin?: Ref; team?: Ref };

/** What contacts ask, and what teammates and Fin do with it. */
export class Desk extends Writers {
  /** Begun by `contact`, or by the teammate `by` towards the contact; under the number `id` where told. */
  openConversation(
    c: Act & { contact: Ref; body: string; subject?: string; channel?: string; company?: Ref; by?: Ref; id?: string },
  ): Conversation {
    return createConversation(this.world, this.#deed(c, c.by ?? c.contact), {
      id: c.id,
      contactId: idOf(c.contact),
      subject: c.subject ?? '',
      body: c.body,
      sourceType: c.channel ?? 'conversation',
      companyId: c.company === undefined ? null : idOf(c.company),
    });
  }

  /** A reply of a contact, teammate or plain bot; a note where told. `appPackageCode` as if an app had made it. */
  addPart(p: Act & { conversation: Ref; author: Ref; body: string; isNote?: boolean; appPackageCode?: string }): Part {
    const deed = { ...this.#deed(p, p.author), appPackageCode: p.appPackageCode ?? null };
    return say(this.world, this.conversation(p.conversation), deed, p.body, p.isNote);
  }

  /** To a teammate, a team, or nobody. */
  assign(a: On & { admin?: Ref | null; team?: Ref; body?: string }): Part {
    return assignConversation(this.world, this.conversation(a.conversation), this.#deed(a, a.by), {
      to: assigneeOf(a),
      body: a.body,
    });
  }

  closeConversation(c: On & { body?: string }): Part {
    return closeConversation(this.world, this.conversation(c.conversation), this.#deed(c, c.by), c.body);
  }

  snooze(s: On & { until: At }): Part {
    return snoozeConversation(this.world, this.conversation(s.conversation), this.#deed(s, s.by), this.when(s.until));
  }

  reopen(o: On): Part {
    return openAgain(this.world, this.conversation(o.conversation), this.#deed(o, o.by));
  }

  /** The contact's rating, 1 to 5. */
  rate(r: Act & { conversation: Ref; rating: 1 | 2 | 3 | 4 | 5; remark?: string }): void {
    const row = this.conversation(r.conversation);
    const deed = this.#deed(r, row.contactIds[0]);
    rateConversation(this.world, row, deed, { rating: r.rating, remark: r.remark ?? '' });
  }

  tag(t: On & { tag: Ref }): void {
    addTag(this.world, this.conversation(t.conversation), this.#deed(t, t.by), idOf(t.tag));
  }

  setPriority(p: On & { priority: Priority }): void {
    setPriority(this.world, this.conversation(p.conversation), this.#deed(p, p.by), p.priority);
  }

  /** Blots out a part, or the first message. */
  redact(r: On & { part: Ref | 'source' }): void {
    const row = this.conversation(r.conversation);
    const deed = this.#deed(r, r.by);
    if (r.part === 'source') redactSource(this.world, row, deed, row.source.id);
    else redactPart(this.world, row, deed, idOf(r.part));
  }

  deleteConversation(d: On & { retainMetrics?: boolean }): void {
    const deed = this.#deed(d, d.by);
    removeConversation(this.world, this.conversation(d.conversation), deed, d.retainMetrics ?? true);
  }

  /** An answer of Fin; `articles` become content sources, which name url, title and locale only. */
  finAnswer(
    f: Act & { conversation: Ref; body: string; articles?: Ref[]; sources?: ContentSource[]; isCustom?: boolean },
  ): Part {
    const sources = [...(f.articles ?? []).map((ref) => this.#source(ref)), ...(f.sources ?? [])];
    const answer = { body: f.body, sources, type: f.isCustom === true ? 'custom_answer' : 'ai_answer' } as const;
    return answerAsFin(this.world, this.conversation(f.conversation), this.#deed(f, this.world.bot), answer);
  }

  /** Fin passes the conversation to a teammate or team: `escalated` unless told otherwise. */
  finHandOver(
    f: Act & Handover & { conversation: Ref; why?: 'escalated' | 'negative_feedback' | 'procedure_handoff' },
  ): Part {
    const row = this.conversation(f.conversation);
    return handOver(this.world, row, this.#deed(f, this.world.bot), f.why ?? 'escalated', assigneeOf(f));
  }

  finResolve(f: Act & { conversation: Ref; isConfirmed?: boolean }): Part {
    const state = f.isConfirmed === true ? 'confirmed_resolution' : 'assumed_resolution';
    return resolveAsFin(this.world, this.conversation(f.conversation), this.#deed(f, this.world.bot), state);
  }

  /** The contact's rating of Fin, beside that of the conversation. */
  finRate(f: Act & { conversation: Ref; rating: 1 | 2 | 3 | 4 | 5; remark?: string }): void {
    const row = this.conversation(f.conversation);
    rateFin(row, this.#deed(f, row.contactIds[0]), f.rating, f.remark ?? null);
  }

  /** Into the first ticket type of the workspace unless told otherwise. */
  convertToTicket(c: On & { type?: Ref }): Ticket {
    const typeId = c.type === undefined ? [...this.world.ticketTypes.keys()][0] : idOf(c.type);
    return convertToTicket(this.world, this.conversation(c.conversation), this.#deed(c, c.by), typeId ?? '');
  }

  addTicketPart(p: Act & { ticket: Ref; author: Ref; body: string; isNote?: boolean }): TicketPart {
    return sayInTicket(this.world, this.ticket(p.ticket), this.#deed(p, p.author), p.body, p.isNote);
  }

  setTicketState(s: Act & { ticket: Ref; state: TicketStateCategory; by?: Ref }): TicketPart {
    return setTicketState(this.world, this.ticket(s.ticket), this.#deed(s, s.by), s.state);
  }

  closeTicket(c: Act & { ticket: Ref; by?: Ref }): void {
    closeTicket(this.world, this.ticket(c.ticket), this.#deed(c, c.by));
  }

  conversation(ref: Ref): Conversation {
    return find(this.world.conversations, idOf(ref));
  }

  ticket(ref: Ref): Ticket {
    return find(this.world.tickets, idOf(ref));
  }

  #deed(act: Act, by: Ref | undefined): Deed {
    const author = authorOf(this.world, by ?? this.admin);
    return { author, at: this.when(act.at), isSilent: act.isSilent ?? false, appPackageCode: null };
  }

  #source(ref: Ref): ContentSource {
    const article = this.article(ref);
    const locale = article.defaultLocale;
    const url = articleUrl(this.world, article, locale) ?? '';
    return { content_type: 'article', url, title: defaultContent(article).title, locale };
  }
}

function assigneeOf(to: { admin?: Ref | null; team?: Ref }): Assignee {
  if (to.team !== undefined) return { type: 'team', id: idOf(to.team) };
  if (to.admin === undefined || to.admin === null) return { type: 'nobody_admin', id: null };
  return { type: 'admin', id: idOf(to.admin) };
}
