import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AppError, ERROR_STATUS, type ErrorCode } from '../kernel/errors.ts';
import { DISK_FULL } from '../platform/disk-space.ts';
import { say } from '../platform/locale.ts';
import { databaseError } from '../platform/postgres.ts';
import { htmlPage } from './page.ts';

/** The one shape of every error answer (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    field: z.string().optional(),
    hint: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .loose();

type Problem = z.infer<typeof problemSchema>;

const TITLE: Record<ErrorCode, string> = {
  bad_request: 'The request cannot be read',
  unauthenticated: 'Sign in first',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  conflict: 'In conflict with what is there',
  too_large: 'Too large',
  unprocessable: 'A value cannot be used',
  rate_limited: 'Too many requests',
  internal: 'Something failed here',
  unavailable: 'Not available right now',
};

function problem(code: ErrorCode, detail: string, extra: object = {}): Problem {
  return {
    type: `urn:goodword:problem:${code}`,
    title: TITLE[code],
    status: ERROR_STATUS[code],
    code,
    detail,
    ...extra,
  };
}

/** The only mapper of errors to answers. What it does not know is logged and answered without its inner text. */
export function toProblem(error: unknown): Problem {
  if (error instanceof AppError) return problem(error.code, error.message, error.detail);
  if (hasZodFastifySchemaValidationErrors(error)) return fromValidation(error);
  return (
    fromFastify(error as FastifyError) ??
    fromDatabase(error) ??
    problem('internal', 'The failure was logged; nothing was changed.')
  );
}

function fromValidation(error: { validation: { instancePath: string; message?: string }[] }): Problem {
  const errors = error.validation.map((issue) => ({
    field: issue.instancePath.replace(/^\//, '').replaceAll('/', '.') || 'body',
    message: issue.message ?? 'is not valid',
  }));
  const first = errors[0];
  return problem('unprocessable', first ? `${first.field}: ${first.message}` : 'A value is not valid.', {
    field: first?.field,
    errors,
  });
}

function fromFastify(error: FastifyError): Problem | undefined {
  if (error.statusCode === 413) return problem('too_large', error.message);
  if (error.statusCode === 429) return problem('rate_limited', error.message);
  if (error.statusCode === 404) return problem('not_found', error.message);
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return problem('bad_request', 'The body is of a type this address does not read.', {
      hint: 'Send JSON with the header content-type: application/json.',
    });
  if (error.statusCode && error.statusCode < 500) return problem('bad_request', error.message);
  return undefined;
}

const AWAY = ['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'];
/** Lost connections that the driver reports in words only. */
const AWAY_WORDS =
  /connection terminated|timeout exceeded when trying to connect|cannot use a pool after|not queryable/i;

function fromDatabase(error: unknown): Problem | undefined {
  const code = (error as { code?: string } | null)?.code ?? '';
  const found = databaseError(error);
  if (code === 'ENOSPC' || found?.code === '53100')
    return problem('unavailable', DISK_FULL.message, { hint: DISK_FULL.hint });
  if (AWAY.includes(code) || /^(08|57|53)/.test(found?.code ?? '') || AWAY_WORDS.test(String(error))) {
    return problem('unavailable', 'The database cannot be reached. Nothing was changed; try again shortly.');
  }
  if (found?.code === '22021' || found?.code === '22P05')
    return problem('unprocessable', 'The text holds a character that cannot be stored (NUL).');
  if (found?.code === '40001' || found?.code === '40P01')
    return problem('conflict', 'Somebody changed the same thing at the same moment. Try again.');
  return fromConstraint(found?.code ?? '');
}

/** The last line of defence, when a value passed every check of ours and the database still cannot hold it. */
function fromConstraint(code: string): Problem | undefined {
  if (code === '23505') return problem('conflict', 'Something like this is there already.');
  if (code.startsWith('22') || code.startsWith('23'))
    return problem('unprocessable', 'The database cannot hold one of the values. Nothing was changed.');
  return undefined;
}

/** Answers with problem+json; a person who opened a page in a browser gets the same words as a page. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const body = toProblem(error);
  if (body.status >= 500 || isUnexpected(error)) request.log.error({ err: error, id: request.id }, 'a request failed');
  if (body.status === 503) reply.header('retry-after', '5');
  reply.code(body.status);
  if (wantsPage(request)) return reply.type('text/html; charset=utf-8').send(problemPage(body));
  return reply.type('application/problem+json').serializer(JSON.stringify).send(body);
}

/** A refusal by the database alone means that a check of ours is missing: answered politely, and logged. */
function isUnexpected(error: unknown): boolean {
  return /^2[23]/.test(databaseError(error)?.code ?? '');
}

function wantsPage(request: FastifyRequest): boolean {
  return !request.url.startsWith('/v1/') && (request.headers.accept ?? '').includes('text/html');
}

function problemPage(body: Problem): string {
  return htmlPage({
    title: body.title,
    text: [body.detail, body.hint].filter(Boolean).join('\n'),
    action: { label: say('access:to_start'), href: '/' },
  });
}
