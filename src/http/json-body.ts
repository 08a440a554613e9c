import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { AppError, invalidField } from '../kernel/errors.ts';
import { HTTP_LIMITS } from './limits.ts';

/** Reads JSON bodies strictly, so that nothing reaches a verb that the database could not keep as it was sent. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) =>
    parseBody(body),
  );
}

/** @throws bad_request when it is not JSON in UTF-8, 422 naming the field that holds text nobody can keep. */
export function parseBody(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  if (!isUtf8(body)) throw new AppError('bad_request', 'The body is not valid UTF-8.');
  const value = parseJson(body.toString());
  for (const { path, text } of textsIn(value)) checkText(path, text);
  return value;
}

/** @throws 422 when the text holds a NUL or half a character, which PostgreSQL cannot keep. */
export function checkText(field: string, text: string): void {
  if (text.includes('\0')) throw invalidField(field, `${field}: the text holds a NUL character.`);
  if (!text.isWellFormed()) throw invalidField(field, `${field}: the text holds half a character (a lone surrogate).`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('bad_request', `The body is not JSON: ${(error as Error).message}`);
  }
}

/** Every text of a JSON value with the path to it, names included, without recursion. */
function* textsIn(root: unknown): Generator<{ path: string; text: string }> {
  const open: { path: string; value: unknown; depth: number }[] = [{ path: '', value: root, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, value, depth } = next;
    if (depth > HTTP_LIMITS.jsonDepth) {
      throw new AppError('bad_request', `The body is nested deeper than ${HTTP_LIMITS.jsonDepth} levels.`);
    }
    if (typeof value === 'string') yield { path: path || 'body', text: value };
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (name === '__proto__') throw new AppError('bad_request', 'The body names __proto__, which is refused.');
      const at = path === '' ? name : `${path}.${name}`;
      yield { path: at, text: name };
      open.push({ path: at, value: inner, depth: depth + 1 });
    }
  }
}
