import type { TreeNode } from './tree.ts';

/** Where an app of the helpdesk may stand in this host: the two that Mend's manifest names. */
export const LOCATIONS = ['ticket_sidebar', 'nav_bar'] as const;
export type LocationName = (typeof LOCATIONS)[number];

/** One place of an app, as its manifest declares it (platform facts A1). */
export interface HostLocation {
  /** Absolute, with the app's origin. */
  url: string;
  /** Whether the page is asked for by POST with a signed token. */
  isSigned: boolean;
  /** False: the frame stays 320 pixels wide. */
  isFlexible: boolean;
}

/** An app installed in the account. */
export interface HostApp {
  id: number;
  installationId: number;
  name: string;
  settings: Record<string, unknown>;
  locations: Partial<Record<LocationName, HostLocation>>;
}

/** A person of the helpdesk who may sit at the page. */
export interface HostUser {
  id: number;
  name: string;
  email: string | null;
  /** As Zendesk says it: `agent` or `admin`. */
  role: string;
  /** The custom role's name where there is one. */
  roleName: string;
  locale: string;
  groups: { id: number; name: string }[];
  /** Whether only internal notes may be written. */
  isLight: boolean;
}

/** Another part of the sandbox, one click away. */
export interface HostLink {
  name: string;
  url: string;
}

/** What the page needs to begin. */
export interface Boot {
  account: { name: string; subdomain: string };
  user: HostUser;
  users: HostUser[];
  locales: string[];
  apps: HostApp[];
  links: HostLink[];
  /** The ticket to begin with; null where the list is. */
  firstTicket: number | null;
}

/** What the account is living through, where somebody plays it. */
export interface Story {
  /** Event time in milliseconds. */
  at: number;
  done: number;
  all: number;
  isDone: boolean;
  isPaused: boolean;
}

/** What is asked of the play from the page: to hold on, to go on, and how fast. */
export interface Pace {
  isPaused: boolean;
  /** 1 is as it was started; less is slower. */
  speed: number;
}

/** What the page asks for again and again: it reads more only where the revision moved. */
export interface DeskState {
  revision: number;
  story: Story | null;
}

export interface TicketRow {
  id: number;
  subject: string;
  status: string;
  requester: string;
  /** Milliseconds of event time. */
  updatedAt: number;
}

export interface CommentView {
  id: number;
  author: { id: number; name: string; role: string };
  isPublic: boolean;
  /** Milliseconds of event time. */
  at: number;
  text: string;
  tree: TreeNode[];
}

export interface TicketView extends TicketRow {
  description: string;
  priority: string | null;
  type: string | null;
  tags: string[];
  channel: string;
  brand: { id: number; name: string } | null;
  requesterUser: { id: number; name: string; email: string | null };
  organization: { id: number; name: string } | null;
  assignee: { id: number; name: string } | null;
  group: { id: number; name: string } | null;
  createdAt: number;
  comments: CommentView[];
}

/** What one save changes; absent means unchanged. */
export interface TicketSave {
  comment?: { html: string; isPublic: boolean };
  status?: string;
  subject?: string;
  priority?: string | null;
  tags?: string[];
}

/** How a frame is opened: by GET, or by POST with the token that proves who is looking. */
export interface Launch {
  url: string;
  token: string | null;
}

/** `client.request` as an app asks it (platform facts A7), and what came of it. */
export interface AppRequest {
  url: string;
  type?: string | undefined;
  data?: unknown;
  contentType?: string | undefined;
  httpCompleteResponse?: boolean | undefined;
}
export interface AppAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
}
