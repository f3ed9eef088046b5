/** The company whose helpdesk the sandbox plays. Keys are the seed's own and are mapped to vendor ids by the sandbox. */
export interface Product {
  name: string;
  subdomain: string;
  sections: Section[];
  organizations: Organization[];
  customers: Customer[];
  agents: Agent[];
}

export interface Section {
  key: string;
  name: string;
}

/** `sites` are the places its people mention. */
export interface Organization {
  key: string;
  name: string;
  domain: string;
  plan: 'starter' | 'team' | 'scale';
  sites: string[];
}

/** `org` is null for a person who writes from a free-mail address and belongs to no organization. */
export interface Customer {
  key: string;
  name: string;
  email: string;
  org: string | null;
}

export interface Agent {
  key: string;
  name: string;
  email: string;
  role: 'agent' | 'admin';
}

export interface SeedArticle {
  key: string;
  section: string;
  title: string;
  labels: string[];
  bodyHtml: string;
}

/** A saved reply; `isFor` says who of the team may use it. */
export interface SeedMacro {
  key: string;
  title: string;
  text: string;
  isHtml: boolean;
  isFor: 'everyone' | 'group' | 'person';
}

export type Channel = 'email' | 'web' | 'chat';

/** A comment as the helpdesk would hold it: plain text with quoted mail and signatures still in it. */
export interface SeedTurn {
  author: 'customer' | 'agent';
  agentKey?: string;
  text: string;
  at: string;
  public: boolean;
}

/**
 * One ticket. Times are ISO event times in UTC. `solvedAt` is the first time it was solved; where the customer came
 * back, `reopenedAt` is the time of that turn and `solvedAgainAt` the second solving. `story` and `articleKey` (the
 * article that answers it, if one does) are for tests only.
 */
export interface SeedConversation {
  key: string;
  at: string;
  customer: string;
  subject: string;
  channel: Channel;
  turns: SeedTurn[];
  solvedAt: string;
  rating?: 'good' | 'bad';
  reopenedAt?: string;
  solvedAgainAt?: string;
  story: string;
  articleKey?: string;
  handedOn?: HandedOn;
}

/** The team that gets it first and the one it is handed on to before anybody answers. */
export interface HandedOn {
  from: string;
  to: string;
}

/** A fact of an article that is no longer true, as plain text. */
export interface StaleFact {
  wrong: string;
  right: string;
}

/** What the sandbox's customers live through and what Mend is expected to make of it. */
export interface Story {
  key: string;
  what: string;
  expect: 'article_patch' | 'new_article' | 'bug_report' | 'terms' | 'nothing';
  articleKey?: string;
  wrong?: string;
  right?: string;
  alsoStale?: StaleFact[];
  terms?: string[];
  procedure?: string[];
}

/** A turn before it has a time: `wait` is minutes since the turn before it. */
export interface DraftTurn {
  author: 'customer' | 'agent';
  agentKey?: string;
  text: string;
  public: boolean;
  wait: number;
}

/**
 * A conversation before it has a place on the timeline. `from` and `to` are ISO times between which it starts, `slice`
 * says in which of that many equal parts of the window; `reopensAtTurn` is the index of the customer's turn that came after it was solved.
 */
export interface Draft {
  key: string;
  story: string;
  articleKey?: string;
  customer: string;
  subject: string;
  channel: Channel;
  turns: DraftTurn[];
  from: string;
  to: string;
  slice?: { index: number; of: number };
  rating?: 'good' | 'bad';
  reopensAtTurn?: number;
  handedOn?: HandedOn;
}
