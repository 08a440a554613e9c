import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { showFollowed } from '../reports/paths/followed.ts';
import { pathOutlook } from '../reports/paths/outlook.ts';
import {
  accountPathSchema,
  followedSchema,
  outlookSchema,
  partnersSchema,
  standingsPage,
  standingsQuery,
} from '../reports/paths/schema.ts';
import { accountPath, listStandings, partnerStandings } from '../reports/paths/standings.ts';
import { newPathSchema } from '../success/paths/schema.ts';
import { followPath } from '../success/paths/service.ts';

const tags = ['Success paths'];
const read = { access: 'success:read' } as const;

/** What successful customers did first, the path that is followed, and how far everybody is along it. */
export const pathRoutes: Routes = (app) => {
  app.get(
    '/v1/paths',
    {
      schema: {
        tags,
        summary: 'What goes with success: the path, its flow, everything else found, and what is followed',
        response: { 200: outlookSchema },
      },
      config: read,
    },
    (request) => pathOutlook(ctxOf(request)),
  );
  app.put(
    '/v1/paths/followed',
    {
      schema: {
        tags,
        summary: 'Choose the path to follow, as a new version; accounts are measured against it',
        body: newPathSchema,
        response: { 200: followedSchema },
      },
      config: { access: 'success:write' },
    },
    async (request) => showFollowed(await followPath(ctxOf(request), request.body)),
  );
  app.get(
    '/v1/paths/standings',
    {
      schema: {
        tags,
        summary: 'How far every customer is along the path',
        querystring: standingsQuery,
        response: { 200: standingsPage },
      },
      config: read,
    },
    (request) => listStandings(ctxOf(request), request.query),
  );
  app.get(
    '/v1/paths/partners',
    {
      schema: {
        tags,
        summary: 'Whose customers do the steps: by partner, with intervals',
        response: { 200: partnersSchema },
      },
      config: read,
    },
    (request) => partnerStandings(ctxOf(request)),
  );
  app.get(
    '/v1/accounts/:id/path',
    {
      schema: {
        tags,
        summary: 'How far one account is along the path, step by step',
        params: z.object({ id: z.string().max(40) }),
        response: { 200: accountPathSchema },
      },
      config: read,
    },
    (request) => accountPath(ctxOf(request), request.params.id),
  );
};
