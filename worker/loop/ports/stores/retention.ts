/** A person of the helpdesk's team: by the vendor's id, and by the keyed hash of it. */
export interface Teammate {
  userId: string;
  personId: string;
}

export interface RetentionStore {
  /**
   * Removes redacted text last changed before `before` (event time), but of these conversations; from the learning log
   * too, as far as a snapshot holds what it taught.
   */
  forgetText(tenant: string, before: number, except: string[]): Promise<void>;
  /**
   * Takes the quotes out of fixes that came to nothing (rejected, superseded, rolled back) and were drafted before `before`
   * (event time); which turns they cited stays.
   */
  forgetQuotes(tenant: string, before: number): Promise<void>;
  /**
   * Removes observations and what they added to the learning log before `before` (event time), as far as a snapshot holds
   * what it taught; but of these conversations. The log's last entry stays: its number is the fence.
   */
  forgetFeatures(tenant: string, before: number, except: string[]): Promise<void>;
  /**
   * Removes one conversation: its text, what was observed of it, what people did in it, whose it was in the learning log and
   * every word there, its quotes in fixes (see `withoutConversation`; a gap whose waiting proposal goes with them is open
   * again), and all that a model answered. Answers the fixes that stay and say that their evidence left.
   */
  eraseConversation(tenant: string, conversationId: string): Promise<{ standing: number }>;
  /** The names under which a person of the helpdesk's team stands anywhere; null where nothing of a teammate is stored. */
  teammateNames(tenant: string, who: Teammate): Promise<string[] | null>;
  /**
   * Removes a teammate: sessions, what they look after, what they remarked, what they did with advice, questions put to them; and puts `standIn` in
   * the place of their name and id in every other table there is, the policy too. Seals of the activity log no longer hold then.
   */
  eraseTeammate(tenant: string, who: Teammate & { names: string[] }, standIn: string): Promise<void>;
  /**
   * Removes up to `rows` rows a table of a tenant that has been leaving since `closedBefore` (wall) or earlier, in every
   * table that knows tenants; answers how many went. When none was left the tenant itself goes, and the answer is 0. Anybody
   * else is untouched, also one who came back meanwhile.
   */
  purge(tenant: string, closedBefore: number, rows: number): Promise<number>;
  /** Removes rows of work, sessions and what a model answered, that ended before `before` (wall): what came later stays. */
  forgetDoneWork(tenant: string, before: number): Promise<void>;
}
