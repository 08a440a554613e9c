create table imports (
  id text primary key,
  label text not null,
  state text not null check (state in ('planned', 'running', 'done', 'failed')),
  mapping jsonb not null,
  started_by text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  error text
);
create index imports_started on imports (started_at desc);

create table import_files (
  import_id text not null references imports,
  file text not null,
  entity text not null,
  sha256 text,
  size_bytes bigint not null,
  state text not null check (state in ('waiting', 'running', 'done', 'skipped', 'failed')),
  rows_read bigint not null default 0,
  rows_inserted bigint not null default 0,
  rows_updated bigint not null default 0,
  rows_unchanged bigint not null default 0,
  rows_rejected bigint not null default 0,
  repeated_ids bigint not null default 0,
  error text,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (import_id, file, entity)
);

create table import_rejects (
  import_id text not null references imports,
  file text not null,
  line bigint not null,
  reason text not null,
  field text,
  row_text text not null,
  primary key (import_id, file, line, reason)
);
