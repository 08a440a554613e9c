import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { accountPartners, partnerRisk } from './risk.ts';
import { accountPartnersView, partnerRiskParams, partnerRiskView } from './schema.ts';

export const partnerRiskRoutes: Routes = (app) => {
  app.get(
    '/v1/partners/:id/risk',
    {
      schema: {
        tags: ['Partners'],
        summary: 'May the partner’s own company leave, and how much of what it brought?',
        params: partnerRiskParams,
        response: { 200: partnerRiskView },
      },
      config: { access: 'success:read' },
    },
    (request) => partnerRisk(ctxOf(request), request.params.id),
  );
  app.get(
    '/v1/accounts/:id/partners',
    {
      schema: {
        tags: ['Accounts'],
        summary: 'Who of the account is a partner, and which customers their leaving would touch',
        params: partnerRiskParams,
        response: { 200: accountPartnersView },
      },
      config: { access: 'partners:read' },
    },
    (request) => accountPartners(ctxOf(request), request.params.id),
  );
};
