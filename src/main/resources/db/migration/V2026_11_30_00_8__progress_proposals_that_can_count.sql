-- A correction is about a figure that the township typed, as it stands in an approved report, and becomes the next copy.

create policy of_approved_figure on figure_correction as restrictive for insert to ${appRole}
    with check (
        happens_now(proposed_at)
        and exists (select from indicator i where i.code = figure_correction.indicator_code and i.source = 'TOWNSHIP')
        and exists (select from monthly_report r
                    join submitted_copy c on c.report_id = r.id and c.number = r.submissions
                    join submitted_figure f on f.copy_id = c.id
                    where r.id = figure_correction.report_id and r.status = 'APPROVED'
                      and r.submissions = figure_correction.seen_copy
                      and f.indicator_code = figure_correction.indicator_code and f.typed = figure_correction.old_value));

-- A township confirms or lets it be; what an organizer proposed, organizers take back.
create policy withdrawn_by_organizer on figure_correction as restrictive for update to ${appRole}
    using (true)
    with check (withdrawn_at is null or acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')));

alter table figure_correction
    add constraint figure_correction_is_next_copy check (confirmed_copy = seen_copy + 1);

create function figure_correction_becomes_copy() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    if new.confirmed_by is not null and (happens_now(new.confirmed_at) and exists (
        select from submitted_copy c
        where c.correction_id = new.id and c.number = new.confirmed_copy and c.submitted_by = new.confirmed_by
          and made_now(c.xmin))) is not true then
        raise exception 'figure_correction_becomes_copy: a correction that is confirmed becomes a copy';
    end if;
    return null;
end
$$;

create constraint trigger figure_correction_becomes_copy after update on figure_correction
    deferrable initially deferred for each row when (current_user = '${appRole}')
    execute function figure_correction_becomes_copy();

-- Only an organizer of the county stands in for another one, and not on days that are over.
create policy by_organizer_from_now_on on review_stand_in as restrictive for insert to ${appRole}
    with check (
        happens_now(named_at)
        and ended_at is null
        and last_day >= acting_today()
        and exists (select from duty d join account a on a.id = d.account_id
                    where d.account_id = review_stand_in.stand_in_id and d.role = 'COUNTY_ORGANIZER'
                      and d.county_id = review_stand_in.county_id and a.disabled_at is null
                      and d.valid_from <= acting_now() and (d.valid_to is null or d.valid_to > acting_now())));
