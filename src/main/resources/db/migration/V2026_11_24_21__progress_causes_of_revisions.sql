-- What was derived in a month follows every change of a month before it: a correction, a report that was handed in again or late.
-- A revision names the correction, or the copy, that caused it.
alter table figure_revision
    alter column correction_id drop not null,
    add column cause_copy_id uuid,
    add constraint figure_revision_of_cause_copy foreign key (cause_copy_id) references submitted_copy,
    add constraint figure_revision_has_one_cause check (num_nonnulls(correction_id, cause_copy_id) = 1);
create index figure_revision_by_cause_copy on figure_revision (cause_copy_id) where cause_copy_id is not null;
-- the history of a report reads superseded revisions as well
create index figure_revision_by_copy on figure_revision (copy_id, indicator_code);

-- Whoever changed a month writes what follows in its later ones, and in those of the township it was merged into.
drop policy follows_correction on figure_revision;
create policy follows_correction on figure_revision for insert to ${appRole}
    with check (exists (select from figure_correction x
                        where x.id = figure_revision.correction_id and x.confirmed_by = acting_account()
                          and x.township_id = any (with_predecessors(figure_revision.township_id))
                          and x.county_id = figure_revision.county_id));
create policy follows_copy on figure_revision for insert to ${appRole}
    with check (exists (select from submitted_copy c
                        where c.id = figure_revision.cause_copy_id and c.kind = 'SUBMISSION' and c.submitted_by = acting_account()
                          and c.township_id = any (with_predecessors(figure_revision.township_id))
                          and c.county_id = figure_revision.county_id));

-- The townships that were, on each of these days, what was one township on a later day: itself, or those merged into it by then.
-- What was merged into it after that later day is not part of it yet.
create function townships_then(the_township uuid, the_days date[], as_of date)
    returns table (day date, townships uuid[])
    language sql stable as
$$
    with recursive line (unit_id, until) as (
        select the_township, cast('infinity' as date)
        union all
        select s.predecessor_id, least(l.until, s.effective_on)
        from division_succession s join line l on s.successor_id = l.unit_id
        where s.kind = 'MERGED' and s.effective_on <= as_of)
    select p.day, array_agg(d.id)
    from unnest(the_days) as p (day)
    join line l on p.day < l.until
    join division d on d.id = l.unit_id and d.valid_from <= p.day and (d.valid_to is null or d.valid_to > p.day)
    group by p.day
$$;
