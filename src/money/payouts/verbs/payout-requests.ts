import { AppError, invalidField, notFound } from '../../../kernel/errors.ts';
import { formatMoney, isCurrency } from '../../../kernel/money.ts';
import { dateIn, type IsoDate } from '../../../kernel/time.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, type PartnerId, requireScope, signedInPartner } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import type { Candidate, PayoutRequest, RequestRefusal } from '../model.ts';
import { bankDaysAfter } from '../rules/bank-days.ts';
import { judgeRequest } from '../rules/requests.ts';
import { LEAD_BANK_DAYS } from '../rules/schedule.ts';
import { sumItems } from '../rules.ts';
import type { OnDemandView, PayoutRequestList, RequestBody } from '../schema.ts';
import { findCandidate, lockDrafting } from '../store/candidates.ts';
import { findCompany, lockPayee } from '../store/destinations.ts';
import { deleteRequest, insertRequest, listLiveRequests, listOpenRequests, lockOwnRequest } from '../store/requests.ts';
import { listOnDemand, listOpenOf } from '../store/schedules.ts';

/**
 * The signed-in partner asks to be paid what programmes that pay on request owe it in a currency. Asked again while the
 * request is open: the same one. It is paid in the next draft. @throws 409 while it is under way; 422 with the reason
 */
export async function requestPayout(
  ctx: Ctx,
  { currency }: RequestBody,
): Promise<{ isNew: boolean; view: OnDemandView }> {
  requireScope(ctx, 'portal:write');
  if (!isCurrency(currency)) throw invalidField('currency', `There is no currency ${currency}.`);
  const partnerId = signedInPartner(ctx);
  return inTransaction(ctx, async (ctx) => {
    await lockDrafting(ctx);
    if (!(await lockPayee(ctx, partnerId))) throw notFound('partner', partnerId);
    const before = await standing(ctx, partnerId, currency);
    if (before.live?.batchId === null) return { isNew: false, view: toView(before) };
    if (!before.candidate || before.refusal) throw refused(before);
    await keep(ctx, partnerId, before, before.candidate);
    return { isNew: true, view: toView(await standing(ctx, partnerId, currency)) };
  });
}

async function keep(ctx: Ctx, partnerId: PartnerId, { currency, promisedOn }: Standing, candidate: Candidate) {
  const request = { partnerId, currency, amountMinor: sumItems(candidate.items), promisedOn };
  const id = await insertRequest(ctx, request);
  const detail = { request_id: id, currency, amount_minor: request.amountMinor, promised_on: promisedOn };
  await writeAudit(ctx, { action: 'payout_request.make', subjectKind: 'partner', subjectId: partnerId, detail });
}

/**
 * The signed-in partner takes a request back while no batch has taken it up; nothing else changes.
 * @throws 404; 409 when it is under way
 */
export async function withdrawPayoutRequest(ctx: Ctx, id: string): Promise<OnDemandView> {
  requireScope(ctx, 'portal:write');
  const partnerId = signedInPartner(ctx);
  return inTransaction(ctx, async (ctx) => {
    await lockDrafting(ctx);
    const request = await lockOwnRequest(ctx, { id, partnerId });
    if (!request) throw notFound('payout request', id);
    const { currency, amount_minor, batch_id } = request;
    if (batch_id !== null)
      throw new AppError('conflict', say('reasons-money:blocked.request_under_way'), {
        reason_code: 'request_under_way',
      });
    await deleteRequest(ctx, id);
    const detail = { request_id: id, currency, amount_minor };
    await writeAudit(ctx, { action: 'payout_request.withdraw', subjectKind: 'partner', subjectId: partnerId, detail });
    return toView(await standing(ctx, partnerId, currency));
  });
}

/** What the signed-in partner can ask for now, a row a currency; nothing when no programme of its pays on request. */
export async function readOwnRequests(ctx: Ctx): Promise<{ items: OnDemandView[] }> {
  requireScope(ctx, 'portal:read');
  const partnerId = signedInPartner(ctx);
  const programmes = await listOnDemand(ctx);
  const open = (await listOpenOf(ctx, partnerId)).filter(({ programmeId }) => programmes.has(programmeId));
  const live = await listLiveRequests(ctx, partnerId);
  const items: OnDemandView[] = [];
  for (const currency of new Set([...open, ...live].map((one) => one.currency)))
    items.push(toView(await standing(ctx, partnerId, currency)));
  return { items };
}

/** Who asked to be paid and is in no draft yet, oldest first. */
export async function listPayoutRequests(ctx: Ctx): Promise<PayoutRequestList> {
  requireScope(ctx, 'money:read');
  const open = await listOpenRequests(ctx);
  return {
    items: open.map(({ id, partnerId, partnerName, currency, amountMinor, promisedOn, requestedAt }) => ({
      id,
      partner: { id: partnerId, name: partnerName },
      currency,
      amount_minor: amountMinor,
      promised_on: promisedOn,
      requested_at: requestedAt.toISOString(),
    })),
  };
}

type Standing = {
  currency: string;
  candidate: Candidate | undefined;
  live: PayoutRequest | undefined;
  refusal: RequestRefusal | undefined;
  promisedOn: IsoDate;
};

async function standing(ctx: Ctx, partnerId: PartnerId, currency: string): Promise<Standing> {
  const candidate = await findCandidate(ctx, { currency, partnerId, programmes: await listOnDemand(ctx) });
  const live = (await listLiveRequests(ctx, partnerId)).find((one) => one.currency === currency);
  const refusal = candidate ? judgeRequest(candidate, currency, live !== undefined) : 'nothing_payable';
  const today = dateIn(ctx.clock.now(), (await findCompany(ctx))?.zone ?? 'UTC');
  return { currency, candidate, live, refusal, promisedOn: bankDaysAfter(today, LEAD_BANK_DAYS) };
}

function toView({ currency, candidate, live, refusal, promisedOn }: Standing): OnDemandView {
  return {
    currency,
    amount_minor: candidate ? sumItems(candidate.items) : 0,
    minimum_minor: candidate?.minimumMinor ?? 0,
    promised_on: promisedOn,
    reason_code: refusal ?? null,
    reason: refusal ? inWords(refusal, currency, candidate) : null,
    requested: live
      ? {
          id: live.id,
          amount_minor: live.amountMinor,
          promised_on: live.promisedOn,
          requested_at: live.requestedAt.toISOString(),
          batch_id: live.batchId,
        }
      : null,
  };
}

function refused({ refusal = 'nothing_payable', currency, candidate }: Standing): AppError {
  const code = refusal === 'request_under_way' ? 'conflict' : 'unprocessable';
  const detail = { field: 'currency', reason_code: refusal, currency };
  return new AppError(code, inWords(refusal, currency, candidate), detail);
}

function inWords(refusal: RequestRefusal, currency: string, candidate: Candidate | undefined): string {
  const amount = candidate ? sumItems(candidate.items) : 0;
  return say(`reasons-money:blocked.${refusal}`, {
    available: formatMoney(amount, currency),
    minimum: formatMoney(candidate?.minimumMinor ?? 0, currency),
    owed: formatMoney(-amount, currency),
    threshold: formatMoney(candidate?.tax.formThresholdMinor ?? 0, currency),
    state: candidate?.partnerState ?? '',
  });
}
