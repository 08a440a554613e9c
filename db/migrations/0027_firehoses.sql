-- The firehoses by month of their event, so that an old month can be dropped at once. A primary key must then hold the
-- time as well; that an id counts once in its account is kept by whoever loads (docs/decisions/0081).

-- What is kept of each firehose. `whole_from`: days before it are known by day only. `closed_before`: events of days
-- before it were dropped, and none are taken any more.
create table firehose_retention (
  firehose text primary key check (firehose in ('usage', 'clicks')),
  months_kept integer check (months_kept between 1 and 240),
  whole_from date,
  closed_before date
);

insert into firehose_retention (firehose, whole_from)
with days as materialized (select on_date, sum(events) as n from usage_daily group by 1),
events as materialized (
  select (occurred_at at time zone 'UTC')::date as on_date, count(*) as n from usage_events group by 1)
select 'usage', max(d.on_date) + 1 from days d left join events e on e.on_date = d.on_date where d.n is distinct from e.n;

insert into firehose_retention (firehose, whole_from)
with days as materialized (select on_date, sum(clicks) as n from clicks_daily group by 1),
events as materialized (
  select (occurred_at at time zone 'UTC')::date as on_date, count(*) as n from clicks group by 1)
select 'clicks', max(d.on_date) + 1 from days d left join events e on e.on_date = d.on_date where d.n is distinct from e.n;

alter table usage_events rename to usage_events_before;
alter table usage_events_before rename constraint usage_events_pkey to usage_events_before_pkey;
alter table clicks rename to clicks_before;
alter table clicks_before rename constraint clicks_pkey to clicks_before_pkey;
drop index clicks_partner;
drop index clicks_visitor;

create table usage_events (
  account_id text collate "C" not null,
  id text collate "C" not null,
  occurred_at timestamptz not null,
  subscription_external_id text,
  person_external_id text,
  feature text not null,
  quantity integer not null default 1 constraint usage_events_quantity_check check (quantity >= 0),
  duration_s integer constraint usage_events_duration_s_check check (duration_s >= 0),
  error_count integer constraint usage_events_error_count_check check (error_count >= 0),
  primary key (account_id, id, occurred_at)
) partition by range (occurred_at);

create table clicks (
  link_id text collate "C" not null,
  id text collate "C" not null,
  partner_id text not null,
  programme_id text not null,
  occurred_at timestamptz not null,
  visitor_key text,
  network_key text,
  consent boolean not null,
  kind text not null constraint clicks_kind_check check (kind in ('human', 'bot', 'prefetch', 'head')),
  known_account_id text,
  referrer_host text,
  sub jsonb,
  primary key (link_id, id, occurred_at)
) partition by range (occurred_at);

-- Takes what no month is there for, so that an insert never fails for want of one.
create table usage_events_default partition of usage_events default;
create table clicks_default partition of clicks default;

do $$
declare
  firehose text;
  month timestamp;
begin
  foreach firehose in array array['usage_events', 'clicks'] loop
    for month in execute format(
      'select distinct date_trunc(''month'', occurred_at at time zone ''UTC'') from %I
       order by 1 desc limit 120', firehose || '_before')
    loop
      execute format('create table %I partition of %I for values from (%L) to (%L)',
        firehose || '_' || to_char(month, 'YYYY_MM'), firehose, month at time zone 'UTC',
        (month + interval '1 month') at time zone 'UTC');
    end loop;
  end loop;
end $$;

insert into usage_events (account_id, id, occurred_at, subscription_external_id, person_external_id, feature, quantity,
  duration_s, error_count)
select account_id, id, occurred_at, subscription_external_id, person_external_id, feature, quantity, duration_s,
  error_count
from usage_events_before order by account_id, id;

insert into clicks (link_id, id, partner_id, programme_id, occurred_at, visitor_key, network_key, consent, kind,
  known_account_id, referrer_host, sub)
select link_id, id, partner_id, programme_id, occurred_at, visitor_key, network_key, consent, kind, known_account_id,
  referrer_host, sub
from clicks_before order by link_id, id;

drop table usage_events_before;
drop table clicks_before;

create index clicks_partner on clicks (partner_id, occurred_at desc);
create index clicks_visitor on clicks (visitor_key, occurred_at) where visitor_key is not null;

create index clicks_daily_date on clicks_daily (on_date);

-- What lists ask of an account's use and of a link's clicks, so that they read a row instead of summing days.
create table account_signals (
  account_id text primary key,
  first_on date not null,
  last_on date not null,
  events bigint not null
);
create index account_signals_last on account_signals (last_on);

create table link_signals (
  link_id text primary key,
  people bigint not null,
  others bigint not null,
  last_on date not null
);

insert into account_signals (account_id, first_on, last_on, events)
select account_id, min(on_date), max(on_date), sum(events) from usage_daily group by account_id;

insert into link_signals (link_id, people, others, last_on)
select link_id, coalesce(sum(clicks) filter (where kind = 'human'), 0),
  coalesce(sum(clicks) filter (where kind <> 'human'), 0), max(on_date)
from clicks_daily group by link_id;
