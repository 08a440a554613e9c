import { netContribution } from '../../kernel/net-contribution.ts';
import type { Revenue, Stays } from '../../success/lifetime/model.ts';
import { type LeavesSooner, leavesSooner } from '../../success/lifetime/rules/leaves-sooner.ts';
import { lostIn, renewalTable } from '../../success/lifetime/rules/renewals.ts';
import type { BroughtFacts, Economics, Worth } from './model.ts';
import type { GivenRow, MoneyRow } from './read-money.ts';
import type { StandingRow, StaysRow } from './read-standing.ts';
import { type Advice, recommend } from './recommend.ts';
import { poolStay, worthOf } from './worth.ts';

export type QualityInput = {
  standing: StandingRow[];
  stays: StaysRow[];
  money: MoneyRow[];
  given: GivenRow[];
  /** All customers of the company, for programmes too small to lean on. */
  allStays: Stays[];
  economics: Economics;
  /** What keeping a customer costs: by the minute of tickets, and in a month beside that. Null: not entered. */
  care: { minuteMinor: number | null; monthMinor: number | null };
};

export type JudgedPartner = {
  standing: StandingRow;
  worth: Worth;
  compared: LeavesSooner;
  advice: Advice;
  /** Of those at risk in a month, the share that left in it; null when nobody was watched for a month. */
  monthlyChurn: number | null;
  careMonthMinor: number | null;
  /** Net contribution of what was paid and spent until now; null without a margin or a rate. */
  realisedMinor: number | null;
  /** Amounts in a currency without a rate. */
  unpriced: number;
};
export type JudgedProgramme = {
  programme_id: string;
  programme: string;
  partners: number;
  customers: number;
  worth: Worth;
  unpriced: number;
};

/** Programmes with fewer customers, or whom nobody has left, lean on all customers of the company. */
const LEAST_POOL = 30;
const YEARS = [1, 2, 3];

/** How good is each partner, and each programme? Pure: may run in a thread of its own. */
export function judgePartners(input: QualityInput): { partners: JudgedPartner[]; programmes: JudgedProgramme[] } {
  const staysOf = Map.groupBy(input.stays, ({ partner_id }) => partner_id);
  const compared = new Map(
    leavesSooner(
      input.stays.map((row) => ({ ...row, group: row.partner_id })),
      { among: input.allStays },
    ).map((one) => [one.group, one]),
  );
  const facts = allFacts(input, staysOf);
  const pools = poolsOf(input, facts, staysOf);
  const partners = input.standing.flatMap((standing) => {
    const own = facts.get(standing.partner_id);
    const pool = pools.get(standing.programme_id);
    const sooner = compared.get(standing.partner_id);
    return own && pool && sooner ? [partnerOf({ input, standing, own, pool, compared: sooner })] : [];
  });
  return { partners, programmes: [...pools.values()].map((pool) => programmeOf(pool, input)) };
}

type Pool = {
  programme_id: string;
  programme: string;
  partners: number;
  facts: BroughtFacts;
  stays: Stays[];
  stay(): number;
};
type Given = { input: QualityInput; standing: StandingRow; own: BroughtFacts; pool: Pool; compared: LeavesSooner };

function partnerOf({ input, standing, own, pool, compared }: Given): JudgedPartner {
  const worth = worthOf({ own, pool, economics: input.economics });
  const table = renewalTable(own.stays, 1);
  const months = table.reduce((sum, { atRisk }) => sum + atRisk, 0);
  return {
    standing,
    worth,
    compared,
    advice: recommend(worth, compared, input.economics.guard),
    monthlyChurn: months === 0 ? null : lostIn(table) / months,
    careMonthMinor: own.careMonthMinor,
    realisedMinor: realised(own, input.economics, months),
    unpriced: own.unpriced,
  };
}

function realised(own: BroughtFacts, { marginBps }: Economics, months: number): number | null {
  if (marginBps === null || own.unpriced > 0) return null;
  const paid = own.years.reduce((sum, { grossMinor, refundedMinor }) => sum + grossMinor - refundedMinor, 0);
  return netContribution({
    margin: (paid * marginBps) / 10_000,
    commission: own.years.reduce((sum, { commissionMinor }) => sum + commissionMinor, 0),
    rewards: own.rewardsMinor,
    discounts: own.discountsMinor,
    retention: months * (own.careMonthMinor ?? 0),
  });
}

function programmeOf(pool: Pool, { economics }: QualityInput): JudgedProgramme {
  const { programme_id, programme, partners, facts } = pool;
  return {
    programme_id,
    programme,
    partners,
    customers: facts.customers,
    worth: worthOf({ own: facts, pool, economics }),
    unpriced: facts.unpriced,
  };
}

