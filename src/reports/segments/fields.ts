import { sql } from 'kysely';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { say } from '../../platform/locale.ts';
import { ATTRIBUTE, type Field, OPERATORS_OF } from '../../success/segments/model.ts';
import { CATALOGUE, fieldOf } from '../../success/segments/rules/catalogue.ts';
import { companyFacts } from '../company.ts';

const MOST_OPTIONS = 200;
const MOST_ATTRIBUTES = 50;
/** Texts that differ from account to account: nothing to choose from. */
const FREE = ['name', 'domain'];
const UNITS = [
  'employees',
  'seats',
  'tenure_months',
  'active_days_28d',
  'events_28d',
  'features_28d',
  'tickets_90d',
  'open_tickets',
  'open_severity_1',
  'overdue_invoices',
  'people_known',
  'nps',
  'health_score',
  'health_change_30d',
];

/** What rules may ask here: the catalogue with its words, the values in use, and this company's own attributes. */
export async function segmentFields(ctx: Ctx) {
  requireScope(ctx, 'success:read');
  requireScope(ctx, 'customers:read');
  const columns = CATALOGUE.filter((one) => one.kind === 'text' && !one.options && !FREE.includes(one.key));
  const used = await valuesInUse(
    ctx,
    columns.map(({ key }) => key),
  );
  const attributes = await attributesInUse(ctx);
  const own = [...attributes.keys()].flatMap((key) => fieldOf(ATTRIBUTE + key) ?? []);
  const valuesOf = (field: Field) =>
    used.get(field.key) ?? (field.group === 'own' ? attributes.get(field.key.slice(ATTRIBUTE.length)) : []) ?? [];
  const { currency } = await companyFacts(ctx);
  return { currency, fields: [...CATALOGUE, ...own].map((field) => show(field, valuesOf(field))) };
}

function show(field: Field, values: string[]) {
  const { key, kind, group, options, lasting = false } = field;
  const isOwn = group === 'own';
  return {
    key,
    kind,
    group,
    lasting,
    group_name: say(`segments:groups.${group}`),
    name: isOwn ? key.slice(ATTRIBUTE.length) : say(`segments:fields.${key}.name`),
    unit: UNITS.includes(key) ? say(`segments:units.${key}`) : null,
    ops: [...OPERATORS_OF[kind]],
    closed: options !== undefined,
    options: (options ?? values).map((value) => ({
      value,
      name: options ? say(`segments:options.${key}.${value}`) : value,
    })),
  };
}

async function valuesInUse(ctx: Ctx, keys: string[]): Promise<Map<string, string[]>> {
  const each = keys.map((key) => {
    const column = sql.ref(`a.${key}`);
    return sql`select ${key}::text as key, v.value from (
      select ${column} as value from accounts a where ${column} is not null and a.merged_into_id is null
      group by 1 order by count(*) desc, 1 limit ${MOST_OPTIONS}) v`;
  });
  return read(ctx, sql`${sql.join(each, sql` union all `)}`);
}

async function attributesInUse(ctx: Ctx): Promise<Map<string, string[]>> {
  return read(
    ctx,
    sql`
    with pairs as materialized (
      select p.key, p.value, count(*) as n from accounts a cross join lateral jsonb_each_text(a.attributes) p
      where a.merged_into_id is null and length(p.key) between 1 and 100 and length(p.value) between 1 and 200
      group by 1, 2
    ), kept as (select key from pairs group by key order by sum(n) desc, key limit ${MOST_ATTRIBUTES})
    select key, value from (
      select key, value, row_number() over (partition by key order by n desc, value) as place
      from pairs join kept using (key)
    ) ranked where place <= 50 order by key, place`,
  );
}

async function read(ctx: Ctx, query: ReturnType<typeof sql<unknown>>): Promise<Map<string, string[]>> {
  const { rows } = await (query as ReturnType<typeof sql<{ key: string; value: string }>>).execute(ctx.db);
  const grouped = Map.groupBy(rows, ({ key }) => key);
  return new Map([...grouped].map(([key, found]) => [key, found.map(({ value }) => value)]));
}
