/** The other side is not ready: the message is tried again after `afterMs`, nothing is lost. */
export class RetryLater extends Error {
  override name = 'RetryLater';
  readonly afterMs: number;
  constructor(message: string, afterMs: number) {
    super(message);
    this.afterMs = afterMs;
  }
}

/** Trying again can't help (a right was taken, a target is gone): stored with the reason and acknowledged. */
export class Permanent extends Error {
  override name = 'Permanent';
}

/** What came in does not have the form it must have. */
export class Invalid extends Error {
  override name = 'Invalid';
}

/** The thing named does not exist for this tenant. */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** The helpdesk refuses our token: the tenant is stopped until an admin connects it again. */
export class AuthLost extends Error {
  override name = 'AuthLost';
}
