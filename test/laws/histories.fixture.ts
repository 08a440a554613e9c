import { sql } from 'kysely';
import { ensureAccount } from '../../src/customers/accounts/verbs/resolve-account.ts';
import { saveCompany } from '../../src/customers/company/service.ts';
import { creditConversion } from '../../src/flows/credit-conversion.ts';
import { creditLateClick } from '../../src/flows/decide-again.ts';
import { mergeAccounts } from '../../src/flows/merge-accounts.ts';
import { recordSignup } from '../../src/flows/record-signup.ts';
import { recordSubscription } from '../../src/flows/record-subscription.ts';
import { reverseConversion } from '../../src/flows/reverse-conversion.ts';
import { setAccountPartner } from '../../src/flows/set-account-partner.ts';
import { undoRefund } from '../../src/flows/undo-refund.ts';
import { rational } from '../../src/kernel/money.ts';
import { recordClick } from '../../src/partners/clicks/service.ts';
import { enrolPartner } from '../../src/partners/enrolments/service.ts';
import { createCoupon, createLink } from '../../src/partners/links/service.ts';
import { createPartner } from '../../src/partners/partners/service.ts';
import { createProgramme, openProgramme } from '../../src/partners/programmes/service.ts';
import { type Ctx, newId } from '../../src/platform/ctx.ts';

const HOUR = 3_600_000;
const T0 = Date.parse('2026-01-10T00:00:00Z');
/** When everything has happened; what reaches us, reaches us then. */
export const AFTERWARDS = '2026-08-01T00:00:00Z';

/** `twin`: it happened to another account, which turns out to be the same one. */
export type Happening = { at: number; twin?: boolean } & (
  | { type: 'click'; partner: 0 | 1; visitor: 0 | 1 }
  | { type: 'signup'; visitor: 0 | 1 | null }
  | { type: 'payment'; invoice: number; amount: number; coupon: 0 | 1 | null; untold?: true; fingerprint?: string }
  | { type: 'refund'; invoice: number; refund: number; amount: number }
  | { type: 'refund_failed'; invoice: number; refund: number }
  | { type: 'subscription'; seats: number }
  | { type: 'set_partner'; partner: 0 | 1 }
  | { type: 'merge'; into: 'the account' | 'its twin' }
);

export type Market = { programmeId: string; partners: { id: string; linkId: string; coupon: string }[] };

/** A live programme with two partners, each with a link and a coupon. */
export async function openMarket(ctx: Ctx): Promise<Market> {
  await saveCompany(ctx, { name: 'Acme', reporting_currency: 'EUR', zone: 'UTC', product_url: 'https://acme.example' });
  const { id: programmeId } = await createProgramme(ctx, { template: 'customer_referral', name: 'Arrival' });
  await openProgramme(ctx, programmeId);
  const partners = [];
  for (const name of ['A', 'B']) {
    const made = { kind: 'affiliate', name, email: `${name}@partner-${name}.example`, state: 'approved' } as const;
    const { id } = await createPartner(ctx, made);
    const key = { programme_id: programmeId, partner_id: id };
    await enrolPartner(ctx, { ...key, terms_version: 1 });
    await createCoupon(ctx, { ...key, code: `COUPON-${name}` });
    partners.push({ id, linkId: (await createLink(ctx, key)).id, coupon: `COUPON-${name}` });
  }
  return { programmeId, partners };
}

const instant = (hours: number) => new Date(T0 + hours * HOUR).toISOString();

