import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Contribution } from '../../success/health/model.ts';
import { type ContributionView, showContribution } from '../health-sentences.ts';

export type HealthOverrideView = { band: string; reason: string; set_by: string; set_at: string; expires_at: string };

export type AccountHealth = {
  score: number | null;
  /** The band that counts: the hand-set one while it holds. */
  band: string;
  scored_band: string;
  coverage: number;
  data_until: string;
  scored_at: string;
  model_name: string;
  model_version: number;
  contributions: ContributionView[];
  override: HealthOverrideView | null;
};

export type HealthStep = { score: number | null; band: string; data_until: string; scored_at: string };

type Row = Omit<HealthStep, 'data_until' | 'scored_at'> & {
  coverage: number;
  contributions: Contribution[];
  data_on: string;
  scored_at: Date;
  superseded_at: Date | null;
  model_name: string;
  model_version: number;
};

const MOST_STEPS = 100;

/** How is it doing now, why, and how was it before? Newest step first; `present` null when it is not scored. */
export async function accountHealth(
  ctx: Ctx,
  accountId: string,
): Promise<{ present: AccountHealth | null; history: HealthStep[] }> {
  const { rows } = await sql<Row>`
    select h.score::float8 as score, h.band, h.coverage::float8 as coverage, h.contributions,
      (h.data_at - interval '1 day')::date as data_on, h.scored_at, h.superseded_at,
      m.name as model_name, m.version as model_version
    from health_scores h join health_models m on m.id = h.model_id
    where h.account_id = ${accountId} order by h.scored_at desc, h.id desc limit ${MOST_STEPS}`.execute(ctx.db);
  const present = rows.find((row) => row.superseded_at === null);
  const override = await presentOverride(ctx, accountId);
  const history = rows.map(({ score, band, data_on, scored_at }) => ({
    score,
    band,
    data_until: data_on,
    scored_at: scored_at.toISOString(),
  }));
  return { present: present ? show(present, override) : null, history };
}

function show(row: Row, override: HealthOverrideView | null): AccountHealth {
  const { data_on, superseded_at: _, ...rest } = row;
  return {
    ...rest,
    band: override?.band ?? row.band,
    scored_band: row.band,
    data_until: data_on,
    scored_at: row.scored_at.toISOString(),
    contributions: row.contributions.map(showContribution),
    override,
  };
}

async function presentOverride(ctx: Ctx, accountId: string): Promise<HealthOverrideView | null> {
  const { rows } = await sql<Omit<HealthOverrideView, 'set_at' | 'expires_at'> & { set_at: Date; expires_at: Date }>`
    select band, reason, set_by, set_at, expires_at from health_overrides
    where account_id = ${accountId} and ended_at is null and expires_at > ${ctx.clock.now()}
    order by set_at desc limit 1`.execute(ctx.db);
  const row = rows[0];
  return row ? { ...row, set_at: row.set_at.toISOString(), expires_at: row.expires_at.toISOString() } : null;
}
