import { notFound } from '../../kernel/errors.ts';
import { compute } from '../../platform/compute.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { CONFIDENCE, HORIZON_MONTHS, LEAST_STAYS } from '../../success/lifetime/model.ts';
import { type CompanyFacts, companyFacts } from '../company.ts';
import { type DataTime, dataTime } from '../data-time.ts';
import { mrrOn } from '../mrr.ts';
import { monthlyCareBesideTickets } from '../retention-cost.ts';
import { type Narrowed, narrowedTo } from '../segments/narrow.ts';
import { isEnoughToLeanOn, type QualityInput } from './facts.ts';
import { fixedCost } from './fixed-cost.ts';
import { type JudgedPartner, judgePartners } from './judge.ts';
import { paretoOf } from './pareto.ts';
import { readGiven, readMoney } from './read-money.ts';
import { readAllStays, readPartnerStays, readStanding } from './read-standing.ts';
import { overallAnswer, paretoAnswer, toProgramme, toRow, unknownsOfAll } from './words.ts';

/** From so many partners to project on, it is done in a thread of its own. */
const MANY = 25;
const REMEMBERED = 4;

type Judged = ReturnType<typeof judgePartners>;
const remembered = new Map<string, Promise<Judged>>();

export type QualityQuery = { programme_id?: string; segment?: string };

/**
 * Which partners bring customers who stay and pay back what they cost? Ranked by the lower end of the interval. Of all
 * customers, or of those in a segment today: then partners are judged by the customers of that segment they brought, and
 * these are compared with everybody of the segment. @throws 422 without that segment.
 */
export async function partnerQuality(ctx: Ctx, query: QualityQuery) {
  requireScope(ctx, 'partners:read');
  const segment = await narrowedTo(ctx, query.segment);
  const { company, time, input, judged } = await judgeAll(ctx, segment);
  const { programme_id } = query;
  const isWanted = (one: { programme_id: string }) => programme_id === undefined || one.programme_id === programme_id;
  const partners = judged.partners.filter(({ standing }) => isWanted(standing));
  const pareto = paretoOf(partners);
  return {
    at: time.on,
    segment,
    currency: company.currency,
    confidence: CONFIDENCE,
    horizon_months: HORIZON_MONTHS,
    least_customers: LEAST_STAYS,
    guard: company.ltvCacGuard,
    margin_bps: company.marginBps,
    fixed_minor: input.economics.fixedMinor === null ? null : Math.round(input.economics.fixedMinor),
    answer: overallAnswer(partners, segment),
    unknowns: unknownsOfAll(input, segment),
    items: ranked(partners).map((one, at) => toRow(one, at, company)),
    programmes: judged.programmes.filter(isWanted).map((one) => toProgramme(one)),
    pareto: { ...pareto, answer: paretoAnswer(pareto, company.currency) },
  };
}

/** The quality of one partner; null when it has brought no customer yet. @throws 404 */
export async function qualityOfPartner(ctx: Ctx, id: string) {
  requireScope(ctx, 'partners:read');
  const exists = await ctx.db.selectFrom('partners').select('id').where('id', '=', id).executeTakeFirst();
  if (!exists) throw notFound('partner', id);
  const { items, ...all } = await partnerQuality(ctx, {});
  const { at, currency, confidence, horizon_months, least_customers, guard } = all;
  const quality = items.find(({ partner_id }) => partner_id === id) ?? null;
  return { at, currency, confidence, horizon_months, least_customers, guard, quality };
}

/** Those with a ratio by its lower end, the others by how many customers they brought. */
export function ranked(partners: readonly JudgedPartner[]): JudgedPartner[] {
  const low = ({ worth }: JudgedPartner) => worth.ratio?.low ?? Number.NEGATIVE_INFINITY;
  return partners.toSorted((a, b) => {
    const [first, second] = [low(a), low(b)];
    if (first !== second) return second > first ? 1 : -1;
    return b.standing.customers - a.standing.customers || a.standing.partner_id.localeCompare(b.standing.partner_id);
  });
}

async function judgeAll(ctx: Ctx, segment: Narrowed | null) {
  const company = await companyFacts(ctx);
  const time = await dataTime(ctx, company);
  const input = await readInput(ctx, { company, time, segment });
  return { company, time, input, judged: await judgeOnce(input) };
}

type Asked = { company: CompanyFacts; time: DataTime; segment: Narrowed | null };

async function readInput(ctx: Ctx, { company, time, segment }: Asked): Promise<QualityInput> {
  const { marginBps, discountBps, ltvCacGuard, successHourlyCostMinor } = company;
  const { on } = time;
  const customers = (await mrrOn(ctx, company, on)).payingAccounts;
  const allStays = await readAllStays(ctx, { company, on, segment });
  const isEnough = !segment || isEnoughToLeanOn(allStays);
  return {
    standing: await readStanding(ctx, { company, on, segment }),
    stays: await readPartnerStays(ctx, { company, on, segment }),
    money: await readMoney(ctx, { company, time, segment }),
    given: await readGiven(ctx, { company, time, segment }),
    allStays,
    leanOn: isEnough ? allStays : await readAllStays(ctx, { company, on, segment: null }),
    economics: { marginBps, discountBps, guard: ltvCacGuard, fixedMinor: await fixedCost(ctx, { company, on }) },
    care: {
      minuteMinor: successHourlyCostMinor === null ? null : successHourlyCostMinor / 60,
      monthMinor: await monthlyCareBesideTickets(ctx, { company, on, customers }),
    },
  };
}

/** The same facts are judged once; the last few answers are kept in memory. */
function judgeOnce(input: QualityInput): Promise<Judged> {
  const key = JSON.stringify(input);
  const known = remembered.get(key);
  if (known) return known;
  const oldest = remembered.keys().next().value;
  if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  const judged = judge(input);
  remembered.set(key, judged);
  judged.catch(() => remembered.delete(key));
  return judged;
}

function judge(input: QualityInput): Promise<Judged> {
  const large = input.standing.filter(({ customers }) => customers >= LEAST_STAYS);
  if (large.length < MANY) return Promise.resolve(judgePartners(input));
  return compute<typeof judgePartners>(new URL('./judge.ts', import.meta.url), 'judgePartners', input);
}
