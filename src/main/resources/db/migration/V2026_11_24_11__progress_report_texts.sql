-- Texts of a draft are the township's own like its figures (decision 0007): they move out of monthly_report, which the county
-- reads, into rows of their own, one per field. What was handed in is in submitted_copy and stays as it is.

create table report_text (
    report_id   uuid not null,
    county_id   uuid not null,
    township_id uuid not null,
    field       text not null,
    text        text not null,
    constraint report_text_pk primary key (report_id, field),
    constraint report_text_of_report foreign key (report_id) references monthly_report,
    constraint report_text_field
        check (field in ('DAYS_ON_SITE', 'ACHIEVEMENTS', 'ABSENCE', 'PARTY_PART', 'BEHIND_NOTE')),
    constraint report_text_not_empty check (text <> ''),
    constraint report_text_length check (length(text) <= case field when 'ABSENCE' then 200 else 1000 end),
    constraint report_text_days_on_site
        check (field <> 'DAYS_ON_SITE' or text ~ '^[0-9]{1,2}$' and cast(text as int) between 0 and 62)
);

comment on column report_text.field is 'as in org.xuanpai.progress.TextField; an empty field has no row';

insert into report_text (report_id, county_id, township_id, field, text)
select r.id, r.county_id, r.township_id, typed.field, typed.text
from monthly_report r
cross join lateral (values
    ('DAYS_ON_SITE', cast(r.days_on_site as text)),
    ('ACHIEVEMENTS', r.achievements),
    ('ABSENCE', r.absence),
    ('PARTY_PART', r.party_secretary_part),
    ('BEHIND_NOTE', r.behind_note)) as typed (field, text)
where typed.text <> '';

-- made anew by R__cockpit_views
drop view if exists cockpit_figure;
drop view if exists cockpit_report;

alter table monthly_report
    drop constraint monthly_report_texts,
    drop constraint monthly_report_days_on_site,
    drop column days_on_site,
    drop column achievements,
    drop column absence,
    drop column party_secretary_part,
    drop column behind_note;

call protect('report_text');
create policy own_township on report_text to ${appRole} using (township_id = any (scope_ids('townships')));

-- A report that waits for the county changes by being judged only (monthly_report_legal_step); so do its figures and texts, which
-- are its own township's.
create function report_in_hand(report uuid, county uuid, township uuid) returns boolean
    language sql stable
    return exists (select from monthly_report r
                   where r.id = report and r.county_id = county and r.township_id = township
                     and r.status in ('DRAFT', 'RETURNED'));

create policy typed_while_in_hand on report_text as restrictive for insert to ${appRole}
    with check (report_in_hand(report_id, county_id, township_id));
create policy changed_while_in_hand on report_text as restrictive for update to ${appRole}
    using (report_in_hand(report_id, county_id, township_id));
create policy emptied_while_in_hand on report_text as restrictive for delete to ${appRole}
    using (report_in_hand(report_id, county_id, township_id));

create policy typed_while_in_hand on report_figure as restrictive for insert to ${appRole}
    with check (report_in_hand(report_id, county_id, township_id));
create policy changed_while_in_hand on report_figure as restrictive for update to ${appRole}
    using (report_in_hand(report_id, county_id, township_id));
create policy emptied_while_in_hand on report_figure as restrictive for delete to ${appRole}
    using (report_in_hand(report_id, county_id, township_id));
