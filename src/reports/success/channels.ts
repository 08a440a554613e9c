import { sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import type { Association } from '../../stats/association.ts';
import { LEAST_SUPPORT } from '../../stats/association.ts';
import { channels } from '../channels.ts';
import { type CompanyFacts, companyFacts } from '../company.ts';
import { accountSpells } from '../sql/account-spells.ts';
import { channelSentence, channelsAnswer } from './channel-words.ts';
import { associateJudged, type Judged, judgedAccounts, shareOf, showAssociation } from './judged.ts';
import { type AccountTraits, CHANNEL_SOURCES, type ChannelSource } from './traits-of-accounts.ts';

/**
 * Which channels bring customers who succeed, as each of four sources tells it? Side by side, never merged: success by the
 * rule in force, customers who left of those who ever paid, and what a customer is worth and costs where that is known.
 */
export async function channelSuccess(ctx: Ctx) {
  requireScope(ctx, 'success:read');
  requireScope(ctx, 'customers:read');
  const judged = await judgedAccounts(ctx);
  const company = await companyFacts(ctx);
  const known = await channels(ctx);
  const left = await leftByChannel(ctx, company, known.at);
  const names = known.channels.flatMap(({ channel }) => (channel === null ? [] : [channel]));
  const pairs = names.flatMap((channel) => CHANNEL_SOURCES.map((source) => ({ channel, source })));
  const found = associateJudged(
    judged,
    pairs.map(({ channel, source }) => ({
      key: `${source}=${channel}`,
      has: judged.accounts.map((one) => one[source] === channel),
    })),
  );
  const cells = pairs.map((pair, index) => ({
    ...pair,
    cell: showCell(pair, { judged, left, one: found.outcome === 'tested' ? found.candidates[index] : undefined }),
  }));
  const items = known.channels
    .filter(({ channel }) => channel !== null)
    .map(({ channel, worth: { cac, ltv, ltv_cac }, ...counts }) => ({
      channel: channel as string,
      cells: Object.fromEntries(
        CHANNEL_SOURCES.map((source) => {
          const own = cells.find((one) => one.channel === channel && one.source === source);
          return [
            source,
            counts[source].accounts > 0 && own ? { accounts: counts[source].accounts, ...own.cell } : null,
          ];
        }),
      ) as Record<ChannelSource, ({ accounts: number } & Cell) | null>,
      worth: { cac, ltv, ltv_cac },
    }));
  return {
    on: known.at,
    day: judged.rule.day,
    currency: known.currency,
    won_by: known.won_by,
    ltv_cac_guard: company.ltvCacGuard,
    least: LEAST_SUPPORT,
    n: found.n,
    succeeded: found.succeeded,
    share: found.n > 0 ? shareOf({ successes: found.succeeded, n: found.n }) : null,
    outcome: found.outcome,
    needed: found.outcome === 'too_few' ? found.needed : null,
    answer: channelsAnswer(found, cells),
    items,
  };
}

export type Cell = ReturnType<typeof showCell>;
type Pair = { channel: string; source: ChannelSource };
type Known = { judged: Judged; left: Left[]; one: Association | undefined };

function showCell({ channel, source }: Pair, { judged, left, one }: Known) {
  const own = judged.accounts.filter((account: AccountTraits) => account[source] === channel);
  const gone = left.find((row) => row.source === source && row.channel === channel);
  const verdict = one?.outcome === 'tested' ? one.verdict : ('too_few' as const);
  const statistics = one ? showAssociation(one) : null;
  const succeeded = own.filter((account) => account.succeeded).length;
  return {
    judged: own.length,
    succeeded,
    success: own.length >= LEAST_SUPPORT ? shareOf({ successes: succeeded, n: own.length }) : null,
    paid: gone?.paid ?? 0,
    left: gone?.gone ?? 0,
    churn: gone && gone.paid >= LEAST_SUPPORT ? shareOf({ successes: gone.gone, n: gone.paid }) : null,
    verdict,
    sentence: channelSentence({ channel, source, verdict, judged: own.length, statistics }),
    statistics,
  };
}

type Left = { source: ChannelSource; channel: string; paid: number; gone: number };

/** Of the accounts that ever paid, those that left by the end of `on` and did not come back. */
async function leftByChannel(ctx: Ctx, company: CompanyFacts, on: IsoDate): Promise<Left[]> {
  const { rows } = await sql<Left>`
    select v.source, v.channel, count(*)::integer as paid, count(*) filter (where p.gone)::integer as gone
    from (
      select account_id, bool_and(churned_on is not null and churned_on <= ${on}::date) as gone
      from ${accountSpells(company.churnDefinition, company.graceDays, on)} s
      where active_from <= ${on}::date group by account_id
    ) p join accounts a on a.id = p.account_id and a.merged_into_id is null
    cross join lateral (values ('first_touch', a.first_touch_channel), ('last_touch', a.last_touch_channel),
      ('imported', a.imported_source), ('self_reported', a.self_reported_source)) as v(source, channel)
    where v.channel is not null group by 1, 2`.execute(ctx.db);
  return rows;
}
