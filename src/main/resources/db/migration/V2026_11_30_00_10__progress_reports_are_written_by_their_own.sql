-- PostgreSQL asks of a changed row that one of the policies lets it be written, not that it is the one that let it be changed. So
-- each of them says again who acts: otherwise an organizer could change a draft, and a clerk put a confirmed correction into effect.
drop policy written_by_township on monthly_report;
create policy written_by_township on monthly_report for update to ${appRole}
    using (acting_role() in ('TOWNSHIP_CLERK', 'PARTY_SECRETARY', 'FIRST_SECRETARY')
        and township_id = any (scope_ids('townships')))
    with check (acting_role() in ('TOWNSHIP_CLERK', 'PARTY_SECRETARY', 'FIRST_SECRETARY')
        and township_id = any (scope_ids('townships'))
        and (status in ('DRAFT', 'RETURNED') or status = 'SUBMITTED' and acting_role() = 'PARTY_SECRETARY'));

drop policy judged_by_organizer on monthly_report;
create policy judged_by_organizer on monthly_report for update to ${appRole}
    using (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')))
    with check (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties'))
        and status in ('RETURNED', 'APPROVED', 'LOCKED'));

drop policy corrected_by_party_secretary on monthly_report;
create policy corrected_by_party_secretary on monthly_report for update to ${appRole}
    using (acting_role() = 'PARTY_SECRETARY' and township_id = any (scope_ids('townships')))
    with check (acting_role() = 'PARTY_SECRETARY' and township_id = any (scope_ids('townships')) and status = 'APPROVED');
