import { asWritten, type Said } from '../../shared/said/said.ts';

/**
 * Why a request gave nothing, in terms of what a person can do about it.
 * `offline` their network; `down` our worker or the helpdesk behind it, try again; `no_rights` not theirs to see or do;
 * `gone` it is no more; `moved` it changed since it was shown; `refused` what was sent can't be; `reopen` the session
 * ended, open the app again.
 */
export const FAILURES = ['offline', 'down', 'no_rights', 'gone', 'moved', 'refused', 'reopen'] as const;
export type FailureKind = (typeof FAILURES)[number];

/** A request that gave nothing. `said` is the worker's own sentence, null where there was no answer. */
export class Failure extends Error {
  override name = 'Failure';
  readonly kind: FailureKind;
  /** When to try again, in ms; null where the answer did not say. */
  readonly retryAfterMs: number | null;
  readonly said: Said | null;

  constructor(kind: FailureKind, said: Said | null = null, retryAfterMs: number | null = null) {
    super(kind);
    this.kind = kind;
    this.said = said;
    this.retryAfterMs = retryAfterMs;
  }
}

/** What an answer that is no success means. */
export function failureOf(status: number, said: Said | null, retryAfter: string | null): Failure {
  const seconds = Number(retryAfter ?? Number.NaN);
  return new Failure(kindOf(status), said, Number.isFinite(seconds) ? seconds * 1000 : null);
}

function kindOf(status: number): FailureKind {
  if (status === 401) return 'reopen';
  if (status === 403) return 'no_rights';
  if (status === 404 || status === 410) return 'gone';
  if (status === 409 || status === 412) return 'moved';
  if (status === 429 || status >= 500) return 'down';
  return 'refused';
}

/** Any error as a failure: what is no failure is a fault of the page, said as ours. */
export function asFailure(error: unknown): Failure {
  return error instanceof Failure
    ? error
    : new Failure('down', asWritten(error instanceof Error ? error.message : String(error)));
}
