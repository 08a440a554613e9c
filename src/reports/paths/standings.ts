import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { notFound } from '../../kernel/errors.ts';
import { offsetOf, type Page } from '../../kernel/page.ts';
import { addDaysToDate, type IsoDate } from '../../kernel/time.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { say } from '../../platform/locale.ts';
import { wilson } from '../../stats/intervals.ts';
import type { Standing } from '../../success/paths/model.ts';
import { type FollowedView, followedVersions } from './followed.ts';
import type { accountPathSchema, partnersSchema, StandingsQuery, standingSchema } from './schema.ts';

type StandingView = z.infer<typeof standingSchema>;
type Row = Omit<StandingView, 'steps' | 'sentence'> & { steps: (IsoDate | null)[]; as_of: IsoDate };

/** The partner who brought an account: of the binding in force, else of the last one. */
const BROUGHT = sql`(
  select distinct on (b.account_id) b.account_id, b.partner_id, p.name as partner_name
  from bindings b join partners p on p.id = b.partner_id
  order by b.account_id, b.ended_at nulls first, b.effective_at desc, b.id)`;

const FROM = sql`from path_standings st join accounts a on a.id = st.account_id and a.merged_into_id is null
  left join ${BROUGHT} br on br.account_id = st.account_id`;
const COLUMNS = sql`st.account_id, a.name, a.plan, br.partner_id, br.partner_name, st.started_on, st.standing,
  st.done_count, st.steps, st.as_of`;

const SORTS: Record<StandingsQuery['sort'], RawBuilder<unknown>> = {
  started_on: sql`st.started_on`,
  name: sql`lower(a.name)`,
  done: sql`st.done_count`,
};

async function activePath(ctx: Ctx): Promise<FollowedView | undefined> {
  return (await followedVersions(ctx)).find(({ is_active }) => is_active);
}

/** How far is each customer along the path that is followed? One page; nobody where none is followed. */
export async function listStandings(ctx: Ctx, query: StandingsQuery): Promise<Page<StandingView>> {
  requireScope(ctx, 'success:read');
  requireScope(ctx, 'partners:read');
  const path = await activePath(ctx);
  const { page, per_page } = query;
  if (!path) return { items: [], total: 0, page, per_page };
  const conditions = [sql`st.path_version = ${path.version}`, ...filters(query)];
  const where = sql`where ${sql.join(conditions, sql` and `)}`;
  const direction = query.order === 'desc' ? sql`desc` : sql`asc`;
  const { rows } = await sql<Row>`
    select ${COLUMNS} ${FROM} ${where} order by ${SORTS[query.sort]} ${direction}, st.account_id
    limit ${per_page} offset ${offsetOf(query)}`.execute(ctx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${FROM} ${where}`.execute(ctx.db);
  return { items: rows.map((row) => show(row, path)), total: counted.rows[0]?.total ?? 0, page, per_page };
}

function filters({ q, standing, partner_id, referred }: StandingsQuery): RawBuilder<unknown>[] {
  const like = q && `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return [
    ...(like ? [sql`(a.name ilike ${like} or a.domain ilike ${like} or a.external_id ilike ${like})`] : []),
    ...(standing ? [sql`st.standing = ${standing}`] : []),
    ...(partner_id ? [sql`br.partner_id = ${partner_id}`] : []),
    ...(referred ? [referred === 'true' ? sql`br.partner_id is not null` : sql`br.partner_id is null`] : []),
  ];
}

function show({ as_of: _asOf, steps, ...row }: Row, path: FollowedView): StandingView {
  const shown = path.steps.map((step, at) => ({
    ...step,
    done_on: steps[at] ?? null,
    due_on: addDaysToDate(row.started_on, step.due_day),
  }));
  return { ...row, steps: shown, sentence: standingInWords(row.standing, shown, path) };
}

function standingInWords(standing: Standing, steps: StandingView['steps'], path: FollowedView): string {
  const open = steps.filter(({ done_on }) => done_on === null);
  const [next] = open;
  return say(`paths:standings.${standing}`, {
    done: steps.length - open.length,
    of: steps.length,
    missing: open.length,
    next: next?.name,
    due: next?.due_on,
    day: path.landmark_day,
  });
}

/** How far is one account, step by step? Who brought it is told only to those who may see partners. @throws 404. */
export async function accountPath(ctx: Ctx, id: string): Promise<z.infer<typeof accountPathSchema>> {
  requireScope(ctx, 'success:read');
  const account = await ctx.db.selectFrom('accounts').select('id').where('id', '=', id).executeTakeFirst();
  if (!account) throw notFound('account', id);
  const path = await activePath(ctx);
  if (!path) return { path: null, standing: null, as_of: null, sentence: say('paths:standings.unfollowed') };
  const { rows } = await sql<Row>`
    select ${COLUMNS} ${FROM} where st.account_id = ${id} and st.path_version = ${path.version}`.execute(ctx.db);
  const row = rows[0];
  if (!row) return { path, standing: null, as_of: null, sentence: say('paths:standings.not_measured') };
  const unnamed = ctx.scopes.has('partners:read') ? {} : { partner_id: null, partner_name: null };
  const standing = { ...show(row, path), ...unnamed };
  return { path, standing, as_of: row.as_of, sentence: standing.sentence };
}

type Tally = { customers: number } & Record<Standing, number>;
type TallyRow = Tally & { partner_id: string | null; partner_name: string | null; as_of: IsoDate };

/** Whose customers do the steps? By partner, the most customers first, against those who came by themselves. */
export async function partnerStandings(ctx: Ctx): Promise<z.infer<typeof partnersSchema>> {
  requireScope(ctx, 'success:read');
  requireScope(ctx, 'partners:read');
  const { rows } = await sql<TallyRow>`
    select br.partner_id, br.partner_name, count(*) as customers, max(st.as_of) as as_of,
      count(*) filter (where st.standing = 'done') as done, count(*) filter (where st.standing = 'on_track') as on_track,
      count(*) filter (where st.standing = 'behind') as behind, count(*) filter (where st.standing = 'missed') as missed
    ${FROM} join followed_paths f on f.version = st.path_version and f.is_active
    group by br.partner_id, br.partner_name order by customers desc, br.partner_name, br.partner_id`.execute(ctx.db);
  const own = rows.filter(({ partner_id }) => partner_id === null);
  return {
    as_of: rows[0]?.as_of ?? null,
    all: tally(rows),
    without_partner: tally(own),
    items: rows.flatMap(({ partner_id, partner_name, ...row }) =>
      partner_id === null || partner_name === null ? [] : [{ partner_id, partner_name, ...tally([row]) }],
    ),
  };
}

function tally(rows: readonly Tally[]) {
  const sum = (key: keyof Tally) => rows.reduce((total, row) => total + row[key], 0);
  const customers = sum('customers');
  const [done, on_track] = [sum('done'), sum('on_track')];
  const share = { value: (done + on_track) / customers };
  return {
    customers,
    done,
    on_track,
    behind: sum('behind'),
    missed: sum('missed'),
    share_on_track: customers === 0 ? null : { ...share, ...wilson(done + on_track, customers) },
  };
}