function allFacts(input: QualityInput, staysOf: ReadonlyMap<string, StaysRow[]>): Map<string, BroughtFacts> {
  const moneyOf = Map.groupBy(input.money, ({ partner_id }) => partner_id);
  const givenOf = new Map(input.given.map((row) => [row.partner_id, row]));
  return new Map(
    input.standing.map((row) => {
      const id = row.partner_id;
      const rows = { money: moneyOf.get(id) ?? [], given: givenOf.get(id), stays: staysOf.get(id) ?? [] };
      return [id, factsOf(input, row, rows)];
    }),
  );
}

type Rows = { money: MoneyRow[]; given: GivenRow | undefined; stays: StaysRow[] };

function factsOf({ care }: QualityInput, row: StandingRow, { money: own, given: gave, stays }: Rows): BroughtFacts {
  const years = YEARS.map((year) => {
    const { grossMinor = 0, refundedMinor = 0, commissionMinor = 0 } = own.find((one) => one.year === year) ?? {};
    return { grossMinor, refundedMinor, commissionMinor };
  });
  return {
    id: row.partner_id,
    customers: row.customers,
    stays,
    revenue: revenueOf(stays),
    years,
    rewardsMinor: gave?.rewardsMinor ?? 0,
    discountsMinor: gave?.discountsMinor ?? 0,
    unpriced: own.reduce((sum, { unpriced }) => sum + unpriced, gave?.unpriced ?? 0),
    termsMonths: row.terms_months,
    careMonthMinor: careOf(row, care),
  };
}

function careOf({ minutes, customer_months }: StandingRow, care: QualityInput['care']): number | null {
  const { minuteMinor, monthMinor } = care;
  if (minuteMinor === null && monthMinor === null) return null;
  const spent = minutes * (minuteMinor ?? 0);
  return (customer_months > 0 ? spent / customer_months : 0) + (monthMinor ?? 0);
}

function revenueOf(rows: readonly StaysRow[]): Revenue[] {
  return [...Map.groupBy(rows, ({ term }) => term)].map(([term, own]) => {
    const sum = (of: (row: StaysRow) => number) => own.reduce((total, row) => total + of(row), 0);
    const accounts = sum(({ paying }) => paying);
    const meanMinor = accounts === 0 ? 0 : sum(({ mrr }) => mrr) / accounts;
    const variance = accounts === 0 ? 0 : sum(({ squares }) => squares) / accounts - meanMinor ** 2;
    return { term, accounts, meanMinor, deviationMinor: Math.sqrt(Math.max(0, variance)) };
  });
}

function poolsOf(
  input: QualityInput,
  facts: ReadonlyMap<string, BroughtFacts>,
  staysOf: ReadonlyMap<string, StaysRow[]>,
): Map<string, Pool> {
  const programmes = Map.groupBy(input.standing, ({ programme_id }) => programme_id);
  return new Map(
    [...programmes].map(([programme_id, rows]) => {
      const members = rows.flatMap(({ partner_id }) => facts.get(partner_id) ?? []);
      const stays = rows.flatMap(({ partner_id }) => staysOf.get(partner_id) ?? []);
      const whole = together(programme_id, members, stays);
      const isEnough = whole.customers >= LEAST_POOL && lostIn(renewalTable(whole.stays, 1)) > 0;
      const leanOn = isEnough ? whole.stays : input.allStays;
      return [
        programme_id,
        {
          programme_id,
          programme: rows[0]?.programme ?? '',
          partners: rows.length,
          facts: whole,
          stays: leanOn,
          stay: poolStay({ facts: whole, stays: leanOn }, input.economics),
        },
      ];
    }),
  );
}

function together(id: string, members: readonly BroughtFacts[], stays: StaysRow[]): BroughtFacts {
  const sum = (of: (one: BroughtFacts) => number) => members.reduce((total, one) => total + of(one), 0);
  const customers = sum((one) => one.customers);
  const cared = members.filter(({ careMonthMinor }) => careMonthMinor !== null);
  return {
    id,
    customers,
    stays,
    revenue: revenueOf(stays),
    years: YEARS.map((_year, at) => ({
      grossMinor: sum(({ years }) => years[at]?.grossMinor ?? 0),
      refundedMinor: sum(({ years }) => years[at]?.refundedMinor ?? 0),
      commissionMinor: sum(({ years }) => years[at]?.commissionMinor ?? 0),
    })),
    rewardsMinor: sum((one) => one.rewardsMinor),
    discountsMinor: sum((one) => one.discountsMinor),
    unpriced: sum((one) => one.unpriced),
    termsMonths: members[0]?.termsMonths ?? null,
    careMonthMinor:
      cared.length === 0
        ? null
        : cared.reduce((total, one) => total + one.customers * (one.careMonthMinor ?? 0), 0) / customers,
  };
}
