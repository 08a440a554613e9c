import { sql } from 'kysely';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { ATTRIBUTE, type Cell, type FeatureColumn, type RefusedFeature } from '../success/churn/model.ts';

/** Accounts of a file that only marks who left, with everything else it says of them. */
export type Marked = {
  accountIds: string[];
  groups: string[];
  churned: boolean[];
  columns: FeatureColumn[];
  refused: RefusedFeature[];
};

type Row = {
  id: string;
  domain: string | null;
  churned: boolean;
  plan: string | null;
  industry: string | null;
  country: string | null;
  size_band: string | null;
  employees: number | null;
  seats: number | null;
  source: string | null;
  tenure_months: number | null;
  attributes: Record<string, unknown>;
};

/** Whether nothing says when an account came or left: no paid subscription, only marks. */
export async function hasOnlyMarks(ctx: Ctx): Promise<boolean> {
  requireScope(ctx, 'customers:read');
  const { rows } = await sql<{ only: boolean }>`
    select not exists (select 1 from subscriptions where not is_trial and mrr_minor > 0)
      and exists (select 1 from accounts where imported_churned is not null) as only`.execute(ctx.db);
  return rows[0]?.only ?? false;
}

/** Every marked account with its fields and its imported attributes. A date cannot be compared with when it left. */
export async function churnMarks(ctx: Ctx): Promise<Marked> {
  requireScope(ctx, 'customers:read');
  const { rows } = await sql<Row>`
    select id, lower(domain) as domain, imported_churned as churned, plan, industry, country, size_band, employees, seats,
      imported_source as source, imported_tenure_months as tenure_months, attributes
    from accounts where merged_into_id is null and imported_churned is not null order by id`.execute(ctx.db);
  const fields = ['plan', 'industry', 'country', 'size_band', 'employees', 'seats', 'source', 'tenure_months'] as const;
  const names = [...new Set(rows.flatMap(({ attributes }) => Object.keys(attributes)))].sort();
  const own = names.map((name) => ({ key: ATTRIBUTE + name, raw: rows.map(({ attributes }) => attributes[name]) }));
  const dated = own.filter(({ raw }) => raw.some(isDate) && raw.every((one) => isBlank(one) || isDate(one)));
  return {
    accountIds: rows.map(({ id }) => id),
    groups: rows.map(({ id, domain }) => domain ?? id),
    churned: rows.map(({ churned }) => churned),
    columns: [
      ...fields
        .map((key) => ({ key, values: rows.map((row): Cell => row[key]) }))
        .filter(({ values }) => values.some((value) => value !== null)),
      ...own.filter((one) => !dated.includes(one)).map(({ key, raw }) => ({ key, values: readColumn(raw) })),
    ],
    refused: dated.map(({ key }) => ({ feature: key, reason_code: 'no_date', auc: null })),
  };
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value);
}

/** Numbers written as text are numbers when all of them are. */
function readColumn(raw: readonly unknown[]): Cell[] {
  const known = raw.filter((value) => !isBlank(value));
  const isNumber = (value: unknown) =>
    typeof value === 'number' || (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)));
  const numeric = known.length > 0 && known.every(isNumber);
  return raw.map((value) => {
    if (isBlank(value)) return null;
    if (numeric) return Number(value);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });
}
