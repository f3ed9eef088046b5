/**
 * What the helpdesk knows of the people in a conversation: requester, copied people, agents, their organizations.
 * `keep` are words and hosts that are the product's own, so that they stay: product names, help-center hosts.
 */
export interface Known {
  names: string[];
  emails: string[];
  phones: string[];
  organizations?: string[];
  keep?: string[];
}

/** What is known where nobody's conversation is read: an article, a term, a model's words. */
export const NOBODY: Known = { names: [], emails: [], phones: [] };
