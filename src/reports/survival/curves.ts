import { sql } from 'kysely';
import { compute } from '../../platform/compute.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import {
  type CurveComparison,
  compareAttributes,
  type FirstStay,
} from '../../success/lifetime/rules/compare-curves.ts';
import { companyFacts } from '../company.ts';
import { dataTime } from '../data-time.ts';
import { accountSpells } from '../sql/account-spells.ts';
import { answerOf } from './words.ts';

/** What customers are told apart by. `partner`: whether a partner had brought them by the day they first paid. */
export const ATTRIBUTES = [
  'partner',
  'source',
  'first_touch',
  'self_reported',
  'plan',
  'industry',
  'country',
  'size_band',
  'use_case',
  'pain_point',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];
export type Survival = CurveComparison & {
  by: Attribute;
  through: string;
  answer: string;
  attributes: { by: Attribute; verdict: CurveComparison['verdict']; p: number | null; q: number | null }[];
};

/** More first stays than this are compared in a thread of their own. */
const MANY = 5000;
const LONGEST_VALUE = 200;

type Row = { days: number; ended: boolean } & Record<Attribute, string | null>;

/**
 * Do some customers stay longer than others? Curves of each account's first stay as a paying customer, by the company's
 * churn definition, for every value of one attribute; and for every attribute whether its groups differ at all.
 */
export async function survivalBy(ctx: Ctx, by: Attribute): Promise<Survival> {
  requireScope(ctx, 'customers:read');
  const company = await companyFacts(ctx);
  const { on } = await dataTime(ctx, company);
  const { rows } = await sql<Row>`
    with first_stays as materialized (
      select distinct on (p.account_id) p.account_id, p.active_from, p.churned_on
      from ${accountSpells(company.churnDefinition, company.graceDays, on)} p
      where p.active_from <= ${on}::date order by p.account_id, p.active_from
    )
    select least(coalesce(f.churned_on, ${on}::date), ${on}::date) - f.active_from as days,
      coalesce(f.churned_on <= ${on}::date, false) as ended,
      case when exists (
        select from bindings b where b.account_id = a.id and b.effective_at < f.active_from + 1
      ) then 'yes' else 'no' end as partner,
      (select s.plan from subscriptions s where s.account_id = a.id and not s.is_trial and s.mrr_minor > 0
        order by s.started_on, s.id limit 1) as plan,
      a.imported_source as source, a.first_touch_channel as first_touch, a.self_reported_source as self_reported,
      a.industry, a.country, a.size_band, a.use_case, a.pain_point
    from first_stays f join accounts a on a.id = f.account_id
    where a.merged_into_id is null order by a.id`.execute(ctx.db);
  const found = await compareAll(rows.map(toStay));
  const { verdict, month, longest, shortest, test, groups } = found[by];
  return {
    by,
    through: on,
    verdict,
    month,
    longest,
    shortest,
    test,
    groups,
    answer: answerOf(by, found[by], Object.values(found).filter((one) => one.test).length),
    attributes: ATTRIBUTES.map((one) => ({
      by: one,
      verdict: found[one].verdict,
      p: found[one].test?.p ?? null,
      q: found[one].test?.q ?? null,
    })),
  };
}

function toStay({ days, ended, ...values }: Row): FirstStay<Attribute> {
  const known = ATTRIBUTES.map((one) => [one, values[one]?.slice(0, LONGEST_VALUE) || null]);
  return { days, ended, values: Object.fromEntries(known) };
}

function compareAll(stays: FirstStay<Attribute>[]): Promise<Record<Attribute, CurveComparison>> {
  const input = { attributes: ATTRIBUTES, stays };
  if (stays.length <= MANY) return Promise.resolve(compareAttributes(input));
  const module = new URL('../../success/lifetime/rules/compare-curves.ts', import.meta.url);
  return compute<typeof compareAttributes<Attribute>>(module, 'compareAttributes', input);
}
