/** A refusal in one of Zendesk's error bodies; whoever throws it answers the request. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;

  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    super(`${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export const notFound = () => new ApiError(404, { error: 'RecordNotFound', description: 'Not found' });

export const invalidEndpoint = () => new ApiError(404, { error: 'InvalidEndpoint', description: 'Not found' });

export const notAuthenticated = () => new ApiError(401, { error: "Couldn't authenticate you" });

/** The answer to a Bearer token that expired, was rotated away or never existed. */
export const invalidToken = () =>
  new ApiError(
    401,
    {
      error: 'invalid_token',
      error_description: 'The access token provided is expired, revoked, malformed or invalid for other reasons.',
    },
    { 'www-authenticate': 'Bearer error="invalid_token"' },
  );

export const forbidden = (description = 'You do not have access to this page.') =>
  new ApiError(403, { error: 'Forbidden', description });

/** 422 in the shape `{error, description, details}` that Zendesk's Support API documentation gives. */
export const invalid = (description: string, field = 'base') =>
  new ApiError(422, {
    error: 'RecordInvalid',
    description: 'Record validation errors',
    details: { [field]: [{ description }] },
  });

export const badRequest = (description: string) => new ApiError(400, { error: 'BadRequest', description });

export const conflict = () =>
  new ApiError(409, {
    error: 'UpdateConflict',
    description:
      'Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.',
  });

export const tooManyRequests = (description: string, retryAfterSeconds: number) =>
  new ApiError(429, { error: 'APIRateLimitExceeded', description }, { 'retry-after': String(retryAfterSeconds) });
