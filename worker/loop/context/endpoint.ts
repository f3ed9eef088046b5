import type { EndpointTried } from '../../../shared/context/customer-context.ts';
import { say } from '../../../shared/said/said.ts';
import { NotFound, Permanent, RetryLater } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';

type EndpointPorts = Pick<Ports, 'activity' | 'eventClock' | 'product' | 'productFacts' | 'wallClock'>;

/** Connects the company's context endpoint; answers its secret this once. Throws as `Product.connect`. */
export async function connectEndpoint(
  ports: EndpointPorts,
  tenant: string,
  url: string,
  actor: string,
): Promise<{ secret: string }> {
  const made = await ports.product.connect(tenant, url);
  await note(ports, tenant, actor, 'context endpoint set', say('step.endpointSet', { host: new URL(url).host }));
  return made;
}

/** Asks no more from now on, and forgets what was answered. */
export async function disconnectEndpoint(ports: EndpointPorts, tenant: string, actor: string): Promise<void> {
  await ports.product.disconnect(tenant);
  await ports.productFacts.forget(tenant, Number.MAX_SAFE_INTEGER);
  await note(ports, tenant, actor, 'context endpoint removed', say('step.endpointGone'));
}

/** Asks about a customer that nobody is. Whatever the endpoint does is an answer; NotFound where none is connected. */
export async function tryEndpoint(ports: EndpointPorts, tenant: string): Promise<EndpointTried> {
  const started = ports.wallClock.now();
  const customer = { helpdeskId: '0', email: null, organization: null, conversation: { id: 'test', at: started } };
  try {
    await ports.product.ask(tenant, customer);
    return { isRight: true, tookMs: ports.wallClock.now() - started, why: '' };
  } catch (error) {
    if (error instanceof NotFound || !(error instanceof RetryLater || error instanceof Permanent)) throw error;
    return { isRight: false, tookMs: ports.wallClock.now() - started, why: error.message };
  }
}

function note(ports: EndpointPorts, tenant: string, actor: string, what: string, reason: ReturnType<typeof say>) {
  return ports.activity.add(tenant, { at: ports.eventClock.now(), actor, what, subject: tenant, reason });
}
