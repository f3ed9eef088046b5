/** How easy customers found it, as they answered the survey of one question: once a conversation. */
export interface EffortStore {
  /**
   * Stores the answer (1 to 7) and has the conversation's day counted anew; answers whether it was the first. Nothing is
   * stored for a conversation that has no ending.
   */
  answer(tenant: string, conversationId: string, score: number, at: number): Promise<boolean>;
  /** Whether the conversation was answered for. */
  isAnswered(tenant: string, conversationId: string): Promise<boolean>;
  /** Removes answers given before `before` (event time); what was counted of them stays. */
  forget(tenant: string, before: number): Promise<void>;
}
