import type { Helpdesk } from '../../../worker/loop/ports/helpdesk.ts';

export const START = Date.parse('2026-11-02T08:00:00Z');

/** What can go wrong at the vendor, in words of both. */
export type Trouble = 'down' | 'too many requests' | 'token refused';

/** What people do at the helpdesk. Ids are the vendor's, as text; times are whole seconds, which is all vendors keep. */
export interface Stage {
  helpdesk: Helpdesk;
  /** Another instance on the same account, with nothing in memory. */
  connect(): Helpdesk;
  /** The locale articles are written in. */
  locale: string;
  /** Moves the helpdesk's time on. */
  setTime(at: number): void;
  addOrganization(name: string, plan: string): string;
  addCustomer(name: string, email: string, organization?: string): string;
  addAgent(name: string): string;
  addTeam(name: string): string;
  /** A customer writes in; answers the conversation's id. */
  open(what: { customer: string; subject: string; text: string; at: number }): string;
  /** An agent or the customer goes on; a note is private. */
  say(what: { conversation: string; by: string; text: string; at: number; isNote?: boolean }): void;
  solve(what: { conversation: string; by: string; at: number }): void;
  assign(what: { conversation: string; to: string; at: number }): void;
  rate(what: { conversation: string; rating: 'good' | 'bad'; at: number }): void;
  tag(what: { conversation: string; tag: string; at: number }): void;
  /** A field of conversations that takes a text; answers how it is named. */
  addField(): string;
  valueOf(what: { conversation: string; field: string }): string;
  remove(what: { conversation: string; at: number }): void;
  addSection(name: string): string;
  addArticle(what: { section: string; title: string; body: string; at: number; isDraft?: boolean }): string;
  editArticle(what: { article: string; body: string; at: number }): void;
  /** The next request of a conversation or of articles fails. */
  trouble(what: Trouble, of: 'conversations' | 'articles'): void;
  /** How many requests changed something at the vendor since the stage was set. */
  writes(): number;
  /** What the vendor's own description of its API would not have allowed. */
  violations(): string[];
}

export type MakeStage = () => Stage;

/** What a promise was refused with. */
export async function failure(promise: Promise<unknown>): Promise<Error> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('nothing was thrown');
  return error;
}
