import type { FastifyInstance } from 'fastify';
import { checkText } from './json-body.ts';

/**
 * Lets the routes of this scope take what a page's form sends without script: one text a field.
 * @throws 422 naming the field that holds text nobody can keep
 */
export function readForms(scope: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded';
  scope.addContentTypeParser(type, { parseAs: 'string' }, async (_: unknown, text: string) => {
    const fields = [...new URLSearchParams(text)];
    for (const [name, value] of fields) {
      checkText(name, name);
      checkText(name, value);
    }
    return Object.fromEntries(fields);
  });
}
