-- A report is saved field by field while it is typed (decision 0019).
--
-- report_edit says who changed a field last, also when it was emptied, so that somebody else's change can be asked about by
-- name. report_intent keeps the newest send of a field from each open page: what arrives twice has one effect, and what arrives
-- late does not overwrite what the same page sent after it (controls J1).

create table report_edit (
    report_id      uuid        not null,
    county_id      uuid        not null,
    township_id    uuid        not null,
    field          text        not null,
    page           uuid,
    edited_by      uuid        not null,
    edited_by_name text        not null,
    edited_at      timestamptz not null,
    constraint report_edit_pk primary key (report_id, field),
    constraint report_edit_of_report foreign key (report_id) references monthly_report,
    constraint report_edit_field check (length(field) between 1 and 120)
);

comment on column report_edit.field is 'an indicator, a field of report_text, or what a reason is about';
comment on column report_edit.page is 'the open page it came from, while it was typed; null when a whole form was sent';

call protect('report_edit');
create policy own_township on report_edit to ${appRole} using (township_id = any (scope_ids('townships')));
create policy made_by_oneself on report_edit as restrictive for insert to ${appRole}
    with check (edited_by = acting_account() and report_in_hand(report_id, county_id, township_id));
create policy renewed_by_oneself on report_edit as restrictive for update to ${appRole}
    using (report_in_hand(report_id, county_id, township_id))
    with check (edited_by = acting_account());
revoke delete, truncate on report_edit from ${appRole};

create table report_intent (
    report_id   uuid   not null,
    county_id   uuid   not null,
    township_id uuid   not null,
    field       text   not null,
    page        uuid   not null,
    account_id  uuid   not null,
    number      bigint not null,
    value_hash  bytea  not null,
    constraint report_intent_pk primary key (report_id, field, page),
    constraint report_intent_of_report foreign key (report_id) references monthly_report,
    constraint report_intent_field check (length(field) between 1 and 120),
    constraint report_intent_number check (number > 0)
);

comment on column report_intent.number is 'counts the sends of a page; only a higher one has an effect';

call protect('report_intent');
create policy own_intents on report_intent to ${appRole}
    using (township_id = any (scope_ids('townships')) and account_id = acting_account());
create policy in_own_report on report_intent as restrictive for insert to ${appRole}
    with check (exists (select from monthly_report r
                        where r.id = report_intent.report_id and r.county_id = report_intent.county_id
                          and r.township_id = report_intent.township_id));
revoke delete, truncate on report_intent from ${appRole};
