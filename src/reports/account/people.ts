import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

export type Consent = { purpose: string; granted: boolean; at: string };
export type AccountPerson = {
  id: string;
  name: string | null;
  email: string | null;
  title: string | null;
  role: string | null;
  locale: string | null;
  last_active_at: string | null;
  unsubscribed_at: string | null;
  /** The latest word per purpose. */
  consents: Consent[];
  readiness_score: number | null;
  readiness_status: string | null;
};

type Row = Omit<AccountPerson, 'last_active_at' | 'unsubscribed_at'> & {
  last_active_at: Date | null;
  unsubscribed_at: Date | null;
};

const MOST_PEOPLE = 200;

/** Whom do we know there, in what role, and what may we do? The readiest first; at most 200. */
export async function accountPeople(ctx: Ctx, accountId: string): Promise<AccountPerson[]> {
  const { rows } = await sql<Row>`
    select p.id, p.name, p.email, p.title, p.role, p.locale, p.last_active_at, p.unsubscribed_at,
      r.score::float8 as readiness_score, r.status as readiness_status,
      coalesce((
        select json_agg(json_build_object('purpose', c.purpose, 'granted', c.granted,
          'at', to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by c.purpose)
        from (select distinct on (purpose) purpose, granted, at from person_consents
          where person_id = p.id order by purpose, at desc) c
      ), '[]') as consents
    from people p left join readiness_scores r on r.person_id = p.id
    where p.account_id = ${accountId}
    order by r.score desc nulls last, p.name nulls last, p.id limit ${MOST_PEOPLE}`.execute(ctx.db);
  return rows.map((row) => ({
    ...row,
    last_active_at: row.last_active_at?.toISOString() ?? null,
    unsubscribed_at: row.unsubscribed_at?.toISOString() ?? null,
  }));
}
