-- What winning customers costs, month by month and channel by channel.

create table channel_costs (
  month date not null check (month = date_trunc('month', month)),
  channel text not null check (channel <> ''),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor between 0 and 9007199254740991),
  amount_reporting_minor bigint check (amount_reporting_minor between 0 and 9007199254740991),
  reporting_rate numeric check (reporting_rate > 0),
  reporting_rate_source text,
  reporting_rate_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (month, channel)
);
