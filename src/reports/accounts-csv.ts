import { stringify } from 'csv-stringify/sync';
import { formatMajor } from '../kernel/money.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { listAccounts } from './accounts-list.ts';
import type { ExportQuery } from './accounts-schema.ts';

const MOST_ROWS = 50_000;

const COLUMNS = [
  'id',
  'external_id',
  'name',
  'domain',
  'industry',
  'country',
  'plan',
  'imported_source',
  'seats',
  'signed_up_at',
  'state',
  'churned_on',
  'mrr',
  'currency',
  'health_score',
  'health_band',
  'readiness_score',
  'readiness_status',
  'last_active_on',
];

/** The accounts that match as CSV, in the list's order; cells that a spreadsheet would run as a formula are quoted off. */
export async function accountsCsv(ctx: Ctx, query: ExportQuery): Promise<string> {
  requireScope(ctx, 'customers:read');
  const page = await listAccounts(ctx, { ...query, page: 1, per_page: MOST_ROWS });
  const rows = page.items.map((one) => ({ ...one, mrr: formatMajor(one.mrr_minor, one.currency) }));
  return `\ufeff${stringify(rows, { header: true, columns: COLUMNS, escape_formulas: true })}`;
}
