import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { ownTaxView, taxParams, taxProfileBody, taxProfileView, taxSettings } from './schema.ts';
import { readOwnTax, readTaxProfile, readTaxSettings, saveTaxProfile, saveTaxSettings } from './service.ts';

const tags = ['Tax'];
const read = { access: 'money:read' } as const;
const write = { access: 'payouts:write' } as const;

export const taxRoutes: Routes = (app) => {
  app.get(
    '/v1/partners/:id/tax-profile',
    {
      schema: {
        tags,
        summary: "What is on file about a partner's tax",
        params: taxParams,
        response: { 200: taxProfileView },
      },
      config: read,
    },
    (request) => readTaxProfile(ctxOf(request), request.params.id),
  );
  app.put(
    '/v1/partners/:id/tax-profile',
    {
      schema: {
        tags,
        summary: 'Say which form is on file and how much is withheld',
        params: taxParams,
        body: taxProfileBody,
        response: { 200: taxProfileView },
      },
      config: write,
    },
    (request) => saveTaxProfile(ctxOf(request), { partnerId: request.params.id, profile: request.body }),
  );
  app.get(
    '/v1/tax-settings',
    {
      schema: { tags, summary: 'From how much on a tax form is needed', response: { 200: taxSettings } },
      config: read,
    },
    (request) => readTaxSettings(ctxOf(request)),
  );
  app.put(
    '/v1/tax-settings',
    {
      schema: {
        tags,
        summary: 'Set from how much on a tax form is needed, in each currency',
        body: taxSettings,
        response: { 200: taxSettings },
      },
      config: write,
    },
    (request) => saveTaxSettings(ctxOf(request), request.body),
  );
  app.get(
    '/v1/portal/tax-profile',
    {
      schema: { tags: ['Portal'], summary: "The signed-in partner's tax form and rate", response: { 200: ownTaxView } },
      config: { access: 'portal:read' },
    },
    (request) => readOwnTax(ctxOf(request)),
  );
};
