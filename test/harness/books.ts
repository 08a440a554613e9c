import type { AccrueInput, Commission, Reversal, TermsInForce } from '../../src/money/commissions/model.ts';
import { accrueForInvoice } from '../../src/money/commissions/verbs/accrue.ts';
import { reverseForRefund } from '../../src/money/commissions/verbs/reverse.ts';
import { setDestination } from '../../src/money/payouts/verbs/destinations.ts';
import { newId, type PartnerId } from '../../src/platform/ctx.ts';
import type { TestCtx } from './ctx.ts';

/** Valid test accounts of different banks and countries. */
export const IBANS = [
  'DE89370400440532013000',
  'FR1420041010050500013M02606',
  'NL91ABNA0417164300',
  'HU42117730161111101800000000',
  'ES9121000418450200051332',
  'AT611904300234573201',
] as const;

export type SaleInput = {
  partnerId: string;
  amount: number;
  invoice: string;
  paidAt?: Date;
  flags?: string[];
  currency?: string;
  terms?: Partial<TermsInForce>;
  anchorAt?: Date;
};

export type Books = {
  programmeId: string;
  accountId: string;
  partner(name: string, options?: { state?: string; iban?: string }): Promise<PartnerId>;
  sale(input: SaleInput): Promise<Commission>;
  refund(invoice: string, refundedTotal: number, event?: string): Promise<Reversal[]>;
};

type Ids = { programmeId: string; accountId: string; termsId: string; currency: string };

const SOURCE = 'test';
const TERMS = {
  commission: { kind: 'percent' as const, rate: '20%', months: null },
  hold_days: 30,
  minimum_payout_minor: 5000,
};

/** A programme in `currency` (20 % for ever, 30 days' hold, minimum 50.00) with one customer; sales without attribution. */
export async function openBooks(ctx: TestCtx, currency = 'EUR'): Promise<Books> {
  const ids: Ids = {
    programmeId: newId(ctx, 'programme'),
    accountId: newId(ctx, 'account'),
    termsId: newId(ctx, 'terms'),
    currency,
  };
  await insertProgramme(ctx, ids);
  await insertAccount(ctx, ids.accountId);
  return {
    programmeId: ids.programmeId,
    accountId: ids.accountId,
    partner: (name, options) => addPartner(ctx, name, options),
    sale: async (input) => accrueForInvoice(ctx, await accrual(ctx, ids, input)),
    refund: (invoice, total, event) => refund(ctx, invoice, total, event),
  };
}

async function insertProgramme(ctx: TestCtx, { programmeId, termsId, currency }: Ids): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db
    .insertInto('programmes')
    .values({
      id: programmeId,
      slug: programmeId.toLowerCase().replace('_', '-'),
      name: 'Customer referral',
      template: 'customer_referral',
      state: 'live',
      currency,
      zone: 'UTC',
      attribution: '{}',
      created_at: now,
      updated_at: now,
    })
    .execute();
  await ctx.db
    .insertInto('programme_terms')
    .values({
      id: termsId,
      programme_id: programmeId,
      version: 1,
      effective_at: '2020-01-01T00:00:00Z',
      terms: JSON.stringify(TERMS),
      created_by: 'test',
      created_at: now,
    })
    .execute();
}

async function insertAccount(ctx: TestCtx, id: string): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db
    .insertInto('accounts')
    .values({ id, source: SOURCE, external_id: id, name: 'Acme', created_at: now, updated_at: now })
    .execute();
}

async function addPartner(
  ctx: TestCtx,
  name: string,
  { state = 'approved', iban }: { state?: string; iban?: string } = {},
): Promise<PartnerId> {
  const id = newId(ctx, 'partner') as PartnerId;
  const email = `${id.toLowerCase()}@partner.example`;
  const [created_at, updated_at] = [ctx.clock.now(), ctx.clock.now()];
  await ctx.db
    .insertInto('partners')
    .values({ id, kind: 'customer', name, email, email_normalised: email, state, created_at, updated_at })
    .execute();
  if (iban) await setDestination(ctx, { partnerId: id, destination: { rail: 'sepa', holder_name: name, iban } });
  return id;
}

