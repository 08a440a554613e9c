import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Db } from '../../platform/postgres.ts';
import type { Click } from './model.ts';
import { addLinkSignals } from './store/signals.ts';

/** Adds the click and counts it, in one transaction; the same click again counts once. */
export async function insertClick({ db }: Pick<Ctx, 'db'>, click: Click): Promise<void> {
  if (!db.isTransaction) return db.transaction().execute((trx) => insertClick({ db: trx }, click));
  const { numAffectedRows } = await sql`
    insert into clicks (link_id, id, partner_id, programme_id, occurred_at, visitor_key, network_key, consent, kind,
      known_account_id, referrer_host, sub)
    values (${click.link_id}, ${click.id}, ${click.partner_id}, ${click.programme_id}, ${click.occurred_at},
      ${click.visitor_key}, ${click.network_key}, ${click.consent}, ${click.kind}, ${click.known_account_id},
      ${click.referrer_host}, ${click.sub ? JSON.stringify(click.sub) : null}::jsonb)
    on conflict do nothing`.execute(db);
  if (numAffectedRows === 1n) await countClick(db, click);
}

async function countClick(db: Db, { link_id, kind, occurred_at }: Click): Promise<void> {
  const on_date = occurred_at.toISOString().slice(0, 10);
  await sql`insert into clicks_daily (link_id, on_date, kind, clicks) values (${link_id}, ${on_date}, ${kind}, 1)
    on conflict (link_id, on_date, kind) do update set clicks = clicks_daily.clicks + excluded.clicks`.execute(db);
  await addLinkSignals(db, [{ link_id, on_date, kind, clicks: 1 }]);
}
