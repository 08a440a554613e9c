import { sql } from 'kysely';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { lastTwelveMonths, type WonBy, wonBySource } from './acquisition.ts';
import { type ChannelWorth, channelWorth } from './channel-worth.ts';
import { companyFacts } from './company.ts';
import { dataTime } from './data-time.ts';
import { type Period, readMinor } from './metric.ts';
import { activeOn, pricedSubscriptions } from './sql/priced-subscriptions.ts';

export const CHANNEL_SOURCES = ['first_touch', 'last_touch', 'imported', 'self_reported'] as const;
export type ChannelSource = (typeof CHANNEL_SOURCES)[number];

export type ChannelCount = { accounts: number; paying_accounts: number; mrr_minor: number };
export type Channel = { channel: string | null } & Record<ChannelSource, ChannelCount>;
/** `won_by`: the source that says which channel won an account, for what channels cost and how their customers fare. */
export type Channels = {
  currency: string;
  at: string;
  accounts: number;
  won_by: WonBy;
  cost_period: Period;
  channels: (Channel & { worth: ChannelWorth })[];
};

type Row = { source: ChannelSource; channel: string | null; accounts: number; paying: number; mrr: string };

/** Where did customers come from, as each of four sources tells it? Side by side, never merged; null is "not known". */
export async function channels(ctx: Ctx): Promise<Channels> {
  requireScope(ctx, 'customers:read');
  const company = await companyFacts(ctx);
  const { on } = await dataTime(ctx, company);
  const { rows } = await sql<Row>`
    with paid as materialized (
      select account_id, sum(mrr) as mrr from ${pricedSubscriptions(company.currency)} s
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
  const wonBy = await wonBySource(ctx);
  const worth = await channelWorth(ctx, { company, on, wonBy });
  const all = [...known, ...list.filter((one) => one.channel === null)];
  return {
    currency: company.currency,
    at: on,
    accounts,
    won_by: wonBy,
    cost_period: lastTwelveMonths(on),
    channels: all.map((one) => ({ ...one, worth: worth(one.channel) })),
  };
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
