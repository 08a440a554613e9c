-- A list as somebody filtered and sorted it, kept under a name. Each member sees their own and those shared with all.
create table saved_views (
  id text primary key,
  user_id text not null references auth."user" on delete cascade,
  screen text not null check (screen ~ '^[a-z-]{1,40}$'),
  name text not null check (name <> ''),
  search text not null check (length(search) <= 2000),
  shared boolean not null,
  created_at timestamptz not null,
  unique (user_id, screen, name)
);
create index saved_views_screen on saved_views (screen);
