import type { FastifyInstance } from 'fastify';

/** Lets the routes of this scope take what a page's form sends without script: one text a field. */
export function readForms(scope: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded';
  scope.addContentTypeParser(type, { parseAs: 'string' }, async (_: unknown, text: string) =>
    Object.fromEntries(new URLSearchParams(text)),
  );
}
