import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Click } from './model.ts';

/** Adds the click and counts it, in one statement; the same click again counts once. */
export async function insertClick(ctx: Ctx, click: Click): Promise<void> {
  await sql`
    with added as (
      insert into clicks (link_id, id, partner_id, programme_id, occurred_at, visitor_key, network_key, consent, kind,
        known_account_id, referrer_host, sub)
      values (${click.link_id}, ${click.id}, ${click.partner_id}, ${click.programme_id}, ${click.occurred_at},
        ${click.visitor_key}, ${click.network_key}, ${click.consent}, ${click.kind}, ${click.known_account_id},
        ${click.referrer_host}, ${click.sub ? JSON.stringify(click.sub) : null}::jsonb)
      on conflict (link_id, id) do nothing returning link_id, kind, occurred_at)
    insert into clicks_daily as daily (link_id, on_date, kind, clicks)
    select link_id, (occurred_at at time zone 'UTC')::date, kind, 1 from added
    on conflict (link_id, on_date, kind) do update set clicks = daily.clicks + excluded.clicks`.execute(ctx.db);
}
