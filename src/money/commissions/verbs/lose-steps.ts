import { rational } from '../../../kernel/money.ts';
import { dateIn } from '../../../kernel/time.ts';
import type { Period } from '../../../partners/programmes/model.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { Commission } from '../model.ts';
import { stepAt } from '../rules/tiers.ts';
import { type LockedCommission, lockCommissionsOfInvoice, lockTopUps, markSuperseded } from '../store/commissions.ts';
import { findStanding } from '../store/standing.ts';
import { findProgrammeTerms, type ProgrammeTerms } from '../store/terms.ts';
import { takeBackWhole } from './reverse.ts';

/**
 * Money of an invoice went back: when what is left of the period lies below a retroactive step that was reached, what
 * the step added to the period's sales is taken back with the reason, after the payout too. Reached again, it is added
 * again, but for what was paid by then. Returns how many commissions it took.
 */
export async function loseSteps(ctx: Ctx, input: { invoiceId: string; at: Date }): Promise<number> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const commissions = await lockCommissionsOfInvoice(ctx, input.invoiceId);
    const sale = commissions.find(({ rule, calculation }) => rule === 'sale' && calculation.tier);
    if (!sale) return 0;
    const lost = await listLost(ctx, sale);
    for (const one of lost) await take(ctx, one, input.at);
    return lost.length;
  });
}

async function take(ctx: Ctx, commission: LockedCommission, at: Date): Promise<void> {
  await takeBackWhole(ctx, commission, { reason: 'step_lost', at, evenPaid: true });
  if (!commission.settled && commission.state !== 'paid') await markSuperseded(ctx, commission.id);
}

async function listLost(ctx: Ctx, sale: Commission): Promise<LockedCommission[]> {
  const topUps = await lockTopUps(ctx, sale);
  if (topUps.length === 0) return [];
  const known = await findProgrammeTerms(ctx, sale.programmeId);
  const lost: LockedCommission[] = [];
  for (const [version, ofVersion] of Map.groupBy(topUps, ({ calculation }) => calculation.terms_version))
    lost.push(...(await lostUnder(ctx, { sale, topUps: ofVersion, known, version })));
  return lost;
}

type Under = { sale: Commission; topUps: LockedCommission[]; known: ProgrammeTerms; version: number };

/** Of what one version of the terms added in the period of the sale: what lies above the step that is left. */
async function lostUnder(ctx: Ctx, { sale, topUps, known, version }: Under): Promise<LockedCommission[]> {
  const { programme, versions } = known;
  const found = versions.find((one) => one.version === version);
  const tiers = found?.terms.tiers;
  if (!found || !tiers) return [];
  const of = { partnerId: sale.creditedPartnerId, programmeId: sale.programmeId, programme, at: sale.earnedAt };
  const { tierSoFar } = await findStanding(ctx, { ...of, terms: { ...found.terms, id: found.id, version } });
  const left = stepAt(tiers, rational(tierSoFar))?.from ?? -1;
  const period = ({ earnedAt }: Commission) => dateIn(earnedAt, programme.zone).slice(0, LENGTH[tiers.period]);
  return topUps.filter((one) => period(one) === period(sale) && reachedBy(one, topUps) > left);
}

/** How much of a date names the period. */
const LENGTH: Record<Period, number> = { month: 7, year: 4, ever: 0 };

/** The step that added it; what a recruiter earned goes with the top-ups of the same invoice. */
function reachedBy({ calculation, invoiceId }: Commission, topUps: readonly Commission[]): number {
  if (calculation.tier) return calculation.tier.from;
  const own = topUps.filter((one) => one.invoiceId === invoiceId).flatMap((one) => one.calculation.tier?.from ?? []);
  return Math.max(-1, ...own);
}
