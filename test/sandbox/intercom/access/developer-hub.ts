import type { Deliveries, Delivery, DeliveryConfig } from '../delivery.ts';
import { isReachable, type Subscription, subscriptionOf } from '../subscription.ts';
import type { World } from '../world.ts';

export interface WebhookTarget {
  endpoint: string;
  topics?: readonly string[];
}

/** Webhooks are set in the Developer Hub, not by API: one address and its topics for every workspace of the app. */
export class DeveloperHub {
  readonly #world: World;
  readonly #deliveries: Deliveries;

  constructor(world: World, deliveries: Deliveries) {
    this.#world = world;
    this.#deliveries = deliveries;
  }

  get subscription(): Subscription | null {
    return this.#deliveries.subscription;
  }

  /** Notices that wait for `flushWebhooks`. */
  get pending(): number {
    return this.#deliveries.pending;
  }

  get history(): Delivery[] {
    return this.#deliveries.history;
  }

  config(changes: Partial<DeliveryConfig>): void {
    this.#deliveries.config = { ...this.#deliveries.config, ...changes };
  }

  subscribe(target: WebhookTarget): Subscription {
    const subscription = subscriptionOf(target);
    this.#deliveries.subscription = subscription;
    return subscription;
  }

  /** Saves the address as a person does: it is asked with HEAD first. False where it does not answer 2xx. */
  async save(target: WebhookTarget): Promise<boolean> {
    const isGood = await isReachable(target.endpoint);
    if (isGood) this.subscribe(target);
    return isGood;
  }

  /** The test notice of the Developer Hub. */
  ping(): void {
    const item = { type: 'ping' };
    this.#deliveries.enqueue({ topic: 'ping', at: this.#world.now(), subject: 'ping', item: () => item });
  }

  /** A notice of another workspace that has the same app. */
  sendFrom(appId: string, topic: string, item: Record<string, unknown>): void {
    this.#deliveries.enqueue({ topic, at: this.#world.now(), subject: String(item.id ?? ''), item: () => item }, appId);
  }
}