/** Tells the product what happened to the account, through the flows the doors call. */
export async function deliver(ctx: Ctx, market: Market, whole: string, one: Happening): Promise<unknown> {
  const account = one.twin ? `${whole}-twin` : whole;
  const occurred_at = instant(one.at);
  const visitor = (n: number | null) => (n === null ? {} : { visitor: `${account}-v${n}` });
  switch (one.type) {
    case 'click':
      return click(ctx, market, account, one);
    case 'signup':
      return recordSignup(ctx, {
        account_id: account,
        occurred_at,
        event_id: `${account}-s${one.at}`,
        ...visitor(one.visitor),
      });
    case 'payment': {
      const coupons = one.coupon === null ? [] : [market.partners[one.coupon]?.coupon ?? ''];
      const lines = [{ amount_minor: one.amount }];
      const paid = { invoice_id: `${account}-in${one.invoice}`, account_id: account, currency: 'EUR', lines, coupons };
      const card = one.fingerprint ? { fingerprint: one.fingerprint } : {};
      return creditConversion(ctx, { ...paid, ...card, paid_at: occurred_at, ...visitor(one.untold ? null : 0) });
    }
    case 'refund':
      return reverseConversion(ctx, {
        refund_id: `${account}-re${one.refund}`,
        invoice_id: `${account}-in${one.invoice}`,
        amount_minor: one.amount,
        occurred_at,
      });
    case 'refund_failed':
      return undoRefund(ctx, {
        refund_id: `${account}-re${one.refund}`,
        invoice_id: `${account}-in${one.invoice}`,
        occurred_at,
      });
    case 'set_partner':
      return give(ctx, market, account, one);
    case 'merge':
      return merge(ctx, whole, one.into);
    case 'subscription':
      return recordSubscription(ctx, {
        subscription_id: `${account}-sub`,
        account_id: account,
        event_id: `${account}-u${one.at}`,
        status: 'active',
        seats: one.seats,
        amount: rational(one.seats * 1000),
        interval: 'month',
        interval_count: 1,
        currency: 'EUR',
        occurred_at,
        started_at: instant(0),
      });
  }
}

/** Unpaid commissions move along: what is kept or taken back by hand depends on what there is when the hand moves. */
async function give(ctx: Ctx, market: Market, account: string, one: Extract<Happening, { type: 'set_partner' }>) {
  const { id } = await ensureAccount(ctx, { external_id: account });
  return setAccountPartner(ctx, id, {
    partner_id: market.partners[one.partner]?.id ?? '',
    programme_id: market.programmeId,
    effective_at: instant(one.at),
    unpaid: 'move',
    reason: 'agreed',
  });
}

async function merge(ctx: Ctx, account: string, into: 'the account' | 'its twin') {
  const [own, twin] = [
    (await ensureAccount(ctx, { external_id: account })).id,
    (await ensureAccount(ctx, { external_id: `${account}-twin` })).id,
  ];
  const [from, left] = into === 'the account' ? [twin, own] : [own, twin];
  return mergeAccounts(ctx, from, { into: left, reason: 'the same company' });
}

async function click(ctx: Ctx, market: Market, account: string, one: Extract<Happening, { type: 'click' }>) {
  const partner = market.partners[one.partner];
  if (!partner) throw new Error('no such partner');
  const id = `ck_${account}_${String(one.at).padStart(6, '0')}`;
  const visitor_key = `${account}-v${one.visitor}`;
  await recordClick(ctx, {
    id,
    link_id: partner.linkId,
    partner_id: partner.id,
    programme_id: market.programmeId,
    occurred_at: new Date(T0 + one.at * HOUR),
    visitor_key,
    network_key: null,
    consent: true,
    kind: 'human',
    known_account_id: null,
    referrer_host: null,
  });
  await creditLateClick(ctx, visitor_key);
}

