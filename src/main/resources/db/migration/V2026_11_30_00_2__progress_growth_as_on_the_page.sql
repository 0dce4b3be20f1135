-- One growth for one figure: the list of figures as they read now takes last year's value as it counts now, like the page of the
-- report, and derives the growth where none was issued.

create or replace view issued_value with (security_invoker = true) as
with latest as (
    select distinct on (f.county_id, f.township_id, f.indicator_code, f.period)
           f.county_id, f.township_id, f.indicator_code, f.period, f.version, f.sheet_id, f.issuer, f.typed,
           round(f.value, i.decimals) as value,
           i.kind = 'FLOW' as flow, extract(year from f.period) as year, cast(extract(month from f.period) as int) as month
    from issued_figure f join indicator i on i.code = f.indicator_code
    order by f.county_id, f.township_id, f.indicator_code, f.period, f.version desc),
placed as (
    -- 0 as long as no month of the year is missing; a stretch begins with each cumulative value
    select l.*, month - 1 - row_number() over of_year as gap,
           count(*) filter (where typed = 'CUMULATIVE') over of_year as stretch
    from latest l
    window of_year as (partition by county_id, township_id, indicator_code, year order by period)),
summed as (
    select p.*, case when flow and (typed = 'CUMULATIVE'
                                    or gap = case stretch when 0 then 0 else first_value(gap) over of_stretch end)
                     then sum(value) over of_stretch end as cumulative
    from placed p
    window of_stretch as (partition by county_id, township_id, indicator_code, year, stretch order by period))
select s.county_id, s.township_id, s.indicator_code, s.period, s.version, s.sheet_id, s.issuer, s.typed, s.value, s.cumulative,
       case when not flow or typed = 'MONTH' or month = 2 then value
            when lag(gap) over of_year = gap then cumulative - lag(cumulative) over of_year end as month_value,
       -- of the same month last year, when it was issued
       case when lag(year) over of_month = year - 1
            then lag(case when flow then cumulative else value end) over of_month end as last_year
from summed s
window of_year as (partition by county_id, township_id, indicator_code, year order by period),
       of_month as (partition by county_id, township_id, indicator_code, month order by year);

create or replace view reported_figure with (security_invoker = true) as
select c.county_id, c.township_id, c.period, i.code as indicator_code,
       coalesce(v.month_value, f.month_value) as month_value,
       coalesce(v.cumulative, f.cumulative) as cumulative,
       case when v.value is null then f.growth
            when g.value is not null then g.value
            when i.kind <> 'RATE' then round((v.of_the_year - y.last_year) * 100 / nullif(greatest(y.last_year, 0), 0), 1)
            end as growth,
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
left join lateral (
    select v.*, case when i.kind = 'FLOW' then v.cumulative else v.value end as of_the_year
    from issued_value v
    where v.county_id = c.county_id and v.township_id = c.township_id and v.period = c.period and v.indicator_code = i.code) v on true
left join issued_sheet s on s.id = v.sheet_id
left join issued_value g on v.value is not null and g.county_id = c.county_id and g.township_id = c.township_id
    and g.period = c.period and g.indicator_code = i.growth_code
left join lateral (
    -- last year's value as it counts now: issued, frozen in the copy, or what last year's copy says when nothing was frozen
    select coalesce(v.last_year, f.last_year, (
        select case when i.kind = 'FLOW' then case when x.id is null then p.cumulative else x.cumulative end else p.typed end
        from monthly_report w
        join submitted_copy o on o.report_id = w.id and o.number = w.submissions
        join submitted_figure p on p.copy_id = o.id and p.indicator_code = i.code
        left join figure_revision x on x.copy_id = p.copy_id and x.indicator_code = p.indicator_code and x.superseded_at is null
        where w.township_id = c.township_id and w.period = cast(c.period - interval '1 year' as date))) as last_year) y
    on v.value is not null
left join current_target t on f.copy_id is null and t.county_id = c.county_id and t.township_id = c.township_id
    and t.year = extract(year from c.period) and t.indicator_code = i.code
where f.copy_id is not null or v.value is not null;
