import { notFound } from '../../../kernel/errors.ts';
import { formatMoney } from '../../../kernel/money.ts';
import { dateIn, type IsoDate } from '../../../kernel/time.ts';
import { type Ctx, requireScope, signedInPartner } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import { type Candidate, NO_TAX, type SkipReason } from '../model.ts';
import { promisedPayday } from '../rules/schedule.ts';
import { skipReason } from '../rules.ts';
import type { OutlookView, ScheduleList } from '../schema.ts';
import { minimums } from '../store/candidates.ts';
import { findDestination, findPartner } from '../store/destinations.ts';
import { listOpenOf, listSchedules, type OpenSum, type ProgrammeSchedule } from '../store/schedules.ts';
import { taxFactsOf } from '../store/tax.ts';

/** What a partner is paid next, when, and what stands in the way. @throws 404 */
export async function readOutlook(ctx: Ctx, partnerId: string): Promise<OutlookView> {
  requireScope(ctx, 'money:read');
  return outlook(ctx, partnerId, 'skipped');
}

/** The same in the signed-in partner's words. */
export async function readOwnOutlook(ctx: Ctx): Promise<OutlookView> {
  requireScope(ctx, 'portal:read');
  return outlook(ctx, signedInPartner(ctx), 'blocked');
}

type Voice = 'skipped' | 'blocked';
type Coming = { promised_on: IsoDate | null; currency: string; amount_minor: number };

async function outlook(ctx: Ctx, partnerId: string, voice: Voice): Promise<OutlookView> {
  const partner = await findPartner(ctx, partnerId);
  if (!partner) throw notFound('partner', partnerId);
  const open = await listOpenOf(ctx, partnerId);
  const schedules = new Map((await listSchedules(ctx)).map((one) => [one.programmeId, one]));
  const items: OutlookView['items'] = [];
  for (const [currency, sums] of Map.groupBy(open, (sum) => sum.currency)) {
    const candidate = await asCandidate(ctx, { partner, currency, sums });
    const reason = whatBlocks(candidate);
    items.push({
      currency,
      payable_minor: candidate.items.reduce((total, item) => total + item.amountMinor, 0),
      coming: comingOf(ctx, sums, schedules),
      reason_code: reason ?? null,
      reason: reason ? blocked(candidate, currency, voice, reason) : null,
    });
  }
  return { items };
}

async function asCandidate(
  ctx: Ctx,
  {
    partner,
    currency,
    sums,
  }: { partner: { id: string; name: string; state: string }; currency: string; sums: OpenSum[] },
): Promise<Candidate> {
  const payable = sums.filter(({ availableAt }) => availableAt === null);
  const least = await minimums(ctx);
  const limits = payable.map(({ programmeId }) => least.get(programmeId) ?? 0);
  const availableMinor = payable.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return {
    partnerId: partner.id,
    partnerName: partner.name,
    partnerState: partner.state,
    availableMinor,
    minimumMinor: limits.length === 0 ? 0 : Math.min(...limits),
    destination: await findDestination(ctx, partner.id),
    tax: (await taxFactsOf(ctx, { currency, partnerId: partner.id })).get(partner.id) ?? NO_TAX,
    items: payable.map(({ programmeId, amountMinor }) => ({ commissionId: programmeId, amountMinor })),
  };
}

/** What would keep the partner out of the next batch; nothing payable is no obstacle. */
function whatBlocks(candidate: Candidate): SkipReason | undefined {
  if (!candidate.destination) return 'no_destination';
  if (candidate.availableMinor === 0) return undefined;
  return skipReason(candidate, candidate.destination.rail);
}

function blocked(candidate: Candidate, currency: string, voice: Voice, reason: SkipReason): string {
  return say(`reasons-money:${voice}.${reason}`, {
    available: formatMoney(candidate.availableMinor, currency),
    minimum: formatMoney(candidate.minimumMinor, currency),
    owed: formatMoney(-candidate.availableMinor, currency),
    threshold: formatMoney(candidate.tax.formThresholdMinor ?? 0, currency),
    state: candidate.partnerState,
  });
}

/** By the day it is promised for, soonest first; what has no day comes last. */
function comingOf(ctx: Ctx, sums: readonly OpenSum[], schedules: ReadonlyMap<string, ProgrammeSchedule>): Coming[] {
  const byDay = new Map<IsoDate | null, Coming>();
  for (const { programmeId, currency, amountMinor, availableAt, draftedFor } of sums) {
    const schedule = schedules.get(programmeId);
    const payableOn = dateIn(availableAt ?? ctx.clock.now(), schedule?.zone ?? 'UTC');
    const scheduled = schedule ? (promisedPayday(schedule.schedule, payableOn)?.payOn ?? null) : null;
    const promised_on = draftedFor ?? scheduled;
    const before = byDay.get(promised_on)?.amount_minor ?? 0;
    byDay.set(promised_on, { promised_on, currency, amount_minor: before + amountMinor });
  }
  const end = '9999';
  return [...byDay.values()].sort((a, b) => ((a.promised_on ?? end) < (b.promised_on ?? end) ? -1 : 1));
}

/** When each programme pays next, and when that is prepared. */
export async function readSchedules(ctx: Ctx): Promise<ScheduleList> {
  requireScope(ctx, 'money:read');
  const schedules = await listSchedules(ctx);
  return {
    items: schedules.map(({ programmeId, programmeName, zone, schedule }) => {
      const payday = promisedPayday(schedule, dateIn(ctx.clock.now(), zone));
      return {
        programme: { id: programmeId, name: programmeName },
        ...schedule,
        zone,
        pays_on: payday?.payOn ?? null,
        prepared_on: payday?.prepareOn ?? null,
      };
    }),
  };
}
