/** A refusal in Intercom's `error.list`; whoever throws it answers the request. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | null;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, message: string, field: string | null = null, headers = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
    this.headers = headers;
  }

  body(requestId: string): unknown {
    const error = { code: this.code, message: this.message };
    const errors = [this.field === null ? error : { ...error, field: this.field }];
    return { type: 'error.list', request_id: requestId, errors };
  }
}

export const unauthorized = () => new ApiError(401, 'unauthorized', 'Access Token Invalid');

/** The answer to a token that lacks a permission; the code is documented, its status with it is not. */
export const notAllowed = () => new ApiError(403, 'token_unauthorized', 'Not authorized to access resource');

export const notFound = (message = 'Resource Not Found', code = 'not_found') => new ApiError(404, code, message);

export const invalid = (message: string, field: string | null = null) =>
  new ApiError(400, 'parameter_invalid', message, field);

export const missing = (message: string, field: string | null = null) =>
  new ApiError(400, 'parameter_not_found', message, field);

export const unprocessable = (code: string, message: string) => new ApiError(422, code, message);

export const tooManyRequests = (headers: Record<string, string>) =>
  new ApiError(429, 'rate_limit_exceeded', 'Exceeded rate limit', null, headers);
