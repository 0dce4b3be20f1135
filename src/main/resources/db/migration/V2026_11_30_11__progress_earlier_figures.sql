-- The figures of earlier months as they count for what is one township later, read the same way by whoever types a month, whoever checks it
-- and whoever issues figures for it. An issuer sees no reports, so it runs as the owner: it tells no more than the figures of the scope, and a
-- bureau those of the indicators alone that its duty lets it issue, also where townships typed them before.
--
-- What is one township now may have been several then: their flows and stocks together, where each that owed a report has the figure; a rate
-- is nobody's (decision 16). known_at leaves out what was handed in or followed after that moment. Planned for the units and the scope at
-- hand: a plan made for any of them takes five times as long.
create function earlier_figures(the_units uuid[], the_days date[], the_day date, known_at timestamptz,
                                the_counties uuid[], the_townships uuid[])
    returns table (unit_id uuid, period date, indicator_code text, typed numeric, month_value numeric, cumulative numeric)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan as
$$
    select w.unit_id, w.period, f.indicator_code, sum(f.typed),
           case when count(s.month_value) = count(*) then sum(s.month_value) end,
           case when count(s.cumulative) = count(*) then sum(s.cumulative) end
    from (select u.id as unit_id, cast(date_trunc('month', t.day) as date) as period, t.day, t.townships
          from unnest(the_units) u (id)
          cross join lateral townships_then(u.id, the_days, the_day) t) w
    join submitted_copy c on c.township_id = any (w.townships) and c.period = w.period
    join submitted_figure f on f.copy_id = c.id
    left join figure_revision v
      on v.copy_id = f.copy_id and v.indicator_code = f.indicator_code
     and v.revised_at <= coalesce(known_at, 'infinity')
     and (v.superseded_at is null or v.superseded_at > known_at)
    cross join lateral (
        select case when v.id is null then f.month_value else v.month_value end as month_value,
               case when v.id is null then f.cumulative else v.cumulative end as cumulative) s
    join indicator i on i.code = f.indicator_code
    where c.number = (select max(n.number) from submitted_copy n
                      where n.report_id = c.report_id and n.submitted_at <= coalesce(known_at, 'infinity'))
      and (c.county_id = any (the_counties) or c.township_id = any (the_townships))
      and (c.county_id = any (scope_ids('counties')) or c.township_id = any (scope_ids('townships'))
           or issues_for(c.county_id, i.issuer))
    group by w.unit_id, w.period, w.day, w.townships, f.indicator_code, i.kind
    having (i.kind <> 'RATE' or count(*) = 1)
       and (cardinality(w.townships) = 1
            or array(select t.id from unnest(w.townships) as t (id)
                     where (select y.industrial from township_type y
                            where y.township_id = t.id and y.confirmed_by is not null and y.valid_from <= w.day
                            order by y.valid_from desc limit 1)) <@ array_agg(c.township_id))
$$;
