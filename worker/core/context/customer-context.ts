import type { CustomerContext } from '../../../shared/context/customer-context.ts';
import type { ProductFacts } from '../../../shared/context/product-facts.ts';
import { tokens } from '../text/words.ts';

/** Features and errors shown at most. */
const SHOWN = 5;

const NOTHING: Omit<CustomerContext, 'state' | 'contacts'> = {
  asOf: null,
  plan: null,
  segment: null,
  client: null,
  off: [],
  errors: [],
  causes: [],
};

/** A context of which nothing is known but how often they wrote. */
export function withoutFacts(state: CustomerContext['state'], contacts: number): CustomerContext {
  return { ...NOTHING, state, contacts };
}

/**
 * What the product says of a customer, with what of it bears on their question: a name is asked for where every word of it
 * stands in the question. What is absent is unknown and says nothing.
 */
export function contextOf(facts: ProductFacts, question: string, contacts: number): CustomerContext {
  const said = new Set(tokens(question));
  const isAsked = (name: string) => {
    const words = tokens(wordsIn(name));
    return words.length > 0 && words.every((word) => said.has(word));
  };
  const off = (facts.features ?? [])
    .filter(({ value }) => value === false)
    .map(({ key }) => ({ key, isAsked: isAsked(key) }))
    .sort((a, b) => Number(b.isAsked) - Number(a.isAsked));
  const errors = (facts.errors ?? [])
    .map((error) => ({
      code: error.code ?? null,
      title: error.title,
      lastSeen: Date.parse(error.last_seen),
      count: error.count ?? null,
      knownIssue: error.known_issue ?? null,
      isAsked: isAsked(error.code ?? error.title),
    }))
    .sort((a, b) => Number(b.isAsked) - Number(a.isAsked) || b.lastSeen - a.lastSeen);
  return {
    state: 'known',
    contacts,
    asOf: Date.parse(facts.as_of),
    plan: facts.plan?.name ?? null,
    segment: facts.segment ?? null,
    client: facts.client ?? null,
    off: off.slice(0, SHOWN),
    errors: errors.slice(0, SHOWN),
    causes: [
      ...off.flatMap((one) => (one.isAsked ? [{ cause: 'product_differs' as const, feature: one.key }] : [])),
      ...(facts.denied ?? []).flatMap((permission) =>
        isAsked(permission) ? [{ cause: 'not_permitted' as const, permission }] : [],
      ),
    ],
  };
}

/** The words in a key ("calendarFeed", "report:write"). */
function wordsIn(name: string): string {
  return name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[^\p{L}\p{N}]+/gu, ' ');
}
