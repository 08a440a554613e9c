import createClient from 'openapi-fetch';
import type { paths } from './api-types.ts';

/** The public API, typed from our own OpenAPI document. The session cookie goes along. */
export const api = createClient<paths>({ baseUrl: location.origin, credentials: 'same-origin' });

export type Problem = {
  status: number;
  code: string;
  title: string;
  detail: string;
  field?: string;
  hint?: string;
  errors?: { field: string; message: string }[];
};

/** An answer that was refused, with what the server said about it. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The data of an answer. @throws ProblemError when it was refused, TypeError when the server cannot be reached. */
export async function ask<T>(call: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ProblemError(asProblem(error, response.status));
  return data as NonNullable<T>;
}

/** The same for addresses outside the typed client (sign-in, uploads, downloads). */
export async function askRaw<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(path, { credentials: 'same-origin', ...init });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new ProblemError(asProblem(body, response.status));
  return body as T;
}

export function asProblem(body: unknown, status: number): Problem {
  const given = (body ?? {}) as Partial<Problem> & { message?: string };
  return {
    status,
    code: given.code ?? 'internal',
    title: given.title ?? '',
    detail: given.detail ?? given.message ?? '',
    field: given.field,
    hint: given.hint,
    errors: given.errors,
  };
}

export function isProblem(error: unknown, status: number): boolean {
  return error instanceof ProblemError && error.problem.status === status;
}

type Ok<T> = T extends { responses: { 200: { content: { 'application/json': infer Body } } } } ? Body : never;
/** What `GET path` answers. */
export type Got<P extends keyof paths> = paths[P] extends { get: infer Op } ? Ok<Op> : never;
/** One row of the list at `path`. */
export type Item<P extends keyof paths> = Got<P> extends { items: (infer Row)[] } ? Row : never;
