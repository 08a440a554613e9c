import { sql } from 'kysely';
import { invalidField } from '../../kernel/errors.ts';
import type { IsoDate } from '../../kernel/time.ts';
import { compute } from '../../platform/compute.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { say } from '../../platform/locale.ts';
import {
  type CurveComparison,
  compareAttributes,
  type FirstStay,
} from '../../success/lifetime/rules/compare-curves.ts';
import { type CompanyFacts, companyFacts } from '../company.ts';
import { dataTime } from '../data-time.ts';
import {
  inSegment,
  looksAhead,
  membershipOfAll,
  type NamedRule,
  type Narrowed,
  narrowedTo,
  segmentsInUse,
} from '../segments/narrow.ts';
import { accountSpells } from '../sql/account-spells.ts';
import { answerOf } from './words.ts';

/**
 * What customers are told apart by. `partner`: whether a partner had brought them by the day they first paid; `segment`: the
 * saved segments they are in today, which may be several.
 */
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
  'segment',
] as const;
/** Whose groups share customers. */
const OVERLAPPING = ['segment'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];
export type Survival = CurveComparison & {
  by: Attribute;
  through: string;
  answer: string;
  segment: Narrowed | null;
  /** How to read groups that overlap, and what it means that membership as it is today is used. */
  cautions: string[];
  attributes: { by: Attribute; verdict: CurveComparison['verdict']; p: number | null; q: number | null }[];
};

/** More first stays than this are compared in a thread of their own. */
const MANY = 5000;
const LONGEST_VALUE = 200;

type Row = { days: number; ended: boolean; segment: string[] | null } & Record<
  Exclude<Attribute, 'segment'>,
  string | null
>;

/**
 * Do some customers stay longer than others? Curves of each account's first stay as a paying customer, by the company's
 * churn definition, for every value of one attribute; and for every attribute whether its groups differ at all. Of all
 * customers, or of one segment. Segments overlap, so that each is compared with everybody outside it (compare-overlapping).
 * @throws 422 when the segment is not there, or asked for both as a filter and as the attribute.
 */
export async function survivalBy(
  ctx: Ctx,
  { by, segment: id }: { by: Attribute; segment?: string },
): Promise<Survival> {
  requireScope(ctx, 'customers:read');
  if (by === 'segment' && id !== undefined)
    throw invalidField(
      'segment',
      'Segments are compared with everybody.',
      'Leave out segment, or ask by another attribute.',
    );
  const segment = await narrowedTo(ctx, id);
  const company = await companyFacts(ctx);
  const { on } = await dataTime(ctx, company);
  const stays = (await readStays(ctx, { company, on, segment })).map(toStay);
  const asked = ATTRIBUTES.filter((one) => one !== 'segment' || !segment);
  const segments = segment ? [] : await segmentsInUse(ctx);
  const lookingAhead = segments.filter(looksAhead).map(({ name }) => name);
  const found = await compareAll({ attributes: asked, overlapping: OVERLAPPING, lookingAhead, stays });
  return {
    ...found[by],
    by,
    through: on,
    segment,
    cautions: by === 'segment' ? segmentCautions(segments) : segment ? [segment.caution] : [],
    answer: answerOf(by, found[by], asked.filter((one) => found[one].test).length),
    attributes: asked.map((one) => ({
      by: one,
      verdict: found[one].verdict,
      p: found[one].test?.p ?? null,
      q: found[one].test?.q ?? null,
    })),
  };
}

async function readStays(
  ctx: Ctx,
  { company, on, segment }: { company: CompanyFacts; on: IsoDate; segment: Narrowed | null },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with first_stays as materialized (
      select distinct on (p.account_id) p.account_id, p.active_from, p.churned_on
      from ${accountSpells(company.churnDefinition, company.graceDays, on)} p
      where p.active_from <= ${on}::date and ${inSegment(sql`p.account_id`, segment)}
      order by p.account_id, p.active_from
    ),
    member_of as materialized (
      select m.account_id, array_agg(g.name order by g.name) as names
      from segment_members m join segments g on g.id = m.segment_id
      where m.left_at is null and g.archived_at is null group by m.account_id
    )
    select least(coalesce(f.churned_on, ${on}::date), ${on}::date) - f.active_from as days,
      coalesce(f.churned_on <= ${on}::date, false) as ended,
      case when exists (
        select from bindings b where b.account_id = a.id and b.effective_at < f.active_from + 1
      ) then 'yes' else 'no' end as partner,
      (select s.plan from subscriptions s where s.account_id = a.id and not s.is_trial and s.mrr_minor > 0
        order by s.started_on, s.id limit 1) as plan,
      a.imported_source as source, a.first_touch_channel as first_touch, a.self_reported_source as self_reported,
      a.industry, a.country, a.size_band, a.use_case, a.pain_point, w.names as segment
    from first_stays f join accounts a on a.id = f.account_id left join member_of w on w.account_id = a.id
    where a.merged_into_id is null order by a.id`.execute(ctx.db);
  return rows;
}

/** That segments overlap, and which of them look ahead. */
function segmentCautions(segments: readonly NamedRule[]): string[] {
  return segments.length === 0 ? [] : [say('survival:overlap'), membershipOfAll(segments)];
}

function toStay({ days, ended, ...values }: Row): FirstStay<Attribute> {
  const known = ATTRIBUTES.map((one) => [one, one === 'segment' ? (values[one] ?? []) : cut(values[one])]);
  return { days, ended, values: Object.fromEntries(known) };
}

function cut(value: string | null): string | null {
  return value?.slice(0, LONGEST_VALUE) || null;
}

function compareAll(
  input: Parameters<typeof compareAttributes<Attribute>>[0],
): Promise<Record<Attribute, CurveComparison>> {
  if (input.stays.length <= MANY) return Promise.resolve(compareAttributes(input));
  const module = new URL('../../success/lifetime/rules/compare-curves.ts', import.meta.url);
  return compute<typeof compareAttributes<Attribute>>(module, 'compareAttributes', input);
}