/** What the books say about an account: what each invoice earned whom and what is left of it, and its subscription. */
export async function booksOf(ctx: Ctx, account: string): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', replace(i.external_id, ${account}, ''), p.name, c.gross_minor, c.gross_minor - c.reversed_minor,
      c.state, to_char(c.available_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI')) as line
    from commissions c join invoices i on i.id = c.invoice_id join partners p on p.id = c.partner_id
    where c.superseded_at is null and c.state <> 'refused' and i.external_id like ${`${account}-%`}
    union all
    select concat_ws(' ', replace(e.event_id, ${account}, ''), e.kind, e.state, d.outcome, d.rule = 'R7', q.name)
    from conversion_events e left join attribution_decisions d on d.conversion_event_id = e.id
      left join partners q on q.id = d.partner_id
    where e.account_external_id in (${account}, ${`${account}-twin`}) and e.kind in ('signup', 'invoice')
    union all
    select concat_ws(' ', 'sub', s.seats, s.mrr_minor, s.started_on, s.ended_on) from subscriptions s
      join accounts a on a.id = s.account_id
      where a.external_id in (${account}, ${`${account}-twin`})
    order by 1`.execute(ctx.db);
  return rows.map(({ line }) => line);
}

/** What the ledger holds for the two partners: the sum of it all. */
export async function ledgerOf(ctx: Ctx): Promise<unknown> {
  const { rows } = await sql`select kind, owner_id, balance_minor from ledger_accounts
    where kind like 'partner.%' and balance_minor <> 0 order by 1, 2`.execute(ctx.db);
  return rows;
}

/** Twelve happenings or a few more with duplicates among them, in the order they happened; `draw` returns [0, 1). */
export function randomHistory(draw: () => number): Happening[] {
  const pick = <T>(...values: T[]): T => values[Math.floor(draw() * values.length)] as T;
  const history: Happening[] = [];
  const refunds = new Map<number, number>();
  const payments: Extract<Happening, { type: 'payment' }>[] = [];
  for (let n = 0, at = 0; n < 10; n += 1) {
    at += 1 + Math.floor(draw() * 240);
    const kind = draw();
    const paid = payments[Math.floor(draw() * payments.length)];
    if (kind < 0.05) history.push({ type: 'set_partner', at, partner: pick(0, 1) });
    else if (kind < 0.3) history.push({ type: 'click', at, partner: pick(0, 1), visitor: pick(0, 0, 1) });
    else if (kind < 0.45) history.push({ type: 'signup', at, visitor: pick(0, 1, null) });
    else if (kind < 0.7 || !paid) {
      const payment = {
        type: 'payment',
        at,
        invoice: n,
        amount: 1 + Math.floor(draw() * 20_000),
        coupon: pick(null, null, null, 0, 1),
      } as const;
      payments.push(payment);
      history.push(payment);
    } else if (kind < 0.9 && (refunds.get(paid.invoice) ?? 0) < 2) {
      const amount = Math.max(1, Math.floor((paid.amount * draw()) / 3));
      refunds.set(paid.invoice, (refunds.get(paid.invoice) ?? 0) + (paid.amount < 3 ? 2 : 1));
      history.push({ type: 'refund', at, invoice: paid.invoice, refund: n, amount });
      if (draw() < 0.3) history.push({ type: 'refund_failed', at: at + 1, invoice: paid.invoice, refund: n });
    } else history.push({ type: 'subscription', at, seats: 1 + Math.floor(draw() * 9) });
  }
  return [...history, pick(...history), pick(...history)];
}

/**
 * Two accounts that become one, in three parts: what happened before, the merger, and what happened after. A merger is
 * somebody's act at its time: what was earned until then stays, so that only within a part may the order differ.
 */
export function randomMerger(draw: () => number): [Happening[], Happening[], Happening[]] {
  const mark = (history: Happening[], from: number) =>
    history.map((one) => ({ ...one, at: one.at + from, twin: draw() < 0.5 }));
  const before = randomHistory(draw);
  const own = new Map(before.map((one) => ['invoice' in one ? one.invoice : `${one.type}${one.at}`, draw() < 0.5]));
  const told = before.map((one) => ({
    ...one,
    twin: own.get('invoice' in one ? one.invoice : `${one.type}${one.at}`) ?? false,
  }));
  const after = mark(
    randomHistory(draw).filter(({ type }) => !['refund', 'refund_failed', 'set_partner'].includes(type)),
    2410,
  ).map((one) => ('invoice' in one ? { ...one, invoice: one.invoice + 100 } : one));
  const once = after.filter((one, at) => after.findIndex((other) => other.at === one.at) === at);
  const into = draw() < 0.5 ? 'the account' : 'its twin';
  return [told, [{ type: 'merge', at: 2405, into }], once];
}

/** The same in another order. */
export function shuffled<T>(values: readonly T[], draw: () => number): T[] {
  const left = [...values];
  return values.map(() => left.splice(Math.floor(draw() * left.length), 1)[0] as T);
}

export function newAccount(ctx: Ctx): string {
  return newId(ctx, 'account');
}
