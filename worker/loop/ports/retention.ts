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
   * Removes every text of one conversation: its own row, the question, the learning log's, quotes of it in fixes that are
   * neither open nor live; and all that a model answered.
   */
  eraseConversation(tenant: string, conversationId: string): Promise<void>;
  /**
   * Removes up to `rows` rows a table of a tenant that has been leaving since `closedBefore` (wall) or earlier, in every
   * table that knows tenants; answers how many went. When none was left the tenant itself goes, and the answer is 0. Anybody
   * else is untouched, also one who came back meanwhile.
   */
  purge(tenant: string, closedBefore: number, rows: number): Promise<number>;
  /** Removes rows of work, sessions and what a model answered, that ended before `before` (wall): what came later stays. */
  forgetDoneWork(tenant: string, before: number): Promise<void>;
}
