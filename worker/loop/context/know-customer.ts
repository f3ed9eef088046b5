import type { CustomerContext } from '../../../shared/context/customer-context.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { contextOf, withoutFacts } from '../../core/context/customer-context.ts';
import { openingQuestion } from '../../core/conversation/opening.ts';
import { erasedAmong } from '../observe/erase.ts';
import type { KnownFacts } from '../ports/context/product-facts.ts';
import { AuthLost, NotFound, Permanent, RetryLater } from '../ports/errors.ts';
import type { RawConversation } from '../ports/helpdesk.ts';
import type { Ports } from '../ports/ports.ts';

type KnowPorts = Pick<
  Ports,
  | 'cursors'
  | 'departures'
  | 'eventClock'
  | 'helpdesk'
  | 'identity'
  | 'observations'
  | 'product'
  | 'productFacts'
  | 'wallClock'
>;

/** How far back contacts are counted. */
const CONTACTS_MS = 30 * DAY_MS;
/** Who writes more often than this is counted no further. */
const CONTACTS_COUNTED = 50;

/**
 * What an agent should know of who asks in a conversation. The product is asked where an endpoint is connected and nothing
 * is known that may still be used; a product that is down, or answers nonsense, is `unanswered` and holds nothing up. Of a
 * person who asked to be forgotten nothing is asked and nothing kept.
 */
export async function knowCustomer(ports: KnowPorts, tenant: string, conversationId: string): Promise<CustomerContext> {
  const raw = await readRaw(ports, tenant, conversationId);
  if (!raw) return withoutFacts('none', 0);
  const personId = await ports.identity.personId(tenant, raw.requester.id);
  if ((await erasedAmong(ports, tenant, [personId])).has(personId)) return withoutFacts('none', 0);
  const contacts = await contactsOf(ports, tenant, personId, raw);
  if (!(await ports.product.endpoint(tenant))) return withoutFacts('none', contacts);
  const known = await factsOf(ports, tenant, personId, raw);
  if (known === 'unanswered') return withoutFacts('unanswered', contacts);
  if (known.facts === null) return withoutFacts('unknown_customer', contacts);
  const conversation = await ports.observations.conversation(tenant, conversationId);
  const question = conversation ? openingQuestion(conversation) : `${raw.subject} ${raw.turns[0]?.text ?? ''}`;
  return contextOf(known.facts, question, contacts);
}

async function readRaw(ports: KnowPorts, tenant: string, id: string): Promise<RawConversation | null> {
  try {
    return await (await ports.helpdesk(tenant)).readConversation(id);
  } catch (error) {
    if (error instanceof NotFound || error instanceof RetryLater || error instanceof AuthLost) return null;
    throw error;
  }
}

async function contactsOf(
  ports: KnowPorts,
  tenant: string,
  personId: string,
  { id, createdAt }: RawConversation,
): Promise<number> {
  const until = Math.max(createdAt, ports.eventClock.now()) + 1;
  const recent = await ports.observations.recentOf(tenant, personId, until - CONTACTS_MS, until);
  const others = new Set(recent.slice(0, CONTACTS_COUNTED).map(({ conversationId }) => conversationId));
  others.delete(id);
  return others.size + 1;
}

async function factsOf(
  ports: KnowPorts,
  tenant: string,
  personId: string,
  raw: RawConversation,
): Promise<KnownFacts | 'unanswered'> {
  const now = ports.wallClock.now();
  const known = await ports.productFacts.get(tenant, personId, now);
  if (known) return known;
  try {
    const { facts, maxAgeMs } = await ports.product.ask(tenant, {
      helpdeskId: raw.requester.id,
      email: raw.requester.email,
      organization: raw.organization?.name ?? null,
      conversation: { id: raw.id, at: raw.createdAt },
    });
    const answered = { facts, asOf: now, until: now + maxAgeMs };
    await ports.productFacts.put(tenant, personId, answered);
    const leftAt = Date.parse(facts?.segment?.left_on ?? '');
    if (!Number.isNaN(leftAt)) await ports.departures.put(tenant, [{ customer: personId, leftAt, source: 'endpoint' }]);
    return answered;
  } catch (error) {
    if (error instanceof RetryLater || error instanceof Permanent) return 'unanswered';
    throw error;
  }
}
