import { MINUTE_MS } from '../../../shared/time.ts';
import { chance, inLanes, reordered } from '../disorder.ts';
import type { Random } from '../random.ts';
import type { Clock } from '../zendesk/world.ts';
import { type Attempt, envelope, type Notification, notificationOf, send } from './notification.ts';
import { Health, type Subscription } from './subscription.ts';
import type { WorkspaceEvent, World } from './world.ts';

/** "429 throttles from 1 minute to 2 hours; notices older than 2 hours are dropped." How it grows is not said. */
const MAX_THROTTLE_MS = 120 * MINUTE_MS;
const PAUSE_MS = 15 * MINUTE_MS;

export interface DeliveryConfig {
  /** Chance that a notice is sent once more, with the same id. */
  duplicate: number;
  /** Chance that a notice is overtaken by up to eight later ones. */
  reorder: number;
  /** Chance that a notice is never sent. */
  drop: number;
  /** How often every notice is sent. */
  times: number;
  timeoutMs: number;
  /** Send as soon as something happens, instead of when the driver says so. */
  isAutomatic: boolean;
  /** How many are under way at once, where `flush` is not told. */
  maxInFlight: number;
}

export interface Delivery {
  /** The notice's `notif_…`, the same for its copies. */
  id: string;
  topic: string;
  subject: string;
  attempts: Attempt[];
  isDelivered: boolean;
  isDropped: boolean;
}

interface Pending {
  notice: Notification;
  delivery: Delivery;
}

export interface DeliveryParts {
  world: World;
  clientSecret: string;
  wallClock: Clock;
  /** Is asked for the vendor's own pauses, minutes to hours. */
  sleep: (ms: number) => Promise<void>;
  random: Random;
}

export class Deliveries {
  subscription: Subscription | null = null;
  config: DeliveryConfig = {
    duplicate: 0,
    reorder: 0,
    drop: 0,
    times: 1,
    timeoutMs: 5_000,
    isAutomatic: false,
    maxInFlight: 8,
  };
  /** Every delivery that was finished, dropped ones too. */
  readonly history: Delivery[] = [];
  readonly #parts: DeliveryParts;
  readonly #health = new Health();
  #pending: Pending[] = [];
  #running: Promise<void> = Promise.resolve();
  #pause: Promise<unknown> | null = null;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
    parts.world.onEvent((event) => this.enqueue(event));
  }

  get pending(): number {
    return this.#pending.length;
  }

  /** Sends all that waits, and what comes up meanwhile; returns when everything was answered or given up. */
  async flush(options: { maxInFlight?: number } = {}): Promise<Delivery[]> {
    const results: Delivery[] = [];
    this.#running = this.#running.then(async () => {
      while (this.#pending.length > 0) {
        const batch = reordered(this.#pending, this.config.reorder, this.#parts.random);
        this.#pending = [];
        await inLanes(batch, options.maxInFlight ?? this.config.maxInFlight, (pending) => this.#deliver(pending));
        results.push(...batch.map(({ delivery }) => delivery));
      }
    });
    await this.#running;
    this.history.push(...results);
    return results;
  }

  /** `appId` is the sandbox's own workspace unless told otherwise: a subscription is the app's, for all of them. */
  enqueue(event: WorkspaceEvent, appId = this.#parts.world.workspace.id): void {
    const { subscription } = this;
    if (subscription?.status !== 'active') return;
    if (event.topic !== 'ping' && !subscription.topics.includes(event.topic)) return;
    const notice = notificationOf(event, appId, `notif_${this.#parts.random.uuid()}`);
    const copies = this.config.times + (chance(this.config.duplicate, this.#parts.random) ? 1 : 0);
    for (let copy = 0; copy < copies; copy += 1) this.#pending.push(this.#pendingOf(notice));
    if (this.config.isAutomatic) queueMicrotask(() => void this.flush());
  }

  #pendingOf(notice: Notification): Pending {
    const { id, topic, subject } = notice;
    const isDropped = chance(this.config.drop, this.#parts.random);
    return { notice, delivery: { id, topic, subject, attempts: [], isDelivered: false, isDropped } };
  }

  /** 5 s to answer; one retry after a minute; 410 ends the subscription; 429 slows down, for two hours at most. */
  async #deliver({ notice, delivery }: Pending): Promise<void> {
    const firstSentAt = this.#now();
    let waited = 0;
    let errors = 0;
    let throttle = MINUTE_MS;
    while (!delivery.isDropped && this.subscription?.status === 'active') {
      await this.#sitOutPause();
      const body = envelope(notice, delivery.attempts.length + 1, firstSentAt);
      const attempt = await send(this.subscription.endpoint, body, this.#parts.clientSecret, this.config.timeoutMs);
      delivery.attempts.push(attempt);
      delivery.isDelivered = this.#judge(this.subscription, attempt.outcome);
      const isThrottled = attempt.outcome === 429;
      if (!isThrottled) errors += 1;
      const pause = isThrottled ? throttle : MINUTE_MS;
      if (isThrottled) throttle = Math.min(throttle * 2, MAX_THROTTLE_MS);
      waited += pause;
      if (delivery.isDelivered || errors > 1 || waited > MAX_THROTTLE_MS) return;
      await this.#parts.sleep(pause);
    }
  }

  /** Whether it was delivered; what an error means for the subscription as a whole. */
  #judge(subscription: Subscription, outcome: Attempt['outcome']): boolean {
    if (typeof outcome === 'number' && outcome >= 200 && outcome < 300) {
      this.#health.succeed();
      return true;
    }
    if (outcome === 410) subscription.status = 'disabled';
    else if (outcome !== 429) {
      const verdict = this.#health.fail(this.#now());
      if (verdict === 'suspend') subscription.status = 'suspended';
      if (verdict === 'pause') this.#pause = this.#parts.sleep(PAUSE_MS).then(() => (this.#pause = null));
    }
    return false;
  }

  async #sitOutPause(): Promise<void> {
    if (this.#pause !== null) await this.#pause;
  }

  #now(): number {
    return this.#parts.wallClock.now().getTime();
  }
}
