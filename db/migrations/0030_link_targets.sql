-- Where else a link leads: the first rule that fits the visitor's country and device, else target_url.
alter table links add column target_rules jsonb not null default '[]'
  check (jsonb_typeof(target_rules) = 'array' and jsonb_array_length(target_rules) <= 20);

-- Every process that redirects keeps links in memory and hears at commit which of them may have changed.
create function tell_link_change() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform pg_notify('goodword_links', 'code:' || old.code); end if;
  if tg_op <> 'DELETE' then perform pg_notify('goodword_links', 'code:' || new.code); end if;
  return null;
end $$;

create function tell_state_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('goodword_links', tg_argv[0] || ':' || new.id);
  return null;
end $$;

create trigger links_told after insert or update or delete on links
  for each row execute function tell_link_change();

create trigger partners_told after update of state on partners
  for each row when (old.state is distinct from new.state) execute function tell_state_change('partner');

create trigger programmes_told after update of state on programmes
  for each row when (old.state is distinct from new.state) execute function tell_state_change('programme');
