import { TOPICS } from './conversations/topics.ts';

/** The app's one subscription, as the Developer Hub keeps it: for every workspace that installed the app. */
export interface Subscription {
  endpoint: string;
  topics: string[];
  status: 'active' | 'disabled' | 'suspended';
}

export function subscriptionOf(target: { endpoint: string; topics?: readonly string[] }): Subscription {
  const topics = [...(target.topics ?? TOPICS)];
  const known: readonly string[] = TOPICS;
  const unknown = topics.find((topic) => !known.includes(topic));
  if (unknown !== undefined) throw new Error(`the sandbox has no topic ${unknown}`);
  return { endpoint: target.endpoint, topics, status: 'active' };
}

/** Saving the address in the Developer Hub asks it with HEAD; whether it must answer 2xx is not documented. */
export async function isReachable(endpoint: string): Promise<boolean> {
  try {
    return (await fetch(endpoint, { method: 'HEAD', redirect: 'manual' })).ok;
  } catch {
    return false;
  }
}

const FIFTEEN_MINUTES_MS = 900_000;
const SEVEN_DAYS_MS = 604_800_000;
const MAX_CONSECUTIVE_ERRORS = 1000;

/** "Over 1000 consecutive errors in 15 minutes pause for 15 minutes; errors for 7 days suspend." */
export class Health {
  #failures: number[] = [];
  #failingSince: number | null = null;

  succeed(): void {
    this.#failures = [];
    this.#failingSince = null;
  }

  /** What one more error at `now` brings about. */
  fail(now: number): 'nothing' | 'pause' | 'suspend' {
    this.#failingSince ??= now;
    if (now - this.#failingSince >= SEVEN_DAYS_MS) return 'suspend';
    this.#failures = [...this.#failures.slice(-MAX_CONSECUTIVE_ERRORS), now];
    const isOver = this.#failures.length > MAX_CONSECUTIVE_ERRORS;
    if (!isOver || now - (this.#failures[0] ?? now) > FIFTEEN_MINUTES_MS) return 'nothing';
    this.#failures = [];
    return 'pause';
  }
}
