import { sql } from 'kysely';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { companyFacts } from './company.ts';
import { dataTime } from './data-time.ts';
import { type Metric, metric, readMinor } from './metric.ts';
import { activeOn, pricedSubscriptions } from './sql/priced-subscriptions.ts';

export const CHANNEL_SOURCES = ['first_touch', 'last_touch', 'imported', 'self_reported'] as const;
export type ChannelSource = (typeof CHANNEL_SOURCES)[number];

export type ChannelCount = { accounts: number; paying_accounts: number; mrr_minor: number };
export type Channel = { channel: string | null } & Record<ChannelSource, ChannelCount>;
/** `cac`: what a customer costs by channel, or what must be set to know it. */
export type Channels = { currency: string; at: string; accounts: number; cac: Metric; channels: Channel[] };

type Row = { source: ChannelSource; channel: string | null; accounts: number; paying: number; mrr: string };

/** Where did customers come from, as each of four sources tells it? Side by side, never merged; null is "not known". */
export async function channels(ctx: Ctx): Promise<Channels> {
  requireScope(ctx, 'customers:read');
  const { currency } = await companyFacts(ctx);
  const { on } = await dataTime(ctx);
  const { rows } = await sql<Row>`
    with paid as materialized (
      select account_id, sum(mrr) as mrr from ${pricedSubscriptions(currency)} s
      where ${activeOn(on)} and is_paid group by account_id
    )
    select v.source, v.channel, count(*) as accounts, count(p.account_id) as paying, coalesce(sum(p.mrr), 0)::text as mrr
    from accounts a
    cross join lateral (values ('first_touch', a.first_touch_channel), ('last_touch', a.last_touch_channel),
      ('imported', a.imported_source), ('self_reported', a.self_reported_source)) as v(source, channel)
    left join paid p on p.account_id = a.id
    where a.merged_into_id is null
    group by 1, 2`.execute(ctx.db);
  const list = [...Map.groupBy(rows, (row) => row.channel)].map(([channel, counts]) => toChannel(channel, counts));
  const most = (one: Channel) => Math.max(...CHANNEL_SOURCES.map((source) => one[source].accounts));
  const accounts = rows.filter((row) => row.source === 'imported').reduce((sum, row) => sum + row.accounts, 0);
  const known = list.filter((one) => one.channel !== null).sort((a, b) => most(b) - most(a));
  return {
    currency,
    at: on,
    accounts,
    cac: cacByChannel(currency, on),
    channels: [...known, ...list.filter((one) => one.channel === null)],
  };
}

/** Costs are kept for the whole company only, so that no channel has a CAC of its own. */
function cacByChannel(currency: string, at: string): Metric {
  const reason = 'cost_by_channel_unknown';
  return metric({
    key: 'cac',
    definition: 'cac-by-channel',
    unit: 'minor',
    currency,
    at,
    n: null,
    value: null,
    reason,
  });
}

function toChannel(channel: string | null, rows: readonly Row[]): Channel {
  const count = (source: ChannelSource): ChannelCount => {
    const row = rows.find((one) => one.source === source);
    return { accounts: row?.accounts ?? 0, paying_accounts: row?.paying ?? 0, mrr_minor: readMinor(row?.mrr ?? null) };
  };
  return {
    channel,
    first_touch: count('first_touch'),
    last_touch: count('last_touch'),
    imported: count('imported'),
    self_reported: count('self_reported'),
  };
}
