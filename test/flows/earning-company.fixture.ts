import { saveCompany } from '../../src/customers/company/service.ts';
import type { InvoiceInput } from '../../src/flows/conversion-schema.ts';
import { creditConversion } from '../../src/flows/credit-conversion.ts';
import { reverseConversion } from '../../src/flows/reverse-conversion.ts';
import { listCommissions } from '../../src/money/commissions/verbs/read-commissions.ts';
import { enrolPartner } from '../../src/partners/enrolments/service.ts';
import { createCoupon } from '../../src/partners/links/service.ts';
import { createPartner } from '../../src/partners/partners/service.ts';
import { DEFAULT_TERMS, type Terms } from '../../src/partners/programmes/model.ts';
import { createProgramme, openProgramme } from '../../src/partners/programmes/service.ts';
import type { TestCtx } from '../harness/ctx.ts';

export type Earner = { id: string; code: string };
export type Seller = Awaited<ReturnType<typeof openProgrammeOf>>;

let number = 0;
const next = () => String(++number);

/** A live programme in EUR and UTC with these terms, in a company that reports in EUR; partners earn by their coupons. */
export async function openProgrammeOf(
  ctx: TestCtx,
  terms: Partial<Terms> | ((earners: Earner[]) => Partial<Terms>),
  names = ['ann'],
) {
  await saveCompany(ctx, { name: 'Acme', reporting_currency: 'EUR', zone: 'UTC', product_url: 'https://acme.example' });
  const earners: Earner[] = [];
  for (const name of names) earners.push(await makePartner(ctx, name));
  const given = typeof terms === 'function' ? terms(earners) : terms;
  const { id } = await createProgramme(ctx, {
    template: 'customer_referral',
    name: `Programme ${next()}`,
    currency: 'EUR',
    zone: 'UTC',
    terms: { ...DEFAULT_TERMS, hold_days: 0, minimum_payout_minor: 0, ...given },
  });
  await openProgramme(ctx, id);
  for (const { id: partner_id, code } of earners) {
    await enrolPartner(ctx, { programme_id: id, partner_id, terms_version: 1 });
    await createCoupon(ctx, { programme_id: id, partner_id, code });
  }
  return { programmeId: id, earners, earner: earners[0] ?? { id: '', code: '' } };
}

async function makePartner(ctx: TestCtx, name: string): Promise<Earner> {
  const code = `${name}${next()}`.toUpperCase();
  const made = await createPartner(ctx, {
    kind: 'affiliate',
    name: code,
    email: `${code.toLowerCase()}@partner.example`,
    state: 'approved',
  });
  return { id: made.id, code };
}

export type Sale = Omit<Partial<InvoiceInput>, 'lines'> & {
  code: string;
  amount?: number;
  at?: string;
  lines?: InvoiceInput['lines'];
};

/** A paid invoice of a new account (or of `account_id`) with a partner's coupon. Returns the names of both. */
export async function sell(ctx: TestCtx, { code, amount = 10_000, at, ...more }: Sale) {
  const invoice_id = more.invoice_id ?? `in${next()}`;
  const account_id = more.account_id ?? `ac${next()}`;
  const paid_at = at ?? ctx.clock.now().toISOString();
  if (new Date(paid_at) > ctx.clock.now()) ctx.clock.set(paid_at);
  const lines = [{ amount_minor: amount, product: 'plan' }];
  await creditConversion(ctx, { currency: 'EUR', lines, ...more, invoice_id, account_id, coupons: [code], paid_at });
  return { invoice_id, account_id };
}

export async function refund(ctx: TestCtx, invoice_id: string, amount_minor: number) {
  await reverseConversion(ctx, { refund_id: `re${next()}`, invoice_id, amount_minor });
}

/** The commissions of a programme, oldest first, superseded ones left out unless nothing is left of them. */
export async function commissionsOf(ctx: TestCtx, programme_id: string) {
  const query = { programme_id, page: 1, per_page: 200, sort: 'earned_at', order: 'asc' } as const;
  return (await listCommissions(ctx, query)).items;
}
