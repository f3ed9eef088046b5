import type { Said } from './said/said.ts';

/** What people are told of. `test` is sent when an admin tries the webhook. The closed list. */
export const NOTICE_KINDS = [
  'publication.done',
  'publication.automatic',
  'publication.reverted',
  'fix.escalated',
  'antibody.broken',
  'translation.outdated',
  'change.foreseen',
  'issue.moved',
  'drift.noticed',
  'auth.lost',
  'category.tripped',
  'automatic.off',
  'automatic.revoked',
  'publishing.stopped',
  'digest',
  'test',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Ids of what a notice tells of; `undo` is the publication that one press takes back. */
export interface NoticeSubject {
  fixId?: string;
  gapId?: string;
  articleId?: string;
  publicationId?: string;
  category?: string;
  undo?: string;
}

/**
 * One thing people are told of, once by `key`. `text` is a sentence of ours with at most the title of a fix in it: no
 * customer's words, no secret. `at` is event time in ms.
 */
export interface Notice {
  key: string;
  kind: NoticeKind;
  at: number;
  title: Said;
  text: Said;
  about: NoticeSubject;
}

/**
 * How far a notice is on its way to the webhook: `none` where there is no webhook, `repeating` where a run ended while it
 * was being sent and it is sent a second time under the same id, `parked` after the last attempt.
 */
export const DELIVERY_STATES = ['due', 'sending', 'repeating', 'sent', 'parked', 'none'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A stored notice. `id` is its place in order; `nextAt` is wall time in ms; `detail` says why it was not taken. */
export interface NoticeRow extends Notice {
  id: number;
  isRead: boolean;
  isDismissed: boolean;
  delivery: { state: DeliveryState; attempts: number; nextAt: number; detail: string | null };
}

/** The outgoing webhook as people may see it; its secret is shown once, when it is made. Times are wall time in ms. */
export interface OutgoingWebhook {
  url: string;
  createdAt: number;
  /** Until when what the secret before signs is sent too; null where only one is in use. */
  previousUntil: number | null;
}

/** A notice as the console shows it. `undo` is the publication that can still be taken back; null where nothing can. */
export interface NoticeView extends Omit<Notice, 'about'> {
  id: number;
  isRead: boolean;
  gapId: string | null;
  fixId: string | null;
  /** Its article in the language of its fix; null where it has none. */
  article: { id: string; locale: string } | null;
  undo: string | null;
}

/** Notices that nobody dismissed, newest first; `before` asks for the page after it, null on the last. */
export interface NoticePage {
  notices: NoticeView[];
  unread: number;
  before: number | null;
}

/** The webhook as admins see it, with what it did not take; `webhook` is null where none is set. */
export interface WebhookView {
  webhook: OutgoingWebhook | null;
  parked: Pick<NoticeRow, 'key' | 'kind' | 'at' | 'title' | 'delivery'>[];
}
