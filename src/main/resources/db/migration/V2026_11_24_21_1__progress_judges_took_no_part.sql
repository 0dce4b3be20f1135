-- Whoever had a part in a report does not judge it (decision 0022): who handed in any copy of it, typed a field of it, or confirmed
-- the own part, under whatever duty. A county sees no drafts, so the answer comes without them, and about oneself only.
create function took_part(the_report uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
    select exists (select from submitted_copy c
                   where c.report_id = the_report and c.submitted_by = acting_account() and c.kind = 'SUBMISSION')
        or exists (select from report_edit e where e.report_id = the_report and e.edited_by = acting_account())
        or exists (select from monthly_report r where r.id = the_report and r.own_part_confirmed_by = acting_account())
$$;

create policy judged_by_no_author on report_review as restrictive for insert to ${appRole}
    with check (not took_part((select c.report_id from submitted_copy c where c.id = report_review.copy_id)));
