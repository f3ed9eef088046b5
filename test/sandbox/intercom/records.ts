/** What the simulated workspace keeps. Times are milliseconds here and Unix seconds in every answer. */
export interface Admin {
  id: string;
  name: string;
  email: string;
  teamIds: string[];
  createdAt: number;
  hasInboxSeat: boolean;
  /** The name of a role of the workspace's own making; null: the usual rights. */
  roleName: string | null;
}

export interface Team {
  id: string;
  name: string;
  adminIds: string[];
}

export interface Tag {
  id: string;
  name: string;
}

export interface Company {
  id: string;
  /** The id the workspace's owner gave it. */
  companyId: string;
  name: string;
  plan: string | null;
  monthlySpend: number;
  size: number | null;
  industry: string | null;
  website: string | null;
  customAttributes: Record<string, string>;
  userCount: number;
  createdAt: number;
  updatedAt: number;
}

export interface Contact {
  id: string;
  externalId: string | null;
  role: 'user' | 'lead';
  name: string | null;
  email: string;
  phone: string | null;
  language: string | null;
  customAttributes: Record<string, unknown>;
  companyIds: string[];
  tagIds: string[];
  createdAt: number;
  updatedAt: number;
  lastRepliedAt: number | null;
}

export interface Author {
  type: 'user' | 'lead' | 'admin' | 'bot' | 'team';
  id: string;
  name: string | null;
  email: string;
}

/** A teammate, team or nobody that a part assigned to. */
export interface Assignee {
  type: 'admin' | 'team' | 'nobody_admin';
  id: string | null;
}

export type ConversationState = 'open' | 'closed' | 'snoozed';
export type Priority = 'none' | 'low' | 'medium' | 'high' | 'urgent';

export interface Part {
  id: string;
  partType: string;
  /** HTML. */
  body: string | null;
  createdAt: number;
  updatedAt: number;
  author: Author;
  assignedTo: Assignee | null;
  state: ConversationState;
  tagIds: string[];
  eventDetails: Record<string, unknown> | null;
  isRedacted: boolean;
  /** Set where an app made the part through the API. */
  appPackageCode: string | null;
  isFromAiAgent: boolean;
  isAiAnswer: boolean;
}

export interface Rating {
  rating: number;
  remark: string;
  createdAt: number;
  updatedAt: number;
  contactId: string;
  adminId: string | null;
}

export type FinResolution =
  | 'assumed_resolution'
  | 'confirmed_resolution'
  | 'escalated'
  | 'negative_feedback'
  | 'procedure_handoff';

export interface ContentSource {
  content_type: 'file' | 'article' | 'external_content' | 'content_snippet' | 'workflow_connector_action';
  url: string;
  title: string;
  locale: string;
}

export interface AiAgent {
  lastAnswerType: 'ai_answer' | 'custom_answer' | null;
  resolutionState: FinResolution | null;
  rating: number | null;
  ratingRemark: string | null;
  createdAt: number;
  updatedAt: number;
  contentSources: ContentSource[];
}

export interface Source {
  type: string;
  id: string;
  deliveredAs: string;
  subject: string;
  body: string;
  author: Author;
  url: string | null;
  isRedacted: boolean;
}

/** What is counted as parts come in, so that no read has to walk them. */
export interface Counters {
  firstContactReplyAt: number | null;
  firstAssignmentAt: number | null;
  firstAdminReplyAt: number | null;
  firstCloseAt: number | null;
  lastAssignmentAt: number | null;
  lastContactReplyAt: number | null;
  lastAdminReplyAt: number | null;
  lastCloseAt: number | null;
  lastClosedById: string | null;
  reopens: number;
  assignments: number;
}

export interface Conversation {
  id: string;
  title: string | null;
  createdAt: number;
  updatedAt: number;
  waitingSince: number | null;
  snoozedUntil: number | null;
  state: ConversationState;
  isRead: boolean;
  priority: Priority;
  adminAssigneeId: string | null;
  teamAssigneeId: string | null;
  companyId: string | null;
  tags: { tagId: string; at: number; by: { type: string; id: string } }[];
  rating: Rating | null;
  source: Source;
  contactIds: string[];
  teammateIds: string[];
  customAttributes: Record<string, string | number>;
  parts: Part[];
  aiAgent: AiAgent | null;
  ticketId: string | null;
  counters: Counters;
}

export interface Deleted {
  id: string;
  at: number;
  isMetricsRetained: boolean;
}
