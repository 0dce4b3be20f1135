-- The figures of each report as they read now: those of its latest copy with what corrections of earlier months changed in them,
-- and what the county issues as it counts today, whatever the copy says; the copy answers for months before it was issued.
create view reported_figure with (security_invoker = true) as
select c.county_id, c.township_id, c.period, i.code as indicator_code,
       coalesce(v.month_value, f.month_value) as month_value,
       coalesce(v.cumulative, f.cumulative) as cumulative,
       case when v.value is null then f.growth
            when i.growth_code is not null then coalesce(g.value, f.growth)
            else coalesce(round((v.cumulative - f.last_year) * 100 / nullif(greatest(f.last_year, 0), 0), 1), f.growth) end as growth,
       coalesce(f.yearly_target, t.yearly_target) as yearly_target,
       case when v.cumulative is null then f.completion
            else round(v.cumulative * 100 / nullif(greatest(coalesce(f.yearly_target, t.yearly_target), 0), 0), 1) end as completion,
       s.issued_at
from monthly_report r
join submitted_copy c on c.report_id = r.id and c.number = r.submissions
cross join indicator i
left join lateral (
    select f.copy_id, f.yearly_target,
           case when x.id is null then f.month_value else x.month_value end as month_value,
           case when x.id is null then f.cumulative else x.cumulative end as cumulative,
           case when x.id is null then f.last_year else x.last_year end as last_year,
           case when x.id is null then f.growth else x.growth end as growth,
           case when x.id is null then f.completion else x.completion end as completion
    from submitted_figure f
    left join figure_revision x on x.copy_id = f.copy_id and x.indicator_code = f.indicator_code and x.superseded_at is null
    where f.copy_id = c.id and f.indicator_code = i.code) f on true
left join issued_value v on v.county_id = c.county_id and v.township_id = c.township_id and v.period = c.period
    and v.indicator_code = i.code
left join issued_sheet s on s.id = v.sheet_id
left join issued_value g on v.value is not null and g.county_id = c.county_id and g.township_id = c.township_id
    and g.period = c.period and g.indicator_code = i.growth_code
left join current_target t on f.copy_id is null and t.county_id = c.county_id and t.township_id = c.township_id
    and t.year = extract(year from c.period) and t.indicator_code = i.code
where f.copy_id is not null or v.value is not null;
