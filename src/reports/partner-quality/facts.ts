import type { Revenue, Stays } from '../../success/lifetime/model.ts';
import { lostIn, renewalTable } from '../../success/lifetime/rules/renewals.ts';
import type { BroughtFacts, Economics } from './model.ts';
import type { GivenRow, MoneyRow } from './read-money.ts';
import type { StandingRow, StaysRow } from './read-standing.ts';
import { poolStay } from './worth.ts';

export type QualityInput = {
  standing: StandingRow[];
  stays: StaysRow[];
  money: MoneyRow[];
  given: GivenRow[];
  /** All customers of the company, or of the segment the report is about: those of partners are compared with them. */
  allStays: Stays[];
  /** Whom programmes too small to lean on lean on instead: `allStays`, or the company when the segment is too small too. */
  leanOn: Stays[];
  economics: Economics;
  /** What keeping a customer costs: by the minute of tickets, and in a month beside that. Null: not entered. */
  care: { minuteMinor: number | null; monthMinor: number | null };
};

const LEAST_POOL = 30;
const YEARS = [1, 2, 3];

/** A programme, and whom its partners' customers are compared with. */
export type Pool = {
  programme_id: string;
  programme: string;
  partners: number;
  facts: BroughtFacts;
  stays: Stays[];
  stay(): number;
};

/** Thirty customers or more, one of whom has left: what is learned of them holds for their few. */
export function isEnoughToLeanOn(stays: readonly Stays[]): boolean {
  const customers = stays.reduce((sum, one) => sum + one.stays, 0);
  return customers >= LEAST_POOL && lostIn(renewalTable(stays, 1)) > 0;
}

/** What each partner's customers paid, cost and did. */
export function allFacts(input: QualityInput, staysOf: ReadonlyMap<string, StaysRow[]>): Map<string, BroughtFacts> {
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

/** Each programme: its partners' facts together. */
export function poolsOf(
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
      const leanOn = isEnoughToLeanOn(whole.stays) ? whole.stays : input.leanOn;
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
