import type { AccrueInput, Commission, Reversal, TermsInForce } from '../../src/money/commissions/model.ts';
import { accrueForInvoice, reverseForRefund } from '../../src/money/commissions/service.ts';
import { setDestination } from '../../src/money/payouts/verbs/destinations.ts';
import type { PartnerId } from '../../src/platform/ctx.ts';
import { newId } from '../../src/platform/ctx.ts';
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

const RATE: TermsInForce['commission'] = { kind: 'percent', rate: '20%', months: null };

/** A programme in `currency` (20 % for ever, 30 days' hold, minimum 50.00) with one customer; sales without attribution. */
export async function openBooks(ctx: TestCtx, currency = 'EUR'): Promise<Books> {
  const now = ctx.clock.now();
  const start = new Date('2020-01-01T00:00:00Z');
  const [programmeId, accountId, termsId] = [newId(ctx, 'programme'), newId(ctx, 'account'), newId(ctx, 'terms')];
  const terms = { commission: RATE, hold_days: 30, minimum_payout_minor: 5000 };
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
      effective_at: start,
      terms: JSON.stringify(terms),
      created_by: 'test',
      created_at: now,
    })
    .execute();
  await ctx.db
    .insertInto('accounts')
    .values({ id: accountId, source: 'test', external_id: accountId, name: 'Acme', created_at: now, updated_at: now })
    .execute();

  async function event(kind: 'invoice' | 'refund', id: string, at: Date): Promise<string> {
    const eventId = newId(ctx, 'conversionEvent');
    await ctx.db
      .insertInto('conversion_events')
      .values({
        id: eventId,
        source: 'test',
        event_id: id,
        kind,
        body_hash: id,
        body: '{}',
        occurred_at: at,
        received_at: at,
        state: 'decided',
      })
      .execute();
    return eventId;
  }

  async function invoice(input: SaleInput, paidAt: Date): Promise<string> {
    const id = newId(ctx, 'invoice');
    await ctx.db
      .insertInto('invoices')
      .values({
        id,
        account_id: accountId,
        source: 'test',
        external_id: input.invoice,
        currency: input.currency ?? currency,
        subtotal_minor: input.amount,
        total_minor: input.amount,
        status: 'paid',
        issued_at: paidAt,
        paid_at: paidAt,
        created_at: paidAt,
      })
      .execute();
    return id;
  }

  async function decide(input: SaleInput, at: Date): Promise<string> {
    const id = newId(ctx, 'decision');
    await ctx.db
      .insertInto('attribution_decisions')
      .values({
        id,
        conversion_event_id: await event('invoice', input.invoice, at),
        account_id: accountId,
        rule: 'R5',
        outcome: 'credited',
        reason: 'bound_at_signup',
        partner_id: input.partnerId,
        programme_id: programmeId,
        considered: '[]',
        decided_at: at,
      })
      .execute();
    return id;
  }

  return {
    programmeId,
    accountId,
    async partner(name, { state = 'approved', iban } = {}) {
      const id = newId(ctx, 'partner') as PartnerId;
      const email = `${id.toLowerCase()}@partner.example`;
      await ctx.db
        .insertInto('partners')
        .values({ id, kind: 'customer', name, email, email_normalised: email, state, created_at: now, updated_at: now })
        .execute();
      if (iban) await setDestination(ctx, { partnerId: id, destination: { rail: 'sepa', holder_name: name, iban } });
      return id;
    },
    async sale(input) {
      const paidAt = input.paidAt ?? ctx.clock.now();
      const known = await ctx.db
        .selectFrom('commissions as c')
        .innerJoin('invoices as i', 'i.id', 'c.invoice_id')
        .select(['c.decision_id', 'i.id'])
        .where('i.source', '=', 'test')
        .where('i.external_id', '=', input.invoice)
        .executeTakeFirst();
      const accrual: AccrueInput = {
        decisionId: known?.decision_id ?? (await decide(input, paidAt)),
        source: 'test',
        programmeId,
        partnerId: input.partnerId,
        accountId,
        rule: 'sale',
        invoice: {
          id: known?.id ?? (await invoice(input, paidAt)),
          externalId: input.invoice,
          currency: input.currency ?? currency,
          lines: [{ amountMinor: input.amount, discountMinor: 0, taxMinor: 0, product: 'plan' }],
          creditAppliedMinor: 0,
          paidAt,
        },
        programme: { zone: 'UTC', currency },
        terms: { id: termsId, version: 1, ...terms, ...input.terms },
        anchorAt: input.anchorAt,
        flags: input.flags ?? [],
      };
      return accrueForInvoice(ctx, accrual);
    },
    async refund(external, refundedTotalMinor, name = `${external}-refund-${refundedTotalMinor}`) {
      const at = ctx.clock.now();
      const found = await ctx.db
        .selectFrom('invoices')
        .select('id')
        .where('source', '=', 'test')
        .where('external_id', '=', external)
        .executeTakeFirstOrThrow();
      const known = await ctx.db
        .selectFrom('conversion_events')
        .select('id')
        .where('source', '=', 'test')
        .where('kind', '=', 'refund')
        .where('event_id', '=', name)
        .executeTakeFirst();
      const conversionEventId = known?.id ?? (await event('refund', name, at));
      return reverseForRefund(ctx, {
        conversionEventId,
        invoiceId: found.id,
        refundedTotalMinor,
        at,
        reason: 'refund',
      });
    },
  };
}
