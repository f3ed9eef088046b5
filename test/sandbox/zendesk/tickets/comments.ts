import { commentHtml, htmlToText, sanitizeBody } from '../../html.ts';
import { invalid } from '../errors.ts';
import type { Audit, Comment, Ticket, Via } from '../records.ts';
import { iso, type World } from '../world.ts';

/** What is said: plain text, or HTML. Only one of the two may be given (Zendesk's Support API documentation). */
export interface CommentDraft {
  body?: string | undefined;
  htmlBody?: string | undefined;
  isPublic: boolean;
  authorId: number;
}

export function viaChannel(channel: string, rel: string | null = null): Via {
  return { channel, source: { from: {}, to: {}, rel } };
}

/** Adds a comment to a ticket and its audit. Comments never change afterwards. */
export function addComment(world: World, ticket: Ticket, audit: Audit, draft: CommentDraft): Comment {
  if (draft.body !== undefined && draft.htmlBody !== undefined)
    throw invalid('Use only one of body, html_body', 'comment');
  const isEmpty = (draft.body ?? draft.htmlBody ?? '').trim() === '';
  if (isEmpty) throw invalid('Comment: cannot be blank', 'comment');
  if (!world.users.has(draft.authorId)) throw invalid('Comment author is not a user of this account', 'author_id');
  const html = draft.htmlBody === undefined ? commentHtml(draft.body ?? '') : sanitizeBody(draft.htmlBody);
  const comment: Comment = {
    id: world.id(),
    auditId: audit.id,
    authorId: draft.authorId,
    html,
    text: draft.body ?? htmlToText(html),
    isPublic: draft.isPublic,
    via: audit.via,
    createdAt: audit.createdAt,
  };
  audit.comment = comment;
  audit.events.push({
    id: comment.id,
    type: 'Comment',
    author_id: comment.authorId,
    body: comment.text,
    html_body: comment.html,
    plain_body: comment.text,
    public: comment.isPublic,
    attachments: [],
    audit_id: audit.id,
  });
  ticket.comments.push(comment);
  return comment;
}

/** A comment as `GET /api/v2/tickets/{id}/comments` lists it. */
export function presentComment(comment: Comment): Record<string, unknown> {
  return {
    id: comment.id,
    type: 'Comment',
    author_id: comment.authorId,
    body: comment.text,
    html_body: comment.html,
    plain_body: comment.text,
    public: comment.isPublic,
    attachments: [],
    audit_id: comment.auditId,
    via: comment.via,
    created_at: iso(comment.createdAt),
    metadata: { system: {}, custom: {} },
  };
}
