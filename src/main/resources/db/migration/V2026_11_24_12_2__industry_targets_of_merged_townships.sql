-- The targets a township is measured by. After a merger its own sheet counts if it was confirmed since the
-- merger was decided; until then the sum of
-- the sheets of the townships it was made of, and only where each of them has the target.
create function targets_of(the_township uuid, the_year int)
    returns table (indicator_code text, yearly_target numeric, baseline numeric)
    language sql stable as
$$
    with merger as (
        select max(s.decided_at) as decided from division_succession s
        where s.successor_id = the_township and s.kind = 'MERGED'
          and s.effective_on > make_date(the_year, 1, 1)
          and s.effective_on <= make_date(the_year, 12, 31)),
    own as (
        select c.* from current_target c join target_sheet h on h.id = c.sheet_id
        where c.township_id = the_township and c.year = the_year
          and ((select decided from merger) is null or h.confirmed_at >= (select decided from merger))),
    parts as (
        select unnest(township_then(the_township, make_date(the_year, 1, 1))) as township_id
        where (select decided from merger) is not null)
    select o.indicator_code, o.yearly_target, o.baseline from own o
    union all
    select c.indicator_code, sum(c.yearly_target),
           case when count(c.baseline) = count(*) then sum(c.baseline) end
    from current_target c
    where c.year = the_year and c.township_id in (select township_id from parts) and not exists (select from own)
    group by c.indicator_code
    having count(*) = (select count(distinct t.township_id) from current_target t
                       where t.year = the_year and t.township_id in (select township_id from parts))
$$;
