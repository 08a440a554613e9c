import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

/** What accounts are told apart by, besides the attributes an import brought. */
export const TRAITS = ['use_case', 'pain_point', 'industry', 'size', 'plan', 'country', 'source'] as const;
export type Trait = (typeof TRAITS)[number];
export const CHANNEL_SOURCES = ['first_touch', 'last_touch', 'imported', 'self_reported'] as const;
export type ChannelSource = (typeof CHANNEL_SOURCES)[number];

export type AccountTraits = {
  account_id: string;
  attributes: Record<string, unknown>;
} & Record<Trait | ChannelSource, string | null>;

const LONGEST = 120;
const SIZES = [10, 50, 200, 500, 1000] as const;

/** Bands of employees, where nobody imported one. */
function sizeOf(employees: number | null): string | null {
  if (employees === null) return null;
  const at = SIZES.findIndex((most) => employees <= most);
  if (at < 0) return `${SIZES.at(-1)}+`;
  return `${at === 0 ? 1 : (SIZES[at - 1] ?? 0) + 1}-${SIZES[at]}`;
}

type Row = Omit<AccountTraits, 'size' | 'source'> & { size_band: string | null; employees: number | null };

/** What is known of every account that does not change with how it fares: the plan is the one it began with. */
export async function traitsOfAccounts(ctx: Ctx): Promise<Map<string, AccountTraits>> {
  const { rows } = await sql<Row>`
    select a.id as account_id, a.use_case, a.pain_point, a.industry, a.size_band, a.employees, a.country,
      coalesce((select s.plan from subscriptions s where s.account_id = a.id order by s.started_on, s.id limit 1),
        a.plan) as plan,
      a.first_touch_channel as first_touch, a.last_touch_channel as last_touch, a.imported_source as imported,
      a.self_reported_source as self_reported, a.attributes
    from accounts a where a.merged_into_id is null`.execute(ctx.db);
  return new Map(rows.map((row) => [row.account_id, toTraits(row)]));
}

function toTraits({ size_band, employees, attributes, ...row }: Row): AccountTraits {
  const source = row.first_touch ?? row.imported;
  const own = { ...row, source, size: size_band ?? sizeOf(employees) };
  const known = Object.entries(own).map(([key, value]) => [key, value?.slice(0, LONGEST) || null]);
  return { ...(Object.fromEntries(known) as Omit<AccountTraits, 'attributes'>), attributes: attributes ?? {} };
}
