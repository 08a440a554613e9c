import { sql } from 'kysely';
import { emailDomain, normaliseEmail } from '../../../kernel/email.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { PartnerState } from '../../partners/model.ts';
import type { AttributionPolicy, ProgrammeState } from '../../programmes/model.ts';
import type { CouponFacts, Facts, PartnerFacts, Payment, ProgrammeFacts, Touch } from '../model.ts';

export type ClickRef = { link_id: string; click_id: string };

const TOUCHES_AT_MOST = 500;

/** The clicks of the visitors, the clicks named, and the clicks of whoever made those. */
export async function listTouches(ctx: Ctx, seen: { visitors: string[]; clicks: ClickRef[] }): Promise<Touch[]> {
  if (seen.visitors.length === 0 && seen.clicks.length === 0) return [];
  const columns = sql`link_id, id, partner_id, programme_id, occurred_at, kind, consent, network_key, known_account_id`;
  // Two reads, each by its index: one condition for both would read every click there is.
  const { rows } = await sql<Omit<Touch, 'kind'> & { kind: string }>`
    with named as materialized (
      select ${columns}, visitor_key from clicks
      where (link_id, id) in (select * from json_to_recordset(${JSON.stringify(seen.clicks)}::json) as c(link_id text, click_id text))),
    visitors as materialized (
      select visitor_key from named where visitor_key is not null
      union select unnest(${seen.visitors}::text[])),
    theirs as materialized (
      select ${columns} from clicks where visitor_key = any(array(select visitor_key from visitors)))
    select link_id, id as click_id, partner_id, programme_id, occurred_at as at, kind, consent, network_key, known_account_id
    from (select ${columns} from named union select * from theirs) touches
    order by occurred_at desc, id desc limit ${TOUCHES_AT_MOST}`.execute(ctx.db);
  return rows.map((row) => ({ ...row, kind: row.kind as Touch['kind'] }));
}

/** Visits of an own address with `?via=CODE`, as the account's sign-ups until an instant and the event itself tell them. */
export async function listViaTouches(
  ctx: Ctx,
  about: { event_id: string; account_id: string; until: Date },
): Promise<Touch[]> {
  const { rows } = await sql<Touch>`
    with told as materialized (
      select id, body->>'via' as via, least(coalesce((body->>'via_at')::timestamptz, occurred_at), occurred_at) as at
      from conversion_events
      where body ? 'via' and (id = ${about.event_id} or (kind = 'signup' and occurred_at <= ${about.until}
        and account_external_id = any(array(select external_id from accounts
          where id = ${about.account_id} or merged_into_id = ${about.account_id})))))
    select 'via:' || told.id as click_id, l.id as link_id, l.partner_id, l.programme_id, told.at, 'human' as kind,
      true as consent, null as network_key, null as known_account_id
    from told join links l on lower(l.code) = lower(told.via)
    where l.state = 'active' and (l.expires_at is null or l.expires_at > told.at)`.execute(ctx.db);
  return rows;
}

/** The live referrals that named the account, by one of its mailboxes or by its company's domain. */
export async function listReferralTouches(ctx: Ctx, accountId: string): Promise<Touch[]> {
  const { rows } = await sql<Touch>`
    select r.id as click_id, null as link_id, r.partner_id, r.programme_id, r.submitted_at as at, 'human' as kind,
      true as consent, null as network_key, null as known_account_id, r.protected_until
    from referrals r
    where r.stage <> 'lost' and (r.account_id = ${accountId}
      or r.email_normalised = any(array(
        select email_normalised from people where account_id = ${accountId} and not email_claimed))
      or r.company_domain = any(array(select domain from accounts where id = ${accountId} and domain is not null)))`.execute(
    ctx.db,
  );
  return rows;
}

