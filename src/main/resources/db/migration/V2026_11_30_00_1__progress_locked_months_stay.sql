-- A locked report stays as it is: nothing is issued for its month before two persons have reopened it (design §4).

-- Whose report of a month is locked. Whoever issues figures may see no reports, so it runs as the owner and tells no more than
-- this, and of the own county only.
create function locked_townships(the_county uuid, the_period date) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
    select r.township_id from monthly_report r
    where r.county_id = the_county and r.period = the_period and r.status = 'LOCKED'
      and (the_county = any (scope_ids('counties')) or the_county = any (scope_ids('bureaus')))
$$;

create function issued_figure_not_in_locked_month() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    if exists (select from monthly_report r
               where r.township_id = new.township_id and r.period = new.period and r.status = 'LOCKED') then
        raise exception 'nothing is issued for a locked month' using errcode = 'check_violation',
            constraint = 'issued_figure_not_in_locked_month';
    end if;
    return new;
end
$$;
create trigger issued_figure_not_in_locked_month before insert on issued_figure
    for each row execute function issued_figure_not_in_locked_month();

create index monthly_report_locked on monthly_report (county_id, period) where status = 'LOCKED';
