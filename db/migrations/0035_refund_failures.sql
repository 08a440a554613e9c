-- A refund that did not go through: known before or after the refund itself, it is undone once.
create table invoice_refund_failures (
  source text not null,
  external_id text not null,
  invoice_external_id text not null,
  failed_at timestamptz not null,
  reason text,
  primary key (source, external_id)
);

-- What a failed refund had taken is given back by a reversal below 0.
alter table commission_reversals drop constraint commission_reversals_amount_minor_check;

alter table commission_reversals add constraint commission_reversals_amount_minor_check
  check (abs(amount_minor) <= 9007199254740991 and (amount_minor >= 0 or reason = 'refund_failed'));

-- What Stripe's charge says is given back, when it said so, and how much of that is in the books.
alter table stripe_charges add column observed_at timestamptz;

alter table stripe_charges add column recorded_minor bigint not null default 0;

update stripe_charges set recorded_minor = refunded_minor;

create table stripe_failed_refunds (
  refund_id text primary key,
  charge_id text not null,
  amount_minor bigint not null check (amount_minor between 1 and 9007199254740991),
  failed_at timestamptz not null
);

create index stripe_failed_refunds_charge on stripe_failed_refunds (charge_id);
