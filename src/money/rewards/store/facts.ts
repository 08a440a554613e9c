import { sql } from 'kysely';
import { type Terms, type TermsVersion, termsAt } from '../../../partners/programmes/model.ts';
import type { Ctx } from '../../../platform/ctx.ts';

/** Everything about a programme that its rewards depend on, at an instant. */
export type ProgrammeFacts = { id: string; name: string; zone: string; currency: string; terms: Terms };

/** The programme with the terms in force at `at`; before the first version its first. Undefined when it is not there. */
export async function findProgramme(ctx: Ctx, id: string, at: Date): Promise<ProgrammeFacts | undefined> {
  const programme = await ctx.db
    .selectFrom('programmes')
    .select(['id', 'name', 'zone', 'currency'])
    .where('id', '=', id)
    .executeTakeFirst();
  const rows = await ctx.db
    .selectFrom('programme_terms')
    .select(['version', 'effective_at', 'terms'])
    .where('programme_id', '=', id)
    .orderBy('version')
    .execute();
  const versions = rows as Pick<TermsVersion, 'version' | 'effective_at' | 'terms'>[];
  const terms = (termsAt(versions, at) ?? versions[0])?.terms;
  return programme && terms && { ...programme, terms };
}

export async function findZone(ctx: Ctx, programmeId: string): Promise<string> {
  const row = await ctx.db.selectFrom('programmes').select('zone').where('id', '=', programmeId).executeTakeFirst();
  return row?.zone ?? 'UTC';
}

export type Referrer = {
  id: string;
  name: string;
  email: string;
  account_id: string | null;
  country: string | null;
  interests: string[];
};

export async function findReferrer(ctx: Ctx, partnerId: string): Promise<Referrer | undefined> {
  return ctx.db
    .selectFrom('partners as p')
    .leftJoin('reward_interests as i', 'i.partner_id', 'p.id')
    .select(['p.id', 'p.name', 'p.email', 'p.account_id', 'p.country'])
    .select((eb) => eb.fn.coalesce('i.interests', sql<string[]>`'{}'::text[]`).as('interests'))
    .where('p.id', '=', partnerId)
    .executeTakeFirst();
}

/** Who in the friend's company hears about it: its first person with an address. */
export async function findContact(
  ctx: Ctx,
  accountId: string,
): Promise<{ name: string | null; email: string } | undefined> {
  const row = await ctx.db
    .selectFrom('people')
    .select(['name', 'email'])
    .where('account_id', '=', accountId)
    .where('email', 'is not', null)
    .where('unsubscribed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst();
  return row && { name: row.name, email: row.email ?? '' };
}

export async function findAccountName(
  ctx: Ctx,
  id: string,
): Promise<{ name: string; external_id: string } | undefined> {
  return ctx.db.selectFrom('accounts').select(['name', 'external_id']).where('id', '=', id).executeTakeFirst();
}

/** Whether the account paid another invoice before `at`: then this is no first payment. */
export async function paidBefore(ctx: Ctx, accountId: string, at: Date): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('invoices')
    .select('id')
    .where('account_id', '=', accountId)
    .where('status', '=', 'paid')
    .where('paid_at', '<', at)
    .whereRef('total_minor', '>', 'credit_applied_minor')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findCompanyName(ctx: Ctx): Promise<string> {
  return (await ctx.db.selectFrom('company_settings').select('name').executeTakeFirst())?.name ?? '';
}

/** An account by our id, or by the name the company's own systems know it under. */
export async function findAccountByExternalId(ctx: Ctx, id: string): Promise<string | undefined> {
  const rows = await ctx.db
    .selectFrom('accounts')
    .select(['id', 'merged_into_id'])
    .where((eb) => eb.or([eb('id', '=', id), eb('external_id', '=', id)]))
    .orderBy('created_at')
    .limit(1)
    .execute();
  return rows[0]?.merged_into_id ?? rows[0]?.id;
}
