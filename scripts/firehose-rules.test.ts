import { describe, expect, it } from 'vitest';
import { checkFirehoseSql, checkFirehoseTables } from './firehose-rules.ts';

const said = (sql: string, path = 'src/reports/x.ts') =>
  checkFirehoseSql({ path, text: path.endsWith('.sql') ? sql : `const x = sql\`${sql}\`;` }).map(
    ({ message }) => message,
  );

const GOOD = `create table usage_events (
  constraint usage_events_pkey PRIMARY KEY (account_id, id, occurred_at)
) partition by range (occurred_at);

create table usage_daily (
  constraint usage_daily_pkey PRIMARY KEY (account_id, on_date, feature)
);

create table clicks (
  constraint clicks_pkey PRIMARY KEY (link_id, id, occurred_at)
);
CREATE INDEX clicks_visitor ON ONLY public.clicks USING btree (visitor_key);

create table clicks_daily (
  constraint clicks_daily_pkey PRIMARY KEY (link_id, on_date, kind)
);
`;
const OWNERS = {
  local: {},
  firehose: { 'customers/usage': ['usage_events', 'usage_daily'], 'partners/clicks': ['clicks', 'clicks_daily'] },
};

describe('the tables of the firehoses', () => {
  it('are those that distribute places, with its column in every key and tied to nothing', () => {
    expect(checkFirehoseTables(OWNERS, GOOD)).toEqual([]);
  });

  it.each([
    ['one that is not placed', { ...OWNERS, firehose: { a: ['usage_events', 'tickets'] } }, GOOD, /distribute places/],
    [
      'a key without the column',
      OWNERS,
      GOOD.replace('(link_id, on_date, kind)', '(on_date, kind)'),
      /without link_id/,
    ],
    ['no key', OWNERS, GOOD.replace(/ {2}constraint clicks_pkey.*\n/, ''), /clicks has no primary key/],
    [
      'a unique index without the column',
      OWNERS,
      GOOD.replace('CREATE INDEX clicks_visitor ON', 'CREATE UNIQUE INDEX clicks_visitor ON'),
      /without link_id/,
    ],
    [
      'a foreign key out',
      OWNERS,
      GOOD.replace(
        '  constraint clicks_pkey',
        '  constraint k FOREIGN KEY (link_id) REFERENCES links(id),\n  constraint clicks_pkey',
      ),
      /clicks has a foreign key/,
    ],
    [
      'a foreign key in',
      OWNERS,
      `${GOOD}\ncreate table a (\n  constraint k FOREIGN KEY (b) REFERENCES clicks(id)\n);`,
      /leads to/,
    ],
    [
      'a trigger',
      OWNERS,
      GOOD.replace('CREATE INDEX', 'CREATE TRIGGER t AFTER INSERT ON clicks;\nCREATE INDEX'),
      /trigger/,
    ],
  ])('are refused with %s', (_what, owners, schema, message) => {
    expect(checkFirehoseTables(owners, schema).map((one) => one.message)).toContainEqual(
      expect.stringMatching(message),
    );
  });
});

describe('SQL that touches a firehose', () => {
  it.each([
    'select max(on_date) from usage_daily where account_id = 1',
    'with s as materialized (select account_id from usage_stage) select u.id from usage_events u join s on s.account_id = u.account_id',
    'with d as materialized (select account_id, sum(events) as n from usage_daily group by 1) select a.id, d.n from accounts a join d on d.account_id = a.id',
    'select a.name from accounts a join links l on l.id = a.link where exists (select from clicks)',
    'insert into usage_daily select * from usage_stage on conflict (account_id) do update set events = usage_daily.events + excluded.events',
    'select count(*) from clicks where extract(epoch from occurred_at) > 1 and kind is distinct from visitor_key',
    'update usage_events set feature = 1 where account_id = 1',
    'delete from usage_events where account_id = 1',
  ])('may stand: %s', (sql) => {
    expect(said(sql)).toEqual([]);
  });

  it.each([
    ['select 1 from usage_events u join accounts a on a.id = u.account_id', /joins usage_events with accounts/],
    ['select 1 from accounts a left join usage_daily u on a.id = u.account_id', /joins usage_daily with accounts/],
    ['delete from usage_stage s using usage_events u where s.id = u.id', /joins usage_events with usage_stage/],
    ['update usage_events u set quantity = s.quantity from usage_stage s where s.id = u.id', /joins usage_events/],
    [
      'select (select max(u.on_date) from usage_daily u where u.account_id = a.id) from accounts a',
      /surroundings for a.id/,
    ],
    ['with d as (select account_id from usage_daily) select 1 from d', /without "as materialized"/],
    [
      'select 1 from links l join (select link_id, count(*) from clicks group by 1) c on c.link_id = l.id',
      /inside FROM/,
    ],
    ['update clicks set link_id = 1 where link_id = 1', /moves a row of clicks/],
    ['with a as (insert into clicks (id) values (1) returning id) select count(*) from a', /inside a WITH/],
    ['update usage_events set occurred_at = now() where id = 1', /volatile/],
    ['insert into clicks_daily values (1) on conflict (link_id) do update set seen_at = now()', /more than excluded/],
  ])('is refused: %s', (sql, message) => {
    expect(said(sql)).toContainEqual(expect.stringMatching(message));
    expect(said(sql, 'db/migrations/0099_x.sql')).toContainEqual(expect.stringMatching(message));
  });
});
