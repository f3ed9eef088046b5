import { chance, inLanes, reordered } from '../disorder.ts';
import type { Random } from '../random.ts';
import { type Attempt, envelope, invoke, retriesFor } from './access/invocation.ts';
import type { Webhook, Webhooks } from './webhooks.ts';
import type { Clock, HelpdeskEvent, World } from './world.ts';

export interface DeliveryConfig {
  /** Chance that an event is sent once more, under an invocation id of its own. */
  duplicate: number;
  /** Chance that an event is overtaken by up to eight later ones. */
  reorder: number;
  /** Chance that an event is never sent. */
  drop: number;
  /** How often every event is sent. */
  times: number;
  timeoutMs: number;
  /** The pause before a retry that names no `Retry-After`; the vendor's is not known. */
  retryDelayMs: number;
  /** Send as soon as something happens, instead of when the driver says so. */
  isAutomatic: boolean;
  /** How many are under way at once, where `flush` is not told. */
  maxInFlight: number;
}

export interface Delivery {
  webhookId: string;
  invocationId: string;
  eventId: string;
  type: string;
  subject: string;
  attempts: Attempt[];
  isDelivered: boolean;
  isDropped: boolean;
}

interface Pending {
  webhook: Webhook;
  delivery: Delivery;
  body: string;
}

export interface DeliveryClocks {
  wallClock: Clock;
  sleep: (ms: number) => Promise<void>;
}

export class Deliveries {
  config: DeliveryConfig = {
    duplicate: 0,
    reorder: 0,
    drop: 0,
    times: 1,
    timeoutMs: 12_000,
    retryDelayMs: 100,
    isAutomatic: false,
    maxInFlight: 8,
  };
  /** Every delivery that was finished, dropped ones too. */
  readonly history: Delivery[] = [];
  readonly #world: World;
  readonly #webhooks: Webhooks;
  readonly #clocks: DeliveryClocks;
  readonly #random: Random;
  #pending: Pending[] = [];
  #running: Promise<void> = Promise.resolve();

  constructor(world: World, webhooks: Webhooks, clocks: DeliveryClocks, random: Random) {
    this.#world = world;
    this.#webhooks = webhooks;
    this.#clocks = clocks;
    this.#random = random;
    world.onEvent((event) => this.#enqueue(event));
  }

  get pending(): number {
    return this.#pending.length;
  }

  /** Sends all that waits, and what comes up meanwhile; returns when everything was answered or given up. */
  async flush(options: { maxInFlight?: number } = {}): Promise<Delivery[]> {
    const results: Delivery[] = [];
    const previous = this.#running;
    this.#running = previous.then(async () => {
      while (this.#pending.length > 0) {
        const batch = reordered(this.#pending, this.config.reorder, this.#random);
        this.#pending = [];
        await inLanes(batch, options.maxInFlight ?? this.config.maxInFlight, (pending) => this.#deliver(pending));
        results.push(...batch.map(({ delivery }) => delivery));
      }
    });
    await this.#running;
    this.history.push(...results);
    return results;
  }

  #enqueue(event: HelpdeskEvent): void {
    for (const webhook of this.#webhooks.subscribedTo(event.type)) {
      const eventId = this.#random.uuid();
      const body = envelope(this.#world, event, eventId);
      const copies = this.config.times + (chance(this.config.duplicate, this.#random) ? 1 : 0);
      for (let copy = 0; copy < copies; copy += 1) this.#pending.push(this.#invocation(webhook, event, eventId, body));
    }
    if (this.config.isAutomatic) queueMicrotask(() => void this.flush());
  }

  #invocation(webhook: Webhook, event: HelpdeskEvent, eventId: string, body: string): Pending {
    const delivery: Delivery = {
      webhookId: webhook.id,
      invocationId: `01${this.#random.bytes(12).toString('hex').toUpperCase()}`,
      eventId,
      type: event.type,
      subject: event.subject,
      attempts: [],
      isDelivered: false,
      isDropped: chance(this.config.drop, this.#random),
    };
    return { webhook, delivery, body };
  }

  async #deliver(pending: Pending): Promise<void> {
    const { delivery } = pending;
    while (!delivery.isDropped) {
      const { attempt, retryAfterMs } = await invoke({
        webhook: pending.webhook,
        body: pending.body,
        invocationId: delivery.invocationId,
        accountId: this.#world.account.id,
        now: this.#clocks.wallClock.now(),
        timeoutMs: this.config.timeoutMs,
      });
      delivery.attempts.push(attempt);
      delivery.isDelivered = typeof attempt.outcome === 'number' && attempt.outcome >= 200 && attempt.outcome < 300;
      const failures = delivery.attempts.filter(({ outcome }) => outcome === attempt.outcome).length;
      if (delivery.isDelivered || failures > retriesFor(attempt.outcome, retryAfterMs)) return;
      await this.#clocks.sleep(retryAfterMs ?? this.config.retryDelayMs);
    }
  }
}
