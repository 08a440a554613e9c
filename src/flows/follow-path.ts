import { DAY_MS } from '../kernel/time.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { companyFacts } from '../reports/company.ts';
import { dataTime } from '../reports/data-time.ts';
import { earlyActions } from '../reports/paths/actions.ts';
import { accountStarts } from '../reports/paths/starts.ts';
import { decideStanding } from '../success/paths/rules/standing.ts';
import { followedPath, recordStandings } from '../success/paths/service.ts';

export type Followed = { accounts: number; changed: number };

/** How far is every account along the path the company follows? Undefined where none is followed. */
export async function followAccounts(ctx: Ctx): Promise<Followed | undefined> {
  requireScope(ctx, 'success:write');
  const path = await followedPath(ctx);
  if (!path) return undefined;
  const { on: until } = await dataTime(ctx, await companyFacts(ctx));
  const accounts = await accountStarts(ctx, until);
  const early = await earlyActions(ctx, { accounts, before: path.landmark_day + 1, until });
  const standings = accounts.map(({ account_id, started_on }) =>
    decideStanding(path, {
      account_id,
      started_on,
      age_days: Math.round((Date.parse(until) - Date.parse(started_on)) / DAY_MS),
      done: early.get(account_id)?.done ?? [],
    }),
  );
  return {
    accounts: accounts.length,
    changed: await recordStandings(ctx, { version: path.version, standings, asOf: until }),
  };
}
