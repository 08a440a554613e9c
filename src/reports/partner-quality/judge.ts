import { netContribution } from '../../kernel/net-contribution.ts';
import { type LeavesSooner, leavesSooner } from '../../success/lifetime/rules/leaves-sooner.ts';
import { lostIn, renewalTable } from '../../success/lifetime/rules/renewals.ts';
import { allFacts, type Pool, poolsOf, type QualityInput } from './facts.ts';
import type { BroughtFacts, Economics, Worth } from './model.ts';
import type { StandingRow } from './read-standing.ts';
import { type Advice, recommend } from './recommend.ts';
import { worthOf } from './worth.ts';

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
  /** Months since the first of them began to pay. */
  watched: number;
};

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
    watched: facts.stays.reduce((most, { watched }) => Math.max(most, watched), 0),
  };
}
