import type { Article, Comment, Ticket, Translation } from './records.ts';
import { iso, type World } from './world.ts';

/** Types the sandbox can emit; subscriptions to anything else are refused. Names: Zendesk's webhook documentation. */
export const TICKET_EVENTS = [
  'created',
  'comment_added',
  'comment_made_private',
  'comment_redacted',
  'attachment_redacted_from_comment',
  'status_changed',
  'agent_assignment_changed',
  'group_assignment_changed',
  'priority_changed',
  'subject_changed',
  'tags_changed',
  'merged',
  'soft_deleted',
  'permanently_deleted',
  'marked_as_spam',
] as const;
export type TicketEvent = (typeof TICKET_EVENTS)[number];
export const ARTICLE_EVENTS = ['published', 'unpublished'] as const;
export type ArticleEvent = (typeof ARTICLE_EVENTS)[number];

export const EVENT_TYPES: readonly string[] = [
  ...TICKET_EVENTS.map((name) => `zen:event-type:ticket.${name}`),
  ...ARTICLE_EVENTS.map((name) => `zen:event-type:article.${name}`),
];

/** Ids in a payload are strings, absent ones null; enums are upper case (Zendesk's webhook documentation). */
const text = (id: number | null): string | null => (id === null ? null : String(id));
const upper = (value: string | null): string | null => value?.toUpperCase() ?? null;

/** Everything one action causes has one sequence id; positions count up, their order of arrival is not promised. */
export class Action {
  readonly #world: World;
  readonly #actorId: number;
  readonly #at: number;
  readonly #isSilent: boolean;
  readonly #sequenceId: string;
  #position = 0;

  constructor(world: World, actorId: number, at: number, isSilent = false) {
    this.#world = world;
    this.#actorId = actorId;
    this.#at = at;
    this.#isSilent = isSilent;
    this.#sequenceId = isSilent ? '' : world.random.uuid().replaceAll('-', '').toUpperCase();
  }

  ticket(name: TicketEvent, ticket: Ticket, event: Record<string, unknown> = {}): void {
    this.#emit(`zen:event-type:ticket.${name}`, `zen:ticket:${ticket.id}`, this.#ticketDetail(ticket), event);
  }

  comment(ticket: Ticket, comment: Comment): void {
    const author = this.#world.users.get(comment.authorId);
    this.ticket('comment_added', ticket, {
      comment: {
        id: String(comment.id),
        body: comment.text,
        is_public: comment.isPublic,
        author: { id: String(comment.authorId), is_staff: author?.role !== 'end-user', name: author?.name ?? '' },
      },
    });
  }

  /** `detail` is `{id, brand_id, user_id}` as strings; the members of a published article's `event` are from memory. */
  article(name: ArticleEvent, article: Article, translation: Translation): void {
    const brandId = [...this.#world.brands.keys()][0] ?? 0;
    const detail = { id: String(article.id), brand_id: String(brandId), user_id: String(this.#actorId) };
    const section = this.#world.sections.get(article.sectionId);
    const event =
      name === 'unpublished'
        ? {}
        : {
            author_id: String(article.authorId),
            category_id: String(section?.categoryId ?? 0),
            locale: translation.locale,
            section_id: String(article.sectionId),
            title: translation.title,
          };
    this.#emit(`zen:event-type:article.${name}`, `zen:article:${article.id}`, detail, event);
  }

  #emit(type: string, subject: string, detail: Record<string, unknown>, event: Record<string, unknown>): void {
    if (this.#isSilent) return;
    this.#position += 1;
    const meta = { sequence: { id: this.#sequenceId, position: this.#position } };
    this.#world.emit({ type, subject, at: this.#at, detail, event: { ...event, meta } });
  }

  #ticketDetail(ticket: Ticket): Record<string, unknown> {
    return {
      id: String(ticket.id),
      actor_id: String(this.#actorId),
      assignee_id: text(ticket.assigneeId),
      brand_id: String(ticket.brandId),
      created_at: iso(ticket.createdAt),
      custom_status: null,
      description: ticket.description,
      external_id: ticket.externalId,
      form_id: null,
      group_id: text(ticket.groupId),
      is_public: ticket.comments.some((comment) => comment.isPublic),
      organization_id: text(ticket.organizationId),
      priority: upper(ticket.priority),
      requester_id: String(ticket.requesterId),
      status: ticket.gone === null ? upper(ticket.status) : 'DELETED',
      subject: ticket.subject,
      submitter_id: String(ticket.submitterId),
      tags: ticket.tags,
      type: upper(ticket.type),
      updated_at: iso(ticket.updatedAt),
      via: { channel: ticket.via.channel },
    };
  }
}
