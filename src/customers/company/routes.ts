import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import {
  companyChangeSchema,
  companySchema,
  costsChangeSchema,
  costsQuery,
  costsSchema,
  exchangeRatesSchema,
} from './schema.ts';
import {
  getCompany,
  listChannelCosts,
  listExchangeRates,
  putChannelCosts,
  putExchangeRates,
  saveCompany,
} from './service.ts';

const COUNTS = z.object({ inserted: z.number(), updated: z.number(), unchanged: z.number() });

export const companyRoutes: Routes = (app) => {
  app.get(
    '/v1/company',
    {
      schema: { tags: ['Company'], summary: 'What the company says about itself', response: { 200: companySchema } },
      config: { access: 'settings:read' },
    },
    (request) => getCompany(ctxOf(request)),
  );
  app.put(
    '/v1/company',
    {
      schema: {
        tags: ['Company'],
        summary: 'Describe the company; what is left out keeps its value',
        body: companyChangeSchema,
        response: { 200: companySchema },
      },
      config: { access: 'settings:write' },
    },
    (request) => saveCompany(ctxOf(request), request.body),
  );
  app.get(
    '/v1/company/exchange-rates',
    {
      schema: {
        tags: ['Company'],
        summary: 'The rates amounts are reported at',
        response: { 200: exchangeRatesSchema },
      },
      config: { access: 'settings:read' },
    },
    (request) => listExchangeRates(ctxOf(request)),
  );
  app.put(
    '/v1/company/exchange-rates',
    {
      schema: {
        tags: ['Company'],
        summary: 'Add or replace rates into the reporting currency',
        body: exchangeRatesSchema,
        response: { 200: COUNTS },
      },
      config: { access: 'settings:write' },
    },
    (request) => putExchangeRates(ctxOf(request), request.body),
  );
  app.get(
    '/v1/company/costs',
    {
      schema: {
        tags: ['Company'],
        summary: 'What sales and marketing cost, by month and channel',
        querystring: costsQuery,
        response: { 200: costsSchema },
      },
      config: { access: 'settings:read' },
    },
    (request) => listChannelCosts(ctxOf(request), request.query),
  );
  app.put(
    '/v1/company/costs',
    {
      schema: {
        tags: ['Company'],
        summary: 'Add, replace or take away costs of a month and channel',
        body: costsChangeSchema,
        response: { 200: COUNTS.extend({ deleted: z.number() }) },
      },
      config: { access: 'settings:write' },
    },
    (request) => putChannelCosts(ctxOf(request), request.body),
  );
};
