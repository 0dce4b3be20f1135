-- What was frozen does not grow: figures and reasons are there with their copy, marks with their review, or never.

create policy frozen_with_copy on submitted_figure as restrictive for insert to ${appRole}
    with check (exists (select from submitted_copy c where c.id = submitted_figure.copy_id and made_now(c.xmin)));
create policy frozen_with_copy on submitted_reason as restrictive for insert to ${appRole}
    with check (exists (select from submitted_copy c where c.id = submitted_reason.copy_id and made_now(c.xmin)));
create policy frozen_with_review on review_mark as restrictive for insert to ${appRole}
    with check (exists (select from report_review v where v.id = review_mark.review_id and made_now(v.xmin)));

-- A correction changes one figure of what was approved, with what follows from it in its month, and nothing else.
create function submitted_copy_corrects_one_figure() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    correction figure_correction;
    previous   submitted_copy;
begin
    if not happens_now(new.submitted_at) then
        raise exception 'submitted_copy_corrects_one_figure: a copy is made now';
    end if;
    if new.kind = 'SUBMISSION' then
        return null;
    end if;
    select * into strict correction from figure_correction x where x.id = new.correction_id;
    select * into strict previous from submitted_copy c where c.report_id = new.report_id and c.number = new.number - 1;
    if (new.days_on_site, new.achievements, new.absence, new.own_part_confirmed_by_name, new.party_secretary_part,
        new.behind_note, new.fields, new.fields_typed)
        is distinct from
        (previous.days_on_site, previous.achievements, previous.absence, previous.own_part_confirmed_by_name,
         previous.party_secretary_part, previous.behind_note, previous.fields, previous.fields_typed) then
        raise exception 'submitted_copy_corrects_one_figure: texts stay';
    end if;
    if exists ((select w.field, w.rule, w.text from submitted_reason w where w.copy_id = previous.id
                union
                select w.field, w.rule, w.text from submitted_reason w where w.copy_id = new.id)
               except
               (select w.field, w.rule, w.text from submitted_reason w where w.copy_id = previous.id
                intersect
                select w.field, w.rule, w.text from submitted_reason w where w.copy_id = new.id)) then
        raise exception 'submitted_copy_corrects_one_figure: reasons stay';
    end if;
    -- compared with the figures as they read, after what followed from other months
    if exists (
        select
        from (select f.indicator_code, f.typed, f.yearly_target, f.issued_version, i.growth_code,
                     case when v.id is null then f.month_value else v.month_value end as month_value,
                     case when v.id is null then f.cumulative else v.cumulative end as cumulative,
                     case when v.id is null then f.last_year else v.last_year end as last_year,
                     case when v.id is null then f.growth else v.growth end as growth,
                     case when v.id is null then f.completion else v.completion end as completion
              from submitted_figure f
              join indicator i on i.code = f.indicator_code
              left join figure_revision v
                  on v.copy_id = f.copy_id and v.indicator_code = f.indicator_code and v.superseded_at is null
              where f.copy_id = previous.id) before
        full join (select * from submitted_figure f where f.copy_id = new.id) after using (indicator_code)
        where before.typed is null or after.typed is null
           or (before.last_year, before.yearly_target, before.issued_version)
              is distinct from (after.last_year, after.yearly_target, after.issued_version)
           or case when indicator_code = correction.indicator_code then after.typed <> correction.new_value
                   else (before.typed, before.month_value, before.cumulative, before.completion)
                            is distinct from (after.typed, after.month_value, after.cumulative, after.completion)
                        or before.growth is distinct from after.growth
                           and before.growth_code is distinct from correction.indicator_code end) then
        raise exception 'submitted_copy_corrects_one_figure: the other figures stay';
    end if;
    return null;
end
$$;

create constraint trigger submitted_copy_corrects_one_figure after insert on submitted_copy
    deferrable initially deferred for each row when (current_user = '${appRole}')
    execute function submitted_copy_corrects_one_figure();

-- A figure that follows is one of the township's own later month, written with what caused it, and stands until the next one.
alter table submitted_copy add constraint submitted_copy_of_township unique (id, county_id, township_id);
alter table figure_revision add constraint figure_revision_of_own_copy
    foreign key (copy_id, county_id, township_id) references submitted_copy (id, county_id, township_id);

create policy follows_at_once on figure_revision as restrictive for insert to ${appRole}
    with check (
        happens_now(revised_at)
        and exists (select from submitted_copy later
                    join submitted_copy cause
                        on cause.id = figure_revision.cause_copy_id or cause.correction_id = figure_revision.correction_id
                    where later.id = figure_revision.copy_id and cause.period < later.period and made_now(cause.xmin)));

create function figure_revision_is_succeeded() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    if not exists (select from figure_revision n
                   where n.copy_id = new.copy_id and n.indicator_code = new.indicator_code and n.superseded_at is null
                     and made_now(n.xmin)) then
        raise exception 'figure_revision_is_succeeded: a revision is superseded by the next one only';
    end if;
    return null;
end
$$;

create constraint trigger figure_revision_is_succeeded after update on figure_revision
    deferrable initially deferred for each row when (current_user = '${appRole}')
    execute function figure_revision_is_succeeded();
