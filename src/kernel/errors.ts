/** The one error family. Throw it to refuse a request; return a value to report a business outcome. */
export const ERROR_STATUS = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unprocessable: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export type ErrorDetail = {
  /** The field, row or file that is wrong, as the caller named it (`lines[0].amount_minor`). */
  field?: string;
  /** What the caller can do next, one sentence. */
  hint?: string;
  [key: string]: unknown;
};

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }
}

/** A refusal of one field: 422 with the field's name. */
export function invalidField(field: string, message: string, hint?: string): AppError {
  return new AppError('unprocessable', message, hint ? { field, hint } : { field });
}

export function notFound(what: string, id: string): AppError {
  return new AppError('not_found', `There is no ${what} ${id} here.`, { what, id });
}
