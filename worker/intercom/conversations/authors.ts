import type { TurnAuthor } from '../../../shared/conversation.ts';
import type { Author, Part } from '../shapes.ts';

const CUSTOMERS = new Set(['user', 'lead', 'contact', 'visitor']);

/** The workspace's own bot writes as a teammate with this address ("Operator", also seen as "Fin"). */
const OPERATOR_ADDRESS = /^operator\+[^@]*@intercom\.io$/i;

/** Messages sent to many, or by a rule, carry a teammate's name and are no teammate's words. */
const MACHINE_DELIVERIES = new Set(['campaigns_initiated', 'operator_initiated', 'automated']);

/**
 * Who an author is, as the API states it: a teammate is an agent; users, leads and contacts are customers; Fin, bots,
 * teams, the operator and whoever is not named are bots. Never inferred from the text.
 */
export function authorOf(author: Author | null | undefined): TurnAuthor {
  if (!author?.type) return 'bot';
  if (CUSTOMERS.has(author.type)) return 'customer';
  const isMachine = author.from_ai_agent || author.is_ai_answer || OPERATOR_ADDRESS.test(author.email ?? '');
  return author.type === 'admin' && !isMachine ? 'agent' : 'bot';
}

/**
 * Who wrote a part. What a program posted through the API in a teammate's name (`app_package_code`: ours among them) is
 * no teammate's word; a customer's message that came through the API is still the customer's.
 */
export function partAuthor(part: Pick<Part, 'author' | 'app_package_code'>): TurnAuthor {
  const author = authorOf(part.author);
  return author === 'agent' && part.app_package_code ? 'bot' : author;
}

/** Who wrote the message that a conversation began with. */
export function sourceAuthor(author: Author | null | undefined, deliveredAs: string | null | undefined): TurnAuthor {
  return MACHINE_DELIVERIES.has(deliveredAs ?? '') && authorOf(author) === 'agent' ? 'bot' : authorOf(author);
}
