import { AppError, invalidField } from '../../../kernel/errors.ts';
import { isCurrency } from '../../../kernel/money.ts';
import { addDaysToDate, dateIn, type IsoDate } from '../../../kernel/time.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import { sha256 } from '../../../platform/token.ts';
import type { Batch, Candidate, Rail, Skipped } from '../model.ts';
import { bankDaysAfter } from '../rules/bank-days.ts';
import { batchContent, computeWithholding, decidePayouts, paysCurrency, sumItems } from '../rules.ts';
import type { BatchView, DraftBody } from '../schema.ts';
import { insertBatch, insertPayouts, type NewPayout } from '../store/batches.ts';
import { lockCandidates, lockDrafting } from '../store/candidates.ts';
import { findCompany } from '../store/destinations.ts';
import { takeUpRequests } from '../store/requests.ts';
import { showBatch, skippedView } from './read-batches.ts';

/**
 * Collects what is payable in a currency into a batch to be approved by somebody else: each partner once, clawbacks
 * taken off; who is left out is kept with the reason.
 * @throws 422 when the rail cannot pay the currency, the date is past, or nobody can be paid (with the reasons)
 */
export async function draftPayoutBatch(ctx: Ctx, body: DraftBody): Promise<BatchView> {
  requireScope(ctx, 'payouts:write');
  const rail = body.rail ?? 'sepa';
  checkCurrency(body.currency, rail);
  return inTransaction(ctx, async (ctx) => {
    await lockDrafting(ctx);
    const expectedOn = await promiseDate(ctx, body.expected_on);
    const { paid, skipped } = decidePayouts(await lockCandidates(ctx, body.currency), rail);
    if (paid.length === 0) throw nothingToPay(body.currency, skippedView(skipped, body.currency));
    const id = await writeDraft(ctx, { currency: body.currency, rail, expectedOn, paid, skipped });
    await takeUpRequests(ctx, [id]);
    return showBatch(ctx, id);
  });
}

export type Draft = { currency: string; rail: Rail; expectedOn: IsoDate; paid: Candidate[]; skipped: Skipped[] };

/** Writes a draft, part of a verb that locked the drafting and decided who is paid. Returns its id. */
export async function writeDraft(ctx: Ctx, draft: Draft): Promise<string> {
  const { paid, skipped, ...rest } = draft;
  const batch = { id: newId(ctx, 'payoutBatch'), ...rest };
  const payouts = paid.map((candidate) => toPayout(ctx, batch, candidate));
  const contentHash = sha256(
    batchContent(
      batch,
      payouts.map((payout) => ({ ...payout, state: 'draft' })),
    ),
  );
  await insertBatch(ctx, { ...batch, contentHash, skipped });
  await insertPayouts(ctx, payouts);
  const detail = { payouts: payouts.length, skipped: skipped.length, content_hash: contentHash };
  await writeAudit(ctx, { action: 'payout_batch.draft', subjectKind: 'payout_batch', subjectId: batch.id, detail });
  return batch.id;
}

function checkCurrency(currency: string, rail: Batch['rail']): void {
  if (!isCurrency(currency)) throw invalidField('currency', `There is no currency ${currency}.`);
  if (paysCurrency(rail, currency)) return;
  const hint = `Choose the rail "manual" for ${currency}: it gives a list to pay by hand or to upload elsewhere.`;
  if (rail === 'sepa') throw invalidField('currency', `A SEPA credit transfer pays euros, not ${currency}.`, hint);
  throw invalidField('currency', `PayPal does not pay ${currency} to the cent.`, hint);
}

/** A later promise is a slip of the pen. */
const LATEST_DAYS = 366;

async function promiseDate(ctx: Ctx, wanted: string | undefined): Promise<string> {
  const company = await findCompany(ctx);
  const today = dateIn(ctx.clock.now(), company?.zone ?? 'UTC');
  if (wanted && wanted < today) throw invalidField('expected_on', `${wanted} has passed.`);
  if (wanted && wanted > addDaysToDate(today, LATEST_DAYS))
    throw invalidField('expected_on', `${wanted} is more than a year away.`);
  return wanted ?? bankDaysAfter(today, 2);
}

function nothingToPay(currency: string, skipped: object[]): AppError {
  return new AppError('unprocessable', `There is nobody to pay in ${currency} now.`, {
    field: 'currency',
    hint: 'The list says why each partner with money waiting is left out.',
    skipped,
  });
}

function toPayout(ctx: Ctx, batch: Pick<Batch, 'id' | 'currency'>, candidate: Candidate): NewPayout {
  const id = newId(ctx, 'payout');
  if (!candidate.destination) throw new Error(`partner ${candidate.partnerId} was chosen without a destination`);
  return {
    id,
    batchId: batch.id,
    partnerId: candidate.partnerId,
    currency: batch.currency,
    ...amounts(candidate),
    destination: candidate.destination,
    items: [...candidate.items],
    endToEndId: id.replaceAll('_', '').toUpperCase(),
  };
}

function amounts({
  items,
  tax,
}: Candidate): Pick<NewPayout, 'amountMinor' | 'grossMinor' | 'withheldMinor' | 'withheldRateBps'> {
  const grossMinor = sumItems(items);
  const { withheldMinor, netMinor } = computeWithholding(grossMinor, tax.rateBps);
  return { amountMinor: netMinor, grossMinor, withheldMinor, withheldRateBps: tax.rateBps };
}