async function accrual(ctx: TestCtx, ids: Ids, input: SaleInput): Promise<AccrueInput> {
  const paidAt = input.paidAt ?? ctx.clock.now();
  const { invoiceId, decisionId } =
    (await findSale(ctx, input.invoice)) ?? (await insertSale(ctx, ids, { ...input, paidAt }));
  return {
    decisionId,
    source: SOURCE,
    programmeId: ids.programmeId,
    partnerId: input.partnerId,
    accountId: ids.accountId,
    rule: 'sale',
    invoice: {
      id: invoiceId,
      externalId: input.invoice,
      currency: input.currency ?? ids.currency,
      lines: [{ amountMinor: input.amount, discountMinor: 0, taxMinor: 0, product: 'plan' }],
      creditAppliedMinor: 0,
      paidAt,
    },
    programme: { zone: 'UTC', currency: ids.currency },
    terms: { id: ids.termsId, version: 1, ...TERMS, ...input.terms },
    anchorAt: input.anchorAt,
    flags: input.flags ?? [],
  };
}

type SaleIds = { invoiceId: string; decisionId: string };

async function findSale(ctx: TestCtx, invoice: string): Promise<SaleIds | undefined> {
  return ctx.db
    .selectFrom('commissions as c')
    .innerJoin('invoices as i', 'i.id', 'c.invoice_id')
    .select((eb) => [eb.ref('c.decision_id').$notNull().as('decisionId'), 'i.id as invoiceId'])
    .where('i.source', '=', SOURCE)
    .where('i.external_id', '=', invoice)
    .executeTakeFirst();
}

async function insertSale(ctx: TestCtx, ids: Ids, input: SaleInput & { paidAt: Date }): Promise<SaleIds> {
  const invoiceId = await insertInvoice(ctx, ids, input);
  const decisionId = newId(ctx, 'decision');
  await ctx.db
    .insertInto('attribution_decisions')
    .values({
      id: decisionId,
      conversion_event_id: await insertEvent(ctx, 'invoice', input.invoice, input.paidAt),
      account_id: ids.accountId,
      rule: 'R5',
      outcome: 'credited',
      reason: 'bound_at_signup',
      partner_id: input.partnerId,
      programme_id: ids.programmeId,
      considered: '[]',
      decided_at: input.paidAt,
    })
    .execute();
  return { invoiceId, decisionId };
}

async function insertInvoice(ctx: TestCtx, ids: Ids, input: SaleInput & { paidAt: Date }): Promise<string> {
  const id = newId(ctx, 'invoice');
  await ctx.db
    .insertInto('invoices')
    .values({
      id,
      account_id: ids.accountId,
      source: SOURCE,
      external_id: input.invoice,
      currency: input.currency ?? ids.currency,
      subtotal_minor: input.amount,
      total_minor: input.amount,
      status: 'paid',
      issued_at: input.paidAt,
      paid_at: input.paidAt,
      created_at: input.paidAt,
    })
    .execute();
  return id;
}

async function insertEvent(ctx: TestCtx, kind: 'invoice' | 'refund', name: string, at: Date): Promise<string> {
  const row = {
    id: newId(ctx, 'conversionEvent'),
    source: SOURCE,
    event_id: name,
    kind,
    body_hash: name,
    body: '{}',
    occurred_at: at,
    received_at: at,
    state: 'decided',
  };
  await ctx.db.insertInto('conversion_events').values(row).execute();
  return row.id;
}

async function refund(
  ctx: TestCtx,
  invoice: string,
  refundedTotalMinor: number,
  name = `${invoice}-refund-${refundedTotalMinor}`,
): Promise<Reversal[]> {
  const at = ctx.clock.now();
  const { id: invoiceId } = await ctx.db
    .selectFrom('invoices')
    .select('id')
    .where('source', '=', SOURCE)
    .where('external_id', '=', invoice)
    .executeTakeFirstOrThrow();
  const known = await ctx.db
    .selectFrom('conversion_events')
    .select('id')
    .where('source', '=', SOURCE)
    .where('kind', '=', 'refund')
    .where('event_id', '=', name)
    .executeTakeFirst();
  const conversionEventId = known?.id ?? (await insertEvent(ctx, 'refund', name, at));
  return reverseForRefund(ctx, { conversionEventId, invoiceId, refundedTotalMinor, at, reason: 'refund' });
}
