-- Whose reports are approved and will read otherwise, which an issuer is told before issuing: locked ones of later months are among
-- them, a locked one of the month itself is not, for nothing is issued for it. Whoever issues figures may see no reports, so it runs
-- as the owner and tells no more than this, and of the own county only.
create function approved_reports(the_county uuid, the_first date, the_last date)
    returns table (township_id uuid, period date)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
    select r.township_id, r.period from monthly_report r
    where r.county_id = the_county and r.period between the_first and the_last
      and (r.status = 'APPROVED' or r.status = 'LOCKED' and r.period > the_first)
      and (the_county = any (scope_ids('counties')) or the_county = any (scope_ids('bureaus')))
$$;
