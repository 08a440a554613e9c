import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { askPage, askParams, askQuery, askView, editAskBody } from './schema.ts';
import { editAsk, getAsk, listAsks } from './service.ts';

const TAGS = ['Asks'];

/** Reading and editing; drafting, sending and cancelling are in `flows/ask-routes`. */
export const askRoutes: Routes = (app) => {
  app.get(
    '/v1/asks',
    {
      schema: { tags: TAGS, summary: 'Asks made, newest first', querystring: askQuery, response: { 200: askPage } },
      config: { access: 'advocates:read' },
    },
    (request) => listAsks(ctxOf(request), request.query),
  );
  app.get(
    '/v1/asks/:id',
    {
      schema: { tags: TAGS, summary: 'One ask', params: askParams, response: { 200: askView } },
      config: { access: 'advocates:read' },
    },
    (request) => getAsk(ctxOf(request), request.params.id),
  );
  app.patch(
    '/v1/asks/:id',
    {
      schema: {
        tags: TAGS,
        summary: 'Change the words of a draft',
        params: askParams,
        body: editAskBody,
        response: { 200: askView },
      },
      config: { access: 'advocates:write' },
    },
    (request) => editAsk(ctxOf(request), request.params.id, request.body),
  );
};
