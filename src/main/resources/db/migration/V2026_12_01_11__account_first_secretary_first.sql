-- Whoever is First Secretary begins as such, whatever duty they had before: that is what they work as.
create or replace function acting_duties(the_account uuid, at_instant timestamptz, the_day date)
    returns table (account_id uuid, username text, display_name text, duty_id uuid, role text, unit_id uuid, unit_name text,
                   predecessors uuid[], figures text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
    select a.id, a.username, a.display_name, d.id, d.role, d.unit_id, d.unit_name,
           case when d.unit_id is not null then with_predecessors(d.unit_id) end, d.figures
    from account a join duty d on d.account_id = a.id
    where a.id = the_account and a.disabled_at is null
      and d.valid_from <= at_instant and (d.valid_to is null or d.valid_to > at_instant)
      and not exists (select from division u where u.id = d.unit_id and u.valid_to <= the_day)
    order by d.role <> 'FIRST_SECRETARY', d.valid_from, d.id
$$;
