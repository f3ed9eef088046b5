import { inEnglish } from '../../../shared/said/english.ts';
import type { Said } from '../../../shared/said/said.ts';
import { saidIn } from '../../../shared/said/stored.ts';
/**
 * The other side is not ready: the message is tried again after `afterMs`, nothing is lost. `waits` says what waits with
 * it: the tenant's other rows too (a helpdesk needs its pause), or this one alone (they do without a model).
 */
export class RetryLater extends Error {
  override name = 'RetryLater';
  readonly afterMs: number;
  readonly waits: 'tenant' | 'row';
  /** Whether the other side asked for the pause (a rate limit): then nothing has failed. */
  readonly isAsked: boolean;
  constructor(message: string, afterMs: number, waits: 'tenant' | 'row' = 'tenant', isAsked = false) {
    super(message);
    this.afterMs = afterMs;
    this.waits = waits;
    this.isAsked = isAsked;
  }
}

/** An error that is told to people: with a sentence of ours where they meet it, else in words that are a technical detail. */
export class Told extends Error {
  readonly said: Said;
  constructor(said: Said | string) {
    super(typeof said === 'string' ? said : inEnglish(said));
    this.said = saidIn(said);
  }
}

/** Trying again can't help (a right was taken, a target is gone): stored with the reason and acknowledged. */
export class Permanent extends Told {
  override name = 'Permanent';
}

/** What came in does not have the form it must have. */
export class Invalid extends Told {
  override name = 'Invalid';
}

/** The thing named does not exist for this tenant. */
export class NotFound extends Told {
  override name = 'NotFound';
}

/** The helpdesk refuses our token: the tenant is stopped until an admin connects it again. */
export class AuthLost extends Told {
  override name = 'AuthLost';
}

/**
 * An error for a log or a dead letter: its words, or where they come from too (`stack`). A failed statement is told by the
 * database's own words: the query builder's hold every value, which may be what a customer wrote.
 */
export function errorWords(error: unknown, what: 'message' | 'stack' = 'message'): string {
  if (!(error instanceof Error)) return String(error);
  const told = 'query' in error && 'params' in error ? error.cause : error;
  if (!(told instanceof Error)) return 'Error: a statement failed';
  return what === 'stack' && told.stack ? told.stack : `${told.name}: ${told.message}`;
}
