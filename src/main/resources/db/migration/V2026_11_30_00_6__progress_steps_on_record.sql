-- Every step of a report is on record when it is taken: a copy, a review, a lock, a reopening of the same moment. The application
-- writes a step and its record one after the other, in whichever order, so both are looked at before the commit.

create function monthly_report_step_on_record() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    if (new.own_part_confirmed_by, new.own_part_confirmed_by_name, new.own_part_confirmed_at)
            is distinct from (old.own_part_confirmed_by, old.own_part_confirmed_by_name, old.own_part_confirmed_at)
        -- whoever types over the part takes the confirmation away
        and num_nonnulls(new.own_part_confirmed_by, new.own_part_confirmed_by_name, new.own_part_confirmed_at) > 0
        and (acting_role() = 'FIRST_SECRETARY' and new.own_part_confirmed_by = acting_account()
            and new.own_part_confirmed_by_name = acting_name() and happens_now(new.own_part_confirmed_at)) is not true then
        raise exception 'monthly_report_step_on_record: the own part is confirmed by the First Secretary alone';
    end if;

    if old.status = 'APPROVED' and new.status = 'APPROVED' then
        -- the legal step has looked for the confirmed correction and at everything else
        if not exists (select from submitted_copy c
                       where c.report_id = new.id and c.number = new.submissions and c.kind = 'CORRECTION') then
            raise exception 'monthly_report_step_on_record: a correction becomes a copy';
        end if;
        return null;
    end if;
    if new.status = old.status then
        if (new.submissions, new.corrections, new.first_submitted_at, new.status_since, new.status_by_name)
            is distinct from (old.submissions, old.corrections, old.first_submitted_at, old.status_since, old.status_by_name) then
            raise exception 'monthly_report_step_on_record: how often and since when changes with the status only';
        end if;
        return null;
    end if;

    if not happens_now(new.status_since) then
        raise exception 'monthly_report_step_on_record: a step is taken now';
    end if;
    if new.status = 'SUBMITTED' then
        if new.submissions <> old.submissions + 1 or new.corrections <> old.corrections
            or new.first_submitted_at is distinct from coalesce(old.first_submitted_at, new.status_since)
            or not exists (select from submitted_copy c
                           where c.report_id = new.id and c.number = new.submissions and c.kind = 'SUBMISSION'
                             and c.submitted_at = new.status_since) then
            raise exception 'monthly_report_step_on_record: what is handed in becomes the next copy';
        end if;
        return null;
    end if;
    if (new.submissions, new.corrections, new.first_submitted_at)
        is distinct from (old.submissions, old.corrections, old.first_submitted_at) then
        raise exception 'monthly_report_step_on_record: only what is handed in is counted';
    end if;
    if old.status = 'SUBMITTED' and not exists (
        select from submitted_copy c join report_review v on v.copy_id = c.id
        where c.report_id = new.id and c.number = new.submissions and v.outcome = new.status
          and v.reviewed_at = new.status_since) then
        raise exception 'monthly_report_step_on_record: a report is judged by a review of its latest copy';
    end if;
    if new.status = 'LOCKED' and not exists (
        select from month_lock l join month_lock_unit u on u.lock_id = l.id
        where l.county_id = new.county_id and l.period = new.period and u.township_id = new.township_id and not u.missing
          and l.locked_at = new.status_since and made_now(l.xmin)) then
        raise exception 'monthly_report_step_on_record: a report is locked with its month';
    end if;
    -- proposed after it was locked, and confirmed for this: a reopening is used once
    if old.status = 'LOCKED' and not exists (
        select from month_reopening o
        where o.county_id = new.county_id and o.period = new.period and coalesce(o.township_id, new.township_id) = new.township_id
          and o.proposed_at >= old.status_since and o.confirmed_at = new.status_since and made_now(o.xmin)) then
        raise exception 'monthly_report_step_on_record: a locked report is reopened by two persons who saw it locked';
    end if;
    return null;
end
$$;

create constraint trigger monthly_report_step_on_record after update on monthly_report
    deferrable initially deferred for each row
    when (current_user = '${appRole}'
        and (old.status, old.submissions, old.corrections, old.first_submitted_at, old.status_since, old.status_by_name,
             old.own_part_confirmed_by, old.own_part_confirmed_by_name, old.own_part_confirmed_at)
            is distinct from
            (new.status, new.submissions, new.corrections, new.first_submitted_at, new.status_since, new.status_by_name,
             new.own_part_confirmed_by, new.own_part_confirmed_by_name, new.own_part_confirmed_at))
    execute function monthly_report_step_on_record();

create policy begun_unconfirmed on monthly_report as restrictive for insert to ${appRole}
    with check (
        num_nonnulls(own_part_confirmed_by, own_part_confirmed_by_name, own_part_confirmed_at) = 0
        or acting_role() = 'FIRST_SECRETARY' and own_part_confirmed_by = acting_account()
            and own_part_confirmed_by_name = acting_name() and happens_now(own_part_confirmed_at));

-- The other way round: a review is the step it asks for, of the copy that waits.
create function report_review_takes_step() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    if not happens_now(new.reviewed_at) or not exists (
        select from submitted_copy c join monthly_report r on r.id = c.report_id
        where c.id = new.copy_id and c.kind = 'SUBMISSION' and c.number = r.submissions
          and r.status = new.outcome and r.status_since = new.reviewed_at) then
        raise exception 'report_review_takes_step: a review judges the latest copy now';
    end if;
    return null;
end
$$;

create constraint trigger report_review_takes_step after insert on report_review
    deferrable initially deferred for each row when (current_user = '${appRole}')
    execute function report_review_takes_step();

-- A month is locked when it is over; the act names what it locked, which is locked by then, and what was missing.
create policy of_month_that_is_over on month_lock as restrictive for insert to ${appRole}
    with check (cast(period + interval '1 month' as date) <= acting_today() and happens_now(locked_at));
create policy as_it_was_locked on month_lock_unit as restrictive for insert to ${appRole}
    with check (
        exists (select from month_lock l
                where l.id = month_lock_unit.lock_id and l.county_id = month_lock_unit.county_id and made_now(l.xmin))
        and missing <> exists (
            select from month_lock l join monthly_report r on r.period = l.period and r.county_id = l.county_id
            where l.id = month_lock_unit.lock_id and r.township_id = month_lock_unit.township_id and r.status = 'LOCKED'));

create policy proposed_now on month_reopening as restrictive for insert to ${appRole}
    with check (happens_now(proposed_at));
