import { createReadStream } from 'node:fs';
import { z } from 'zod';
import {
  importDetailSchema,
  importListSchema,
  mappingSchema,
  pageQuerySchema,
  rejectListSchema,
} from '../customers/imports/schema.ts';
import { changeMapping, getImport, listImports, listRejects } from '../customers/imports/service.ts';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { exportRejects } from './import-rejects.ts';
import { startImport } from './import-start.ts';
import { planUpload } from './import-upload.ts';

const TAGS = ['Imports'];
const READ = { access: 'customers:read' } as const;
const WRITE = { access: 'imports:write' } as const;
const params = z.object({ id: z.string().describe('The import') });

/** Sending files, seeing how they are read, running the import, and what it could not use. */
export function importRoutes(dataDir: string): Routes {
  return (app) => {
    app.post(
      '/v1/imports/plan',
      {
        schema: {
          tags: TAGS,
          summary: 'Send CSV files or a .zip of them (multipart/form-data); answers how they would be read',
          consumes: ['multipart/form-data'],
          response: { 201: importDetailSchema },
        },
        config: WRITE,
      },
      async (request, reply) =>
        reply.code(201).send(await planUpload(ctxOf(request), { parts: request.files(), dataDir })),
    );
    app.put(
      '/v1/imports/:id/mapping',
      {
        schema: {
          tags: TAGS,
          summary: 'Replace how the columns are read, before the import has run',
          params,
          body: mappingSchema,
          response: { 200: importDetailSchema },
        },
        config: WRITE,
      },
      (request) => changeMapping(ctxOf(request), { id: request.params.id, mapping: request.body, dataDir }),
    );
    app.post(
      '/v1/imports/:id/run',
      {
        schema: {
          tags: TAGS,
          summary: 'Run the import; it goes on after the answer, and GET /v1/imports/:id shows how far it is',
          params,
          body: z
            .object({ replace_demo: z.boolean().default(false).describe('Empty the simulated company first') })
            .nullish(),
          response: { 202: importDetailSchema },
        },
        config: WRITE,
      },
      async (request, reply) => {
        const replaceDemo = request.body?.replace_demo ?? false;
        return reply.code(202).send(await startImport(ctxOf(request), { id: request.params.id, dataDir, replaceDemo }));
      },
    );
    app.get(
      '/v1/imports',
      {
        schema: {
          tags: TAGS,
          summary: 'Every import, the latest first',
          querystring: pageQuerySchema,
          response: { 200: importListSchema },
        },
        config: READ,
      },
      (request) => listImports(ctxOf(request), request.query),
    );
    app.get(
      '/v1/imports/:id',
      {
        schema: {
          tags: TAGS,
          summary: 'One import: its files, counts, progress and mapping',
          params,
          response: { 200: importDetailSchema },
        },
        config: READ,
      },
      (request) => getImport(ctxOf(request), request.params.id),
    );
    app.get(
      '/v1/imports/:id/rejects',
      {
        schema: {
          tags: TAGS,
          summary: 'The rows that could not be used, with the reason of each',
          params,
          querystring: pageQuerySchema,
          response: { 200: rejectListSchema },
        },
        config: READ,
      },
      (request) => listRejects(ctxOf(request), { id: request.params.id, ...request.query }),
    );
    app.get(
      '/v1/imports/:id/rejects.csv',
      {
        schema: {
          tags: TAGS,
          summary: 'All rejected rows of a file, or of every file, as CSV; formulas are neutralised',
          params,
          querystring: z.object({ file: z.string().optional().describe('Only this file, with its own columns') }),
        },
        config: READ,
      },
      async (request, reply) => {
        const found = await exportRejects(ctxOf(request), { id: request.params.id, dataDir, ...request.query });
        reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="rejects.csv"');
        return reply.send('path' in found ? createReadStream(found.path) : found.stream);
      },
    );
  };
}
