-- What scoring asks of each account's use, summed once a run from the days, as of the end of `on_date`: of the last day
-- there is, and of the day before, which is over.
create table usage_sums (
  account_id text not null,
  on_date date not null,
  -- The latest day with use in half a year.
  last_on date not null,
  active_days integer not null,
  events bigint not null,
  features integer not null,
  -- Of ln(1 + events) a week over 8 weeks; null without any use in them.
  slope double precision,
  events_90d bigint not null,
  events_prior_90d bigint not null,
  features_90d integer not null,
  -- Everything the account ever did, when this was summed: where that differs now, something came in.
  counted bigint not null,
  primary key (on_date, account_id)
);

-- Accounts about which something changed since they were scored; the next small scoring takes them. Rows are only added
-- and taken away, so that nobody who writes ever waits for another.
create table scoring_queue (
  id bigint generated always as identity primary key,
  account_id text not null
);

-- When everybody was scored last, and up to which day: small scorings only add to that.
create table scoring_runs (
  id boolean primary key default true check (id),
  on_date date not null,
  scored_at timestamptz not null
);

create function queue_scoring() returns trigger language plpgsql as $$
begin
  insert into scoring_queue (account_id) select distinct account_id from written where account_id is not null;
  return null;
end $$;

create function queue_scoring_of_account() returns trigger language plpgsql as $$
begin
  insert into scoring_queue (account_id) select id from written;
  return null;
end $$;

create function queue_scoring_of_person() returns trigger language plpgsql as $$
begin
  insert into scoring_queue (account_id)
  select distinct p.account_id from written w join people p on p.id = w.person_id where p.account_id is not null;
  return null;
end $$;

create trigger accounts_scored_new after insert on accounts
  referencing new table as written for each statement execute function queue_scoring_of_account();
create trigger accounts_scored after update on accounts
  referencing new table as written for each statement execute function queue_scoring_of_account();
create trigger people_scored_new after insert on people
  referencing new table as written for each statement execute function queue_scoring();
create trigger people_scored after update on people
  referencing new table as written for each statement execute function queue_scoring();
create trigger subscriptions_scored_new after insert on subscriptions
  referencing new table as written for each statement execute function queue_scoring();
create trigger subscriptions_scored after update on subscriptions
  referencing new table as written for each statement execute function queue_scoring();
create trigger invoices_scored_new after insert on invoices
  referencing new table as written for each statement execute function queue_scoring();
create trigger invoices_scored after update on invoices
  referencing new table as written for each statement execute function queue_scoring();
create trigger tickets_scored_new after insert on tickets
  referencing new table as written for each statement execute function queue_scoring();
create trigger tickets_scored after update on tickets
  referencing new table as written for each statement execute function queue_scoring();
create trigger survey_answers_scored_new after insert on survey_answers
  referencing new table as written for each statement execute function queue_scoring();
create trigger survey_answers_scored after update on survey_answers
  referencing new table as written for each statement execute function queue_scoring();
create trigger person_consents_scored after insert on person_consents
  referencing new table as written for each statement execute function queue_scoring_of_person();
create trigger health_overrides_scored_new after insert on health_overrides
  referencing new table as written for each statement execute function queue_scoring();
create trigger health_overrides_scored after update on health_overrides
  referencing new table as written for each statement execute function queue_scoring();

-- Explanations are wide, rewritten every night, and read whole: kept as they were written and in their row, they cost a
-- third of what taking them apart and packing them does.
alter table readiness_scores set (toast_tuple_target = 8160);
alter table health_scores set (toast_tuple_target = 8160);
alter table churn_risks set (toast_tuple_target = 8160);
alter table readiness_scores alter column terms type json, alter column vetoes type json, alter column facts type json,
  alter column nomination type json;
alter table health_scores alter column contributions type json;
alter table churn_risks alter column contributions type json;
