import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import type { Ctx } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { findUnreconciled, listReconciled } from './reconciliation.ts';

const query = z.object({
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  only: z.enum(['problems']).optional().describe('Only customers with something missing, late or double'),
});

const named = z.object({ id: z.string(), name: z.string() });
const finding = z.object({
  kind: z.enum([
    'missing_grant',
    'missing_milestone',
    'missing_lead',
    'missing_review',
    'missing_commission',
    'stuck',
    'double',
  ]),
  says: z.string(),
  account_id: z.string().nullable(),
  partner_id: z.string(),
  grant_id: z.string().nullable(),
});

const answer = z.object({
  items: z.array(
    z.object({
      account: named,
      partner: named,
      programme: named,
      invoice: z.string(),
      at: z.string(),
      commissions: z.array(z.object({ id: z.string(), state: z.string(), net_minor: z.int(), currency: z.string() })),
      grants: z.array(
        z.object({
          id: z.string(),
          reward_key: z.string(),
          kind: z.string(),
          receiver: z.string(),
          state: z.string(),
        }),
      ),
      problems: z.array(z.string()),
    }),
  ),
  total: z.int(),
  page: z.int(),
  per_page: z.int(),
  findings: z.array(finding).describe('Everything missing, beyond its service target, or double'),
});

type Query = z.infer<typeof query>;

async function readReconciliation(ctx: Ctx, { page, per_page, only }: Query) {
  const found = (await findUnreconciled(ctx)).map((one) => ({
    ...one,
    says: say(`reasons-rewards:finding.${one.kind}`, one.params),
  }));
  const accounts = found.flatMap(({ account_id }) => account_id ?? []);
  const rows = await listReconciled(ctx, {
    limit: per_page,
    offset: (page - 1) * per_page,
    ...(only ? { accounts } : {}),
  });
  const items = rows.items.map((item) => ({
    ...item,
    at: item.at.toISOString(),
    problems: found.filter(({ account_id }) => account_id === item.account.id).map(({ says }) => says),
  }));
  return { items, total: rows.total, page, per_page, findings: found };
}

export const reconciliationRoutes: Routes = (app) => {
  app.get(
    '/v1/reports/reconciliation',
    {
      schema: {
        tags: ['Rewards'],
        summary: 'Every referred customer beside their commission and rewards, with what is missing, late or double',
        querystring: query,
        response: { 200: answer },
      },
      config: { access: 'money:read' },
    },
    (request) => readReconciliation(ctxOf(request), request.query),
  );
};
