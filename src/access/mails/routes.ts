import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { mailDetail, mailPage, mailQuery } from './schema.ts';
import { getMail, listMails } from './service.ts';

export const mailRoutes: Routes = (app) => {
  app.get(
    '/v1/mails',
    {
      schema: {
        tags: ['Mail'],
        summary: 'Mails written to people, newest first',
        querystring: mailQuery,
        response: { 200: mailPage },
      },
      config: { access: 'settings:read' },
    },
    (request) => listMails(ctxOf(request), request.query),
  );
  app.get(
    '/v1/mails/:id',
    {
      schema: {
        tags: ['Mail'],
        summary: 'One mail with its text',
        params: z.object({ id: z.string().describe('The mail (`ml_…`)') }),
        response: { 200: mailDetail },
      },
      config: { access: 'settings:read' },
    },
    (request) => getMail(ctxOf(request), request.params.id),
  );
};
