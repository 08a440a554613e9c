import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { type LinkDomain, recordName } from './model.ts';
import { addDomainSchema, domainSchema } from './schema.ts';
import * as service from './service.ts';

const tags = ['Links'];
const params = z.object({ domain: z.string().max(253) });

/** Hosts of the company to which links may lead. */
export const domainRoutes: Routes = (app) => {
  app.get(
    '/v1/link-domains',
    {
      schema: {
        tags,
        summary: 'Hosts links may lead to',
        response: { 200: z.object({ items: z.array(domainSchema) }) },
      },
      config: { access: 'settings:read' },
    },
    async (request) => ({ items: (await service.listDomains(ctxOf(request))).map(toView) }),
  );
  app.post(
    '/v1/link-domains',
    {
      schema: { tags, summary: 'Name a host of yours', body: addDomainSchema, response: { 201: domainSchema } },
      config: { access: 'settings:write' },
    },
    async (request, reply) =>
      reply.code(201).send(toView(await service.addDomain(ctxOf(request), request.body.domain))),
  );
  app.post(
    '/v1/link-domains/:domain/verify',
    {
      schema: { tags, summary: 'Look for the TXT record of a host', params, response: { 200: domainSchema } },
      config: { access: 'settings:write' },
    },
    async (request) => toView(await service.verifyDomain(ctxOf(request), request.params.domain)),
  );
  app.delete(
    '/v1/link-domains/:domain',
    {
      schema: { tags, summary: 'Take a host back', params, response: { 204: z.null() } },
      config: { access: 'settings:write' },
    },
    async (request, reply) => {
      await service.removeDomain(ctxOf(request), request.params.domain);
      return reply.code(204).send(null);
    },
  );
};

function toView({ domain, token, verified_at, created_at }: LinkDomain) {
  return {
    domain,
    verified_at: verified_at?.toISOString() ?? null,
    record_name: recordName(domain),
    record_value: token,
    created_at: created_at.toISOString(),
  };
}
