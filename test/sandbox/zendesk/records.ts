/** The helpdesk's rows. Times are milliseconds since the epoch; what goes over HTTP is made by the presenters. */

export const ROLES = ['end-user', 'agent', 'admin'] as const;
export type Role = (typeof ROLES)[number];
export const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;
export type Status = (typeof STATUSES)[number];
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];
export type FieldValue = string | number | boolean | null;

export interface User {
  id: number;
  name: string;
  email: string | null;
  role: Role;
  organizationId: number | null;
  groupIds: number[];
  tags: string[];
  fields: Record<string, FieldValue>;
  /** As the vendor names it, such as `en-US` or `pt-BR`. */
  locale: string;
  ticketRestriction: 'organization' | 'groups' | 'assigned' | 'requested' | null;
  customRoleId: number | null;
  /** "Whether the user has forum moderation capabilities". */
  isModerator: boolean;
  isSuspended: boolean;
  isActive: boolean;
  createdAt: number;
  updatedAt: number;
}

export interface Organization {
  id: number;
  name: string;
  domainNames: string[];
  tags: string[];
  fields: Record<string, FieldValue>;
  details: string | null;
  notes: string | null;
  externalId: string | null;
  createdAt: number;
  updatedAt: number;
}

export interface Named {
  id: number;
  name: string;
  createdAt: number;
  updatedAt: number;
}

/** A private group's tickets are its members'. */
export interface Group extends Named {
  isPublic: boolean;
}

/** A custom agent role; a light agent's is one too, made by the vendor. */
export interface CustomRole extends Named {
  /** 0 custom agent, 1 light agent ("Custom Agent Roles"). */
  roleType: 0 | 1;
  configuration: {
    ticket_access: TicketAccess;
    forum_access: ForumAccess;
    ticket_comment_access: 'public' | 'none';
    macro_access: MacroAccess;
  };
}
/** "What the agent can do with macros" ("Custom Agent Roles"). */
export type MacroAccess = 'full' | 'manage-group' | 'manage-personal' | 'readonly';
export type TicketAccess =
  | 'all'
  | 'assigned-only'
  | 'within-groups'
  | 'within-groups-and-public-groups'
  | 'within-organization';
export type ForumAccess = 'full' | 'edit-topics' | 'readonly';

export interface Via {
  channel: string;
  source: { from: Record<string, unknown>; to: Record<string, unknown>; rel: string | null };
}

export interface Comment {
  id: number;
  auditId: number;
  authorId: number;
  html: string;
  text: string;
  isPublic: boolean;
  via: Via;
  createdAt: number;
}

export type AuditEvent = { id: number; type: string } & Record<string, unknown>;

export interface Audit {
  id: number;
  ticketId: number;
  authorId: number;
  createdAt: number;
  via: Via;
  events: AuditEvent[];
  comment: Comment | null;
}

export interface Rating {
  id: number;
  score: 'good' | 'bad';
  comment: string | null;
  ticketId: number;
  requesterId: number;
  assigneeId: number | null;
  groupId: number | null;
  createdAt: number;
  updatedAt: number;
}

export interface Ticket {
  id: number;
  subject: string;
  description: string;
  status: Status;
  priority: Priority | null;
  type: 'problem' | 'incident' | 'question' | 'task' | null;
  tags: string[];
  requesterId: number;
  submitterId: number;
  assigneeId: number | null;
  groupId: number | null;
  organizationId: number | null;
  brandId: number;
  via: Via;
  externalId: string | null;
  customFields: { id: number; value: FieldValue }[];
  comments: Comment[];
  audits: Audit[];
  rating: Rating | null;
  mergedInto: number | null;
  gone: 'deleted' | 'permanently_deleted' | null;
  createdAt: number;
  updatedAt: number;
  generatedAt: number;
}

export interface Section extends Named {
  categoryId: number;
  description: string;
  locale: string;
  position: number;
}

export interface Translation {
  id: number;
  articleId: number;
  locale: string;
  title: string;
  body: string;
  isDraft: boolean;
  isOutdated: boolean;
  createdById: number;
  updatedById: number;
  createdAt: number;
  updatedAt: number;
}

export interface Article {
  id: number;
  sectionId: number;
  authorId: number;
  sourceLocale: string;
  labels: string[];
  contentTagIds: string[];
  permissionGroupId: number;
  userSegmentIds: number[];
  isPromoted: boolean;
  hasCommentsDisabled: boolean;
  isArchived: boolean;
  position: number;
  translations: Map<string, Translation>;
  createdAt: number;
  updatedAt: number;
  editedAt: number;
}

export interface UserSegment extends Named {
  userType: 'signed_in_users' | 'staff';
  isBuiltIn: boolean;
  tags: string[];
  groupIds: number[];
  organizationIds: number[];
}

/** "Each action describes what the macro will do"; a value is a text, for some fields a number or a list. */
export interface MacroAction {
  field: string;
  value: unknown;
}

export interface Macro {
  id: number;
  title: string;
  description: string | null;
  actions: MacroAction[];
  /** Null: every agent's; else the groups' or the one agent's that it is for. */
  restriction: { type: 'Group' | 'User'; ids: number[] } | null;
  isActive: boolean;
  position: number;
  createdAt: number;
  updatedAt: number;
}
