-- An organizer who is away names another one for some days; whoever reviews then does it for both, and the review says so.
create table review_stand_in (
    id             uuid        not null,
    county_id      uuid        not null,
    away_id        uuid        not null,
    away_name      text        not null,
    stand_in_id    uuid        not null,
    stand_in_name  text        not null,
    first_day      date        not null,
    last_day       date        not null,
    named_at       timestamptz not null,
    ended_at       timestamptz,
    constraint review_stand_in_pk primary key (id),
    constraint review_stand_in_of_account foreign key (away_id) references account,
    constraint review_stand_in_account foreign key (stand_in_id) references account,
    constraint review_stand_in_another_person check (away_id <> stand_in_id),
    constraint review_stand_in_days check (last_day >= first_day and last_day <= first_day + 92),
    constraint review_stand_in_one_at_a_time
        exclude using gist (away_id with =, daterange(first_day, last_day, '[]') with &&) where (ended_at is null)
);
create index review_stand_in_by_county on review_stand_in (county_id, last_day);

alter table report_review add column stands_in_for text not null default '';
comment on column report_review.stands_in_for is 'the organizer whose stand-in the reviewer was that day; empty for none';

call protect('review_stand_in');
create policy in_scope on review_stand_in for select to ${appRole} using (county_id = any (scope_ids('counties')));
create policy named_by_who_is_away on review_stand_in for insert to ${appRole}
    with check (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')) and away_id = acting_account());
create policy ended_by_who_was_away on review_stand_in for update to ${appRole}
    using (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')) and away_id = acting_account()
        and ended_at is null)
    with check (ended_at is not null);
revoke update, delete, truncate on review_stand_in from ${appRole};
grant update (ended_at) on review_stand_in to ${appRole};

-- Only who is late is reminded, and once a working day.
create table report_reminder (
    id           uuid        not null,
    county_id    uuid        not null,
    township_id  uuid        not null,
    period       date        not null,
    working_day  date        not null,
    sent_by      uuid        not null,
    sent_by_name text        not null,
    sent_at      timestamptz not null,
    constraint report_reminder_pk primary key (id),
    constraint report_reminder_of_township foreign key (township_id) references division,
    constraint report_reminder_once_a_day unique (township_id, period, working_day)
);
create index report_reminder_by_county on report_reminder (county_id, period);
comment on column report_reminder.working_day is 'the day itself, or the next working day when it is none';

call protect_by_scope('report_reminder');
create policy sent_by_organizer on report_reminder for insert to ${appRole}
    with check (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')) and sent_by = acting_account()
        and exists (select from division d where d.id = report_reminder.township_id and d.county_id = report_reminder.county_id));
revoke update, delete, truncate on report_reminder from ${appRole};
