import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UsageRow } from '../../src/customers/usage/model.ts';
import { liveUsage } from '../../src/customers/usage/rules.ts';
import { loadLiveUsage, openUsageLoad } from '../../src/customers/usage/service.ts';
import { moveUsage } from '../../src/customers/usage/verbs/move-usage.ts';
import { changeRetention, rebuildDays, retention, tendFirehoses } from '../../src/flows/keep-firehoses.ts';
import { HOUR_MS } from '../../src/kernel/time.ts';
import type { ClickKind } from '../../src/partners/clicks/model.ts';
import { recordClicks } from '../../src/partners/clicks/service.ts';
import type { Database } from '../../src/platform/database.ts';
import { listMonths } from '../../src/platform/firehose/months.ts';
import { migrate, readMigrations } from '../../src/platform/migrate.ts';
import { holdConnection } from '../../src/platform/postgres.ts';
import { type TestCtx, testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';

const NOW = '2026-03-02T12:00:00Z';

describe('the firehoses', () => {
  let database: Database;
  let ctx: TestCtx;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(async () => {
    ctx = testCtx(database, { at: NOW });
    await database.pool.query(
      `truncate usage_events, usage_daily, account_signals, clicks, clicks_daily, link_signals`,
    );
    await database.pool.query(
      `update firehose_retention set months_kept = null, whole_from = null, closed_before = null`,
    );
  });
  afterAll(() => database.close());

  const live = (rows: readonly UsageRow[]) =>
    holdConnection(ctx.db, ({ db, client }) =>
      db.transaction().execute((trx) => loadLiveUsage({ ...ctx, db: trx }, client, liveUsage(rows))),
    );
  const imported = (rows: readonly UsageRow[]) =>
    holdConnection(ctx.db, ({ db, client }) =>
      db.transaction().execute(async (trx) => {
        const load = await openUsageLoad({ ...ctx, db: trx }, client);
        const counts = await load.add(rows);
        await load.finish();
        return counts;
      }),
    );
  const read = async (text: string) => (await database.pool.query(text)).rows;
  const days = () => read('select * from usage_daily order by account_id, on_date, feature');
  const signals = () => read('select * from account_signals order by account_id');
  const recounted = () =>
    read(`select account_id, (occurred_at at time zone 'UTC')::date as on_date, feature, count(*) as events,
      sum(quantity) as quantity, coalesce(sum(duration_s), 0) as duration_s, coalesce(sum(error_count), 0) as errors
      from usage_events group by 1, 2, 3 order by 1, 2, 3`);
  const event = (id: string, at: string, change: Partial<UsageRow> = {}): UsageRow => ({
    account_id: 'ac_1',
    id,
    occurred_at: at,
    feature: 'export',
    ...change,
  });

  it('count every event once in any order, again and up to 72 hours late, as a count from scratch does', async () => {
    const before = Date.parse('2026-03-01T06:00:00Z');
    const drawn = fc.record({
      id: fc.integer({ min: 0, max: 400 }),
      account: fc.integer({ min: 0, max: 4 }),
      late: fc.integer({ min: 0, max: 72 * HOUR_MS }),
      skew: fc.constantFrom(0, 0, 3, -250),
      feature: fc.constantFrom('export', 'search'),
      quantity: fc.integer({ min: 0, max: 9 }),
    });
    const stream = fc.array(fc.array(drawn, { minLength: 1, maxLength: 120 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(stream, async (batches) => {
        await database.pool.query('truncate usage_events, usage_daily, account_signals');
        const ids = new Set<string>();
        for (const batch of batches) {
          const rows = batch.map((one) => {
            // An event that is sent again has the same time, but for what the correction of the sender's clock changes.
            const at = before - ((one.id * 7_919) % 72) * HOUR_MS + one.skew;
            const account_id = `ac_${one.account}`;
            ids.add(`${account_id} ${one.id}`);
            return event(`e${one.id}`, new Date(at).toISOString(), { ...one, id: `e${one.id}`, account_id });
          });
          await live(rows);
        }
        const [counted] = await read('select count(*) as n, count(distinct (account_id, id)) as ids from usage_events');
        expect(counted).toEqual({ n: ids.size, ids: ids.size });
        const kept = await days();
        expect(kept).toEqual(await recounted());
        const told = await signals();
        expect((await rebuildDays(ctx)).usage).toEqual({ days: kept.length, same: true });
        expect(await days()).toEqual(kept);
        expect(await signals()).toEqual(told);
      }),
      { numRuns: 6 },
    );
  });

  it('say what was new, what came again and what is of days that are closed', async () => {
    const rows = [event('a', '2026-02-01T00:00:00Z'), event('b', '2026-02-01T00:00:00Z')];
    expect(await live([...rows, event('a', '2026-02-01T00:00:02Z')])).toEqual({ inserted: 2, repeated: 1, closed: 0 });
    expect(await live([event('b', '2026-01-31T23:59:59Z')])).toEqual({ inserted: 0, repeated: 1, closed: 0 });
    expect(await live([event('a', '2026-02-01T00:00:00Z', { account_id: 'ac_2' })])).toMatchObject({ inserted: 1 });
    expect(await live([])).toEqual({ inserted: 0, repeated: 0, closed: 0 });
  });

  it('keep the instant of an event to the millisecond', async () => {
    const times = [
      '1969-12-31T23:59:59.999Z',
      '1970-01-01T00:00:09.001Z',
      '2026-02-28T23:59:00.000Z',
      '2026-03-01T00:00:10.100Z',
    ];
    await live(times.map((at, index) => event(`e${index}`, at, { occurred_at: new Date(at) })));
    const kept = await read('select occurred_at from usage_events order by id');
    expect(kept.map(({ occurred_at }) => occurred_at.toISOString())).toEqual(times);
  });

  it('take events of any time, and make no month for a mistyped year', async () => {
    await live([event('old', '0001-01-01T00:00:00Z'), event('new', '9999-12-31T23:59:59Z'), event('a', '2019-05-05')]);
    expect(await listMonths(ctx.db, 'usage')).toContain('2019-05');
    expect((await listMonths(ctx.db, 'usage')).filter((month) => month < '2016' || month > '2027')).toEqual([]);
    expect(await days()).toEqual(await recounted());
    await sql`insert into usage_events (account_id, id, occurred_at, feature) values ('ac_9', 'x', '2026-04-03', 'f')`.execute(
      ctx.db,
    );
    await tendFirehoses(ctx);
    expect(await read(`select id from usage_events_2026_04`)).toEqual([{ id: 'x' }]);
    expect(await read(`select id from usage_events_default order by id`)).toEqual([{ id: 'new' }, { id: 'old' }]);
  });

  it('mend days that somebody changed by hand, and say so', async () => {
    await imported([event('a', '2026-01-05T10:00:00Z'), event('b', '2026-02-05T10:00:00Z')]);
    const good = await days();
    await database.pool.query(`update usage_daily set events = 77 where on_date = '2026-02-05'`);
    await database.pool.query(`insert into usage_daily values ('ac_7', '2026-02-07', 'made-up', 1, 1, 0, 0)`);
    expect((await rebuildDays(ctx)).usage).toEqual({ days: 2, same: false });
    expect(await days()).toEqual(good);
  });

  it('keep the days of months that were dropped, through a rebuild, late events and the same import', async () => {
    const rows = [
      event('a', '2025-10-05T10:00:00Z'),
      event('b', '2025-12-31T23:59:59Z'),
      event('c', '2026-02-05T10:00:00Z'),
    ];
    await imported(rows);
    const good = await days();
    await expect(changeRetention(ctx, { clicks_months: 3 })).rejects.toMatchObject({
      detail: { field: 'clicks_months' },
    });
    await changeRetention(ctx, { usage_months: 2 });
    await database.pool.query(`update usage_daily set events = 0 where on_date = '2025-10-05'`);
    expect((await tendFirehoses(ctx))[0]).toMatchObject({ kept_back: ['2025-10', '2025-12'] });
    await database.pool.query(`update usage_daily set events = 1 where on_date = '2025-10-05'`);
    await tendFirehoses(ctx);
    expect((await retention(ctx))[0]).toMatchObject({
      months_kept: 2,
      closed_before: '2026-01-01',
      whole_from: '2026-01-01',
    });
    expect(await read('select id from usage_events')).toEqual([{ id: 'c' }]);
    expect(await rebuildDays(ctx)).toMatchObject({ usage: { days: 3, same: true } });
    expect(await live(rows)).toEqual({ inserted: 0, repeated: 1, closed: 2 });
    expect(await imported(rows)).toEqual({ inserted: 0, updated: 0, unchanged: 3 });
    expect(await days()).toEqual(good);
    const audited = await ctx.db
      .selectFrom('audit_entries')
      .select('action')
      .where('subject_id', '=', 'usage')
      .execute();
    expect(audited.map(({ action }) => action)).toEqual(expect.arrayContaining(['retention.change', 'retention.drop']));
  });

  it('bring two accounts together, counting what both had once', async () => {
    const at = '2026-02-05T10:00:00Z';
    await live([event('both', at), event('mine', at), event('both', at, { account_id: 'ac_2' })]);
    await live([event('theirs', '2026-01-09T10:00:00Z', { account_id: 'ac_2', feature: 'search' })]);
    await moveUsage(ctx, 'ac_2', 'ac_1');
    expect(await read('select account_id, id from usage_events order by id')).toEqual(
      ['both', 'mine', 'theirs'].map((id) => ({ account_id: 'ac_1', id })),
    );
    expect(await days()).toEqual(await recounted());
    expect(await signals()).toEqual([{ account_id: 'ac_1', first_on: '2026-01-09', last_on: '2026-02-05', events: 3 }]);
  });

  it('count clicks once by day and by link, as a count from scratch does', async () => {
    const kinds: ClickKind[] = ['human', 'human', 'bot'];
    const clicks: string[] = [];
    for (const [index, kind] of kinds.entries()) {
      const at = new Date(Date.parse('2026-02-27T23:00:00Z') + index * HOUR_MS);
      const same = {
        visitor_key: null,
        network_key: null,
        consent: false,
        known_account_id: null,
        referrer_host: null,
      };
      const click = { ...same, id: `cl_${index}`, link_id: 'ln_1', partner_id: 'pa_1', programme_id: 'pg_1', kind };
      // With those that came before, and once more.
      clicks.push(JSON.stringify({ ...click, occurred_at: at }));
      for (let again = 0; again < 2; again++) await recordClicks(ctx, clicks);
    }
    const told = await read('select * from link_signals');
    expect(told).toEqual([{ link_id: 'ln_1', people: 2, others: 1, last_on: '2026-02-28' }]);
    expect((await rebuildDays(ctx)).clicks).toEqual({ days: 3, same: true });
    expect(await read('select * from link_signals')).toEqual(told);
    await database.pool.query('update clicks_daily set clicks = 9');
    expect((await rebuildDays(ctx)).clicks.same).toBe(false);
    expect(await read('select sum(clicks)::int as n from clicks_daily')).toEqual([{ n: 3 }]);
  });

  it('survive coming by month from the tables of before', async () => {
    const client = await database.pool.connect();
    try {
      await client.query('begin; create schema before; set local search_path = before');
      const named = (...names: string[]) =>
        readMigrations().filter(({ name }) => names.some((one) => name.startsWith(one)));
      for (const { sql: text } of named('0005')) await client.query(text);
      await client.query(`create table clicks (like public.clicks); alter table clicks add primary key (link_id, id);
        create index clicks_partner on clicks (partner_id); create index clicks_visitor on clicks (visitor_key);
        create table clicks_daily (like public.clicks_daily including all)`);
      await client.query(`insert into usage_events (account_id, id, occurred_at, feature)
        select 'ac_1', 'e' || n, '2024-01-15'::timestamptz + n * interval '20 days', 'f' from generate_series(1, 9) n`);
      await client.query(`insert into usage_daily select account_id, (occurred_at at time zone 'UTC')::date, feature, 1, 1, 0, 0
        from usage_events; insert into usage_daily values ('ac_1', '2023-01-01', 'f', 5, 5, 0, 0)`);
      for (const { sql: text } of named('0027')) await client.query(text);
      const { rows } = await client.query('select count(*) as n, count(distinct tableoid) as months from usage_events');
      expect(rows).toEqual([{ n: 9, months: 6 }]);
      const told = await client.query(`select whole_from from firehose_retention order by firehose desc`);
      expect(told.rows).toEqual([{ whole_from: '2023-01-02' }, { whole_from: null }]);
      expect((await client.query('select events, last_on from account_signals')).rows).toEqual([
        { events: 14, last_on: '2024-07-13' },
      ]);
    } finally {
      await client.query('rollback');
      client.release();
    }
    expect(await migrate(database.pool)).toEqual([]);
  });
});
