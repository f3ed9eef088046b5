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
