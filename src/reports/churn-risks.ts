import { stringify } from 'csv-stringify/sync';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { formatMajor } from '../kernel/money.ts';
import { offsetOf, type Page } from '../kernel/page.ts';
import { dateIn, type IsoDate } from '../kernel/time.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import type { AccountRisk, Level, Part } from '../success/churn/model.ts';
import type { RisksExportQuery, RisksQuery, riskSchema } from './churn-schema.ts';
import { factInWords, featureName, type Known, reasonInWords } from './churn-words.ts';

export type RiskRow = z.infer<typeof riskSchema>;
type Row = Omit<RiskRow, 'reasons' | 'level'> & {
  level: Level;
  contributions: Omit<AccountRisk, 'accountId'>;
  /** Who brought the account; null also for those who may not see partners. */
  brought_by: string | null;
};

/** Reasons that hardly move the odds are noise to a reader. */
const LEAST_MOVE = 0.05;
const MOST_ROWS = 50_000;

const SORTS: Record<RisksQuery['sort'], RawBuilder<unknown>> = {
  risk: sql`r.risk`,
  mrr: sql`r.mrr_minor`,
  expected_loss: sql`r.risk * r.mrr_minor`,
  name: sql`lower(a.name)`,
};

/** The playbooks that run for the account, and how their tasks stand on day `today`. */
const careOn = (today: IsoDate) => sql`(
  select jsonb_build_object('playbooks', jsonb_agg(p.name order by u.started_at, u.id),
    'open', sum(t.open), 'overdue', sum(t.overdue))
  from playbook_runs u join playbooks p on p.id = u.playbook_id cross join lateral (
    select count(*) as open, count(*) filter (where k.due_on < ${today}::date) as overdue
    from playbook_tasks k where k.run_id = u.id and k.state = 'open'
  ) t where u.account_id = a.id and u.state = 'running' having count(*) > 0)`;

/** The partner of the binding in force, else of the last one. */
const BROUGHT_BY = sql`(select p.name from bindings b join partners p on p.id = b.partner_id
  where b.account_id = a.id order by b.ended_at nulls first, b.effective_at desc, b.id limit 1)`;

const columns = (
  ctx: Ctx,
) => sql`a.id as account_id, a.name, a.external_id, a.plan, a.owner_name, r.risk::float8 as risk, r.level,
  r.mrr_minor, round(r.risk * r.mrr_minor)::bigint as expected_loss_minor, r.currency, r.contributions,
  ${ctx.scopes.has('partners:read') ? BROUGHT_BY : sql`null::text`} as brought_by, ${careOn(dateIn(ctx.clock.now(), 'UTC'))} as care`;

function matches({ horizon_days, q, level, plan, segment, looked_after }: RisksExportQuery): RawBuilder<unknown> {
  const like = q && `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const conditions = [sql`r.horizon_days = ${horizon_days}`, sql`a.merged_into_id is null`];
  if (level) conditions.push(sql`r.level = ${level}`);
  if (plan) conditions.push(sql`a.plan = ${plan}`);
  if (segment)
    conditions.push(sql`exists (select 1 from segment_members m
      where m.segment_id = ${segment} and m.account_id = a.id and m.left_at is null)`);
  if (looked_after)
    conditions.push(sql`exists (select 1 from playbook_runs u
      where u.account_id = a.id and u.state = 'running') = ${looked_after === 'yes'}`);
  if (like) conditions.push(sql`(a.name ilike ${like} or a.domain ilike ${like} or a.external_id ilike ${like})`);
  return sql.join(conditions, sql` and `);
}

function toRisk({ contributions, brought_by, ...row }: Row): RiskRow {
  return { ...row, reasons: reasonsOf(contributions.parts, { currency: row.currency, broughtBy: brought_by }) };
}

function reasonsOf(parts: readonly Part[], known: Known): RiskRow['reasons'] {
  return parts
    .filter(({ log_odds }) => Math.abs(log_odds) >= LEAST_MOVE)
    .map((part) => ({
      feature: part.feature,
      name: featureName(part.feature),
      direction: part.log_odds >= 0 ? 'raises' : 'lowers',
      log_odds: part.log_odds,
      factor: Math.exp(part.log_odds),
      fact: factInWords(part, known),
      reason: reasonInWords(part, known),
    }));
}

/** Who may leave: one page of the accounts that have a risk, with the reasons. What is not known sorts last. */
export async function listRisks(ctx: Ctx, query: RisksQuery): Promise<Page<RiskRow>> {
  requireScope(ctx, 'success:read');
  const direction = query.order === 'desc' ? sql`desc` : sql`asc`;
  const from = sql`from churn_risks r join accounts a on a.id = r.account_id where ${matches(query)}`;
  const { rows } = await sql<Row>`
    select ${columns(ctx)} ${from} order by ${SORTS[query.sort]} ${direction} nulls last, a.id
    limit ${query.per_page} offset ${offsetOf(query)}`.execute(ctx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${from}`.execute(ctx.db);
  const { page, per_page } = query;
  return { items: rows.map(toRisk), total: counted.rows[0]?.total ?? 0, page, per_page };
}

/** The same list as CSV; cells that a spreadsheet would run as a formula are quoted off. */
export async function risksCsv(ctx: Ctx, query: RisksExportQuery): Promise<string> {
  requireScope(ctx, 'success:read');
  const { items } = await listRisks(ctx, { ...query, page: 1, per_page: MOST_ROWS });
  const major = (minor: number | null, currency: string) => (minor === null ? null : formatMajor(minor, currency));
  const rows = items.map((one) => ({
    ...one,
    mrr: major(one.mrr_minor, one.currency),
    expected_loss: major(one.expected_loss_minor, one.currency),
    reasons: one.reasons.map(({ reason }) => reason).join(' '),
    playbooks: one.care?.playbooks.join(', '),
  }));
  const columns = ['account_id', 'external_id', 'name', 'plan', 'owner_name', 'risk', 'level'];
  const all = [...columns, 'mrr', 'expected_loss', 'currency', 'reasons', 'playbooks'];
  return `\ufeff${stringify(rows, { header: true, columns: all, escape_formulas: true })}`;
}

/** One account's risk; undefined where it has none. */
export async function findRisk(ctx: Ctx, accountId: string, horizonDays: number): Promise<RiskRow | undefined> {
  requireScope(ctx, 'success:read');
  const { rows } = await sql<Row>`
    select ${columns(ctx)} from churn_risks r join accounts a on a.id = r.account_id
    where r.account_id = ${accountId} and r.horizon_days = ${horizonDays}`.execute(ctx.db);
  return rows[0] && toRisk(rows[0]);
}
