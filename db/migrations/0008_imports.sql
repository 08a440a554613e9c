-- Imports: what was read from files, how, and what could not be used.

create table imports (
  id text primary key,
  label text not null,
  state text not null check (state in ('planned', 'running', 'done', 'failed')),
  -- Where the files are on the machine that took them in; emptied uploads can no longer be run.
  folder text not null,
  mapping jsonb not null,
  -- How the mapping came about: evidence per column, open questions, what the files cannot tell.
  plan jsonb not null default '{}',
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
  size_bytes bigint not null,
  state text not null check (state in ('waiting', 'running', 'done', 'skipped', 'failed')),
  rows_read bigint not null default 0,
  rows_inserted bigint not null default 0,
  rows_updated bigint not null default 0,
  rows_unchanged bigint not null default 0,
  rows_rejected bigint not null default 0,
  repeated_ids bigint not null default 0,
  -- Of those rejected, the rows that name an account, subscription or invoice nobody knows.
  rows_orphaned bigint not null default 0,
  error text,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (import_id, file, entity)
);

-- At most 10,000 rows a file; the rejects file beside the import has all of them.
create table import_rejects (
  import_id text not null references imports,
  file text not null,
  entity text not null,
  line bigint not null,
  reason text not null,
  field text,
  row_text text not null,
  -- The row as it would have been stored, when only its id stood in the way: the quality report counts such rows too.
  repeated jsonb,
  primary key (import_id, file, entity, line)
);
