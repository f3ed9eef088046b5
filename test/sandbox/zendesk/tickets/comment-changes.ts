import { commentHtml } from '../../html.ts';
import { notFound } from '../errors.ts';
import { Action } from '../events.ts';
import type { Comment, Ticket } from '../records.ts';
import type { World } from '../world.ts';
import { keepAudit, openAudit } from './audits.ts';
import { viaChannel } from './comments.ts';

export interface CommentChange {
  commentId: number;
  actorId: number;
  at: number;
  isSilent?: boolean;
}

/** The one way back for a public comment; it stays in the thread as a note. A private one can't be made public again. */
export function makeCommentPrivate(world: World, ticket: Ticket, change: CommentChange): void {
  const comment = commentOf(ticket, change.commentId);
  if (!comment.isPublic) return;
  comment.isPublic = false;
  for (const event of commentEvents(ticket, comment)) event.public = false;
  keep(world, ticket, change, { type: 'CommentPrivacyChange', comment_id: comment.id, public: false });
  tell(world, ticket, change, 'comment_made_private');
}

/**
 * Puts ▇ for every character of `text`, or of all the comment says, in every form of it, for good ("Redact String in
 * Comment"); the description is the first comment. Closed tickets can be redacted too ("Redact Ticket Comment In Agent
 * Workspace").
 */
export function redactComment(world: World, ticket: Ticket, change: CommentChange & { text?: string }): void {
  const comment = commentOf(ticket, change.commentId);
  const redacted = (said: string): string =>
    change.text ? said.replaceAll(change.text, bars(change.text)) : bars(said);
  comment.text = redacted(comment.text);
  comment.html = commentHtml(comment.text);
  if (ticket.comments[0] === comment) ticket.description = comment.text;
  for (const event of commentEvents(ticket, comment))
    Object.assign(event, { body: comment.text, plain_body: comment.text, html_body: comment.html });
  keep(world, ticket, change, { type: 'CommentRedactEvent', comment_id: comment.id });
  tell(world, ticket, change, 'comment_redacted');
}

const bars = (text: string): string => text.replace(/\S/g, '▇');

function commentOf(ticket: Ticket, id: number): Comment {
  const comment = ticket.comments.find((row) => row.id === id);
  if (comment === undefined) throw notFound();
  return comment;
}

const commentEvents = (ticket: Ticket, comment: Comment) =>
  ticket.audits.flatMap(({ events }) => events.filter(({ type, id }) => type === 'Comment' && id === comment.id));

/** Event types and `comment_id`: Zendesk's ticket audit events reference. */
function keep(
  world: World,
  ticket: Ticket,
  change: CommentChange,
  event: { type: string } & Record<string, unknown>,
): void {
  const audit = openAudit(world, ticket, change.actorId, change.at, viaChannel('web'));
  audit.events.push({ id: world.id(), ...event });
  keepAudit(world, ticket, audit);
}

/** The members of `event` are from memory, unverified: readers should need no more than the ticket. */
function tell(
  world: World,
  ticket: Ticket,
  change: CommentChange,
  name: 'comment_made_private' | 'comment_redacted',
): void {
  const action = new Action(world, change.actorId, change.at, change.isSilent);
  action.ticket(name, ticket, { comment: { id: String(change.commentId) } });
}