/** Who the account is: every mailbox, its people, and since when it was known. */
export async function findAccountFacts(ctx: Ctx, accountId: string): Promise<Facts['account'] | undefined> {
  const account = await ctx.db
    .selectFrom('accounts')
    .select(['id', 'domain', 'source', 'signed_up_at', 'created_at'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (!account) return undefined;
  const people = await ctx.db
    .selectFrom('people')
    .select(['id', 'email_normalised', 'email_claimed'])
    .where('account_id', '=', accountId)
    .execute();
  const signup = await findSignup(ctx, accountId);
  const said = people.filter(({ email_claimed }) => !email_claimed);
  const emails = new Set([...said.map((person) => person.email_normalised), signup?.email_normalised]);
  return {
    id: account.id,
    domain: account.domain,
    emails: [...emails].filter((email) => email !== null && email !== undefined),
    person_ids: people.map(({ id }) => id),
    fingerprints: (await listFingerprints(ctx, 'account', [accountId])).map(({ fingerprint }) => fingerprint),
    known_since: account.signed_up_at ?? (account.source === 'api' ? null : account.created_at),
  };
}

/** The cards and bank accounts that partners or accounts were seen with. */
async function listFingerprints(ctx: Ctx, kind: 'partner' | 'account', ids: readonly string[]) {
  return ctx.db
    .selectFrom('payment_fingerprints')
    .select(['fingerprint', 'owner_id'])
    .where('owner_kind', '=', kind)
    .where('owner_id', 'in', [...ids])
    .execute();
}

/** Keeps that a card or bank account was seen with a partner or an account. Returns whether it was news. */
export async function insertFingerprint(
  ctx: Ctx,
  print: { fingerprint: string; owner_kind: 'partner' | 'account'; owner_id: string },
): Promise<boolean> {
  const inserted = await ctx.db
    .insertInto('payment_fingerprints')
    .values({ ...print, first_seen_at: ctx.clock.now() })
    .onConflict((oc) => oc.doNothing())
    .returning('fingerprint')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Whether another account was merged into this one. */
export async function isMerged(ctx: Ctx, accountId: string): Promise<boolean> {
  const query = ctx.db.selectFrom('accounts').select('id').where('merged_into_id', '=', accountId);
  return (await query.limit(1).execute()).length > 0;
}

export async function findSignup(ctx: Ctx, accountId: string) {
  return ctx.db.selectFrom('signups').selectAll().where('account_id', '=', accountId).executeTakeFirst();
}

/**
 * What the sign-ups of an account said until an instant, oldest first; before the first one, what that one said: who
 * pays and then signs up came by the same clicks.
 */
export async function listSignupBodies(ctx: Ctx, accountExternalId: string, until: Date) {
  const rows = await ctx.db
    .selectFrom('conversion_events')
    .select(['body', 'occurred_at'])
    .where('account_external_id', '=', accountExternalId)
    .where('kind', '=', 'signup')
    .orderBy('occurred_at')
    .execute();
  const before = rows.filter(({ occurred_at }) => occurred_at <= until);
  const counted = before.length > 0 ? before : rows.slice(0, 1);
  return counted.map(({ body }) => body as { visitor?: string; click_token?: string; click_tokens?: string[] });
}

/** Keeps the earliest sign-up of an account. */
export async function upsertSignup(
  ctx: Ctx,
  signup: {
    id: string;
    account_id: string;
    occurred_at: Date;
    visitor_key: string | null;
    click_token_click_id: string | null;
    email_normalised: string | null;
    is_trial: boolean;
  },
): Promise<void> {
  await ctx.db
    .insertInto('signups')
    .values({ ...signup, created_at: ctx.clock.now() })
    .onConflict((oc) =>
      oc
        .column('account_id')
        .doUpdateSet((eb) => ({
          occurred_at: eb.ref('excluded.occurred_at'),
          visitor_key: eb.ref('excluded.visitor_key'),
          click_token_click_id: eb.ref('excluded.click_token_click_id'),
          email_normalised: eb.ref('excluded.email_normalised'),
          is_trial: eb.ref('excluded.is_trial'),
        }))
        .whereRef('excluded.occurred_at', '<', 'signups.occurred_at'),
    )
    .execute();
}

/** The account's other paid invoices. */
export async function listPayments(ctx: Ctx, accountId: string, exceptInvoiceId: string | null): Promise<Payment[]> {
  const { rows } = await sql<Payment>`
    select paid_at as at, coalesce((attributes->>'period_ends_at')::timestamptz, paid_at) as until
    from invoices
    where account_id = ${accountId} and status = 'paid' and paid_at is not null
      and total_minor - credit_applied_minor > 0 and id is distinct from ${exceptInvoiceId}`.execute(ctx.db);
  return rows;
}

/** The coupons on an invoice; one for few accounts is locked, so that two invoices do not use its last place. */
export async function listCoupons(ctx: Ctx, codes: readonly string[], accountId: string): Promise<Facts['coupons']> {
  if (codes.length === 0) return new Map();
  const names = codes.map((code) => code.toUpperCase());
  const { rows } = await sql<CouponFacts>`
    with named as materialized (select * from coupons where code = any(${names}) for update)
    select code, partner_id, programme_id, state, expires_at,
      accounts_at_most is not null and accounts_at_most <= (
        select count(distinct b.account_id) from bindings b
        where b.coupon_code = named.code and b.rule = 'R4' and b.account_id <> ${accountId}) as used_up
    from named`.execute(ctx.db);
  return new Map(rows.map((row) => [row.code, row]));
}

export async function listProgrammes(ctx: Ctx): Promise<Facts['programmes']> {
  const rows = await ctx.db.selectFrom('programmes').select(['id', 'state', 'attribution']).execute();
  const facts: ProgrammeFacts[] = rows.map((row) => ({
    id: row.id,
    state: row.state as ProgrammeState,
    attribution: row.attribution as AttributionPolicy,
  }));
  return new Map(facts.map((programme) => [programme.id, programme]));
}

/** The partners with what decides whether they may be credited. */
export async function listPartners(ctx: Ctx, ids: readonly string[]): Promise<Facts['partners']> {
  if (ids.length === 0) return new Map();
  const [partners, states, enrolments] = await Promise.all([
    ctx.db
      .selectFrom('partners')
      .leftJoin('accounts', 'accounts.id', 'partners.account_id')
      .select([
        'partners.id',
        'partners.email',
        'partners.account_id',
        'partners.person_id',
        'accounts.domain as account_domain',
      ])
      .where('partners.id', 'in', ids)
      .execute(),
    ctx.db.selectFrom('partner_states').selectAll().where('partner_id', 'in', ids).orderBy('at').execute(),
    ctx.db
      .selectFrom('enrolments')
      .select(['partner_id', 'programme_id'])
      .where('partner_id', 'in', ids)
      .where('state', '=', 'active')
      .execute(),
  ]);
  const prints = await listFingerprints(ctx, 'partner', ids);
  const statesOf = Map.groupBy(states, (row) => row.partner_id);
  const programmesOf = Map.groupBy(enrolments, (row) => row.partner_id);
  const facts: PartnerFacts[] = partners.map(({ email, ...partner }) => ({
    ...partner,
    email_normalised: normaliseEmail(email),
    email_domain: emailDomain(email),
    states: (statesOf.get(partner.id) ?? []).map(({ state, at }) => ({ state: state as PartnerState, at })),
    fingerprints: prints.filter(({ owner_id }) => owner_id === partner.id).map(({ fingerprint }) => fingerprint),
    programme_ids: (programmesOf.get(partner.id) ?? []).map(({ programme_id }) => programme_id),
  }));
  return new Map(facts.map((partner) => [partner.id, partner]));
}

/**
 * Other accounts bound through a click of the same partner and network within a day of one of these clicks. Clicks sort
 * their names by bytes, bindings as the database does: said which, the index of the bindings serves.
 */
export async function listNeighbours(
  ctx: Ctx,
  accountId: string,
  touches: readonly Touch[],
): Promise<Facts['neighbours']> {
  const clicks = touches.filter(({ network_key }) => network_key !== null);
  if (clicks.length === 0) return [];
  const given = clicks.map(({ click_id, partner_id, network_key, at }) => ({ click_id, partner_id, network_key, at }));
  const { rows } = await sql<Facts['neighbours'][number]>`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(given)}::json)
        as g(click_id text, partner_id text, network_key text, at timestamptz)),
    near as materialized (
      select given.click_id, clicks.link_id, clicks.id, clicks.occurred_at from clicks
      join given on clicks.partner_id = given.partner_id and clicks.network_key = given.network_key
        and clicks.occurred_at > given.at - interval '24 hours' and clicks.occurred_at < given.at + interval '24 hours')
    select near.click_id, bindings.account_id, near.occurred_at as at from near
    join bindings on bindings.link_id = near.link_id collate "default" and bindings.click_id = near.id collate "default"
    where bindings.account_id <> ${accountId}
    order by near.occurred_at, bindings.account_id`.execute(ctx.db);
  return rows;
}

/** Sign-up and payment methods of a merged account; the earlier sign-up of the two is kept. */
export async function moveFacts(ctx: Ctx, fromId: string, intoId: string): Promise<void> {
  await sql`insert into payment_fingerprints (fingerprint, owner_kind, owner_id, first_seen_at)
    select fingerprint, owner_kind, ${intoId}, first_seen_at from payment_fingerprints
    where owner_kind = 'account' and owner_id = ${fromId} on conflict do nothing`.execute(ctx.db);
  await sql`delete from payment_fingerprints where owner_kind = 'account' and owner_id = ${fromId}`.execute(ctx.db);
  await sql`delete from signups s using signups o where s.account_id in (${fromId}, ${intoId})
    and o.account_id in (${fromId}, ${intoId}) and (o.occurred_at, o.id) < (s.occurred_at, s.id)`.execute(ctx.db);
  await ctx.db.updateTable('signups').set({ account_id: intoId }).where('account_id', '=', fromId).execute();
}
