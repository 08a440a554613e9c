import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { channels } from './channels.ts';
import { churnBySource } from './churn-by-source.ts';
import { definitions } from './definitions.ts';
import { headlineMetrics } from './headline-metrics.ts';
import { lifetimeByGroup } from './lifetime/by-group.ts';
import { mrrMonths } from './mrr-months.ts';
import { overview } from './overview.ts';
import { retentionCohorts } from './retention-cohorts.ts';
import * as schema from './schema.ts';

const config = { access: 'customers:read' } as const;

export const reportRoutes: Routes = (app) => {
  app.get(
    '/v1/metrics',
    {
      schema: {
        tags: ['Metrics'],
        summary: 'Every headline number at a date',
        querystring: schema.metricsQuery,
        response: { 200: schema.metricsSchema },
      },
      config,
    },
    (request) => headlineMetrics(ctxOf(request), request.query.at),
  );
  app.get(
    '/v1/metrics/definitions',
    {
      schema: {
        tags: ['Metrics'],
        summary: 'What every number means and how it is computed',
        response: { 200: schema.definitionsSchema },
      },
      config: { access: 'signed-in' },
    },
    async () => ({ items: definitions() }),
  );
  app.get(
    '/v1/reports/overview',
    {
      schema: {
        tags: ['Reports'],
        summary: 'How the company is doing, in one answer',
        response: { 200: schema.overviewSchema },
      },
      config,
    },
    (request) => overview(ctxOf(request)),
  );
  app.get(
    '/v1/reports/mrr-trend',
    {
      schema: {
        tags: ['Reports'],
        summary: 'MRR and paying accounts at each month’s end',
        querystring: schema.monthsQuery,
        response: { 200: schema.trendSchema },
      },
      config,
    },
    async (request) => {
      const { months, ...rest } = await mrrMonths(ctxOf(request), request.query);
      const items = months.map((one) => ({
        month: one.month,
        mrr_minor: one.endMinor,
        paying_accounts: one.payingAccounts,
      }));
      return { ...rest, items };
    },
  );
  app.get(
    '/v1/reports/mrr-movements',
    {
      schema: {
        tags: ['Reports'],
        summary: 'New, expansion, contraction, churn and reactivation, month by month',
        querystring: schema.monthsQuery,
        response: { 200: schema.movementsSchema },
      },
      config,
    },
    async (request) => {
      const { months, ...rest } = await mrrMonths(ctxOf(request), request.query);
      const items = months.map(({ startMinor, endMinor, payingAccounts: _, ...one }) => ({
        ...one,
        start_minor: startMinor,
        end_minor: endMinor,
      }));
      return { ...rest, items };
    },
  );
  app.get(
    '/v1/reports/retention-cohorts',
    {
      schema: {
        tags: ['Reports'],
        summary: 'Logo and revenue retention by the month accounts first paid',
        querystring: schema.cohortsQuery,
        response: { 200: schema.cohortsSchema },
      },
      config,
    },
    (request) => retentionCohorts(ctxOf(request), request.query),
  );
  app.get(
    '/v1/reports/channels',
    {
      schema: {
        tags: ['Reports'],
        summary: 'Where customers came from, as four sources tell it',
        response: { 200: schema.channelsSchema },
      },
      config,
    },
    (request) => channels(ctxOf(request)),
  );
  app.get(
    '/v1/reports/churn-by-source',
    {
      schema: {
        tags: ['Reports'],
        summary: 'Which sources bring accounts that leave, under each churn definition',
        response: { 200: schema.churnBySourceSchema },
      },
      config,
    },
    (request) => churnBySource(ctxOf(request)),
  );
  app.get(
    '/v1/reports/lifetime',
    {
      schema: {
        tags: ['Reports'],
        summary: 'What a new customer of each group will be worth, with its interval',
        querystring: schema.lifetimeQuery,
        response: { 200: schema.lifetimeSchema },
      },
      config,
    },
    (request) => lifetimeByGroup(ctxOf(request), request.query.by),
  );
};
