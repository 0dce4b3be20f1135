-- Monthly reports of townships (clause C3; design §4).
--
-- monthly_report with report_figure is what the township works on; submitted_copy with submitted_figure is what it handed in,
-- frozen and numbered, never changed again. Everybody above the township sees copies only.

create table monthly_report (
    id                 uuid        not null,
    version            bigint      not null default 0,
    county_id          uuid        not null,
    township_id        uuid        not null,
    period             date        not null,
    status             text        not null,
    status_since       timestamptz not null,
    status_by_name     text        not null,
    submissions        int         not null default 0,
    first_submitted_at timestamptz,
    days_on_site       int,
    achievements       text        not null default '',
    absence            text        not null default '',
    own_part_confirmed_by      uuid,
    own_part_confirmed_by_name text,
    own_part_confirmed_at      timestamptz,
    party_secretary_part text      not null default '',
    behind_note        text        not null default '',
    saved_at           timestamptz not null,
    saved_by_name      text        not null,
    constraint monthly_report_pk primary key (id),
    constraint monthly_report_of_township foreign key (township_id) references division,
    constraint monthly_report_once_a_month unique (township_id, period),
    constraint monthly_report_whose unique (id, county_id, township_id, period),
    -- January is not reported alone (domain-rules §7): 1-2月 carries February's date
    constraint monthly_report_period check (extract(day from period) = 1 and extract(month from period) <> 1),
    constraint monthly_report_status check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'LOCKED')),
    constraint monthly_report_submitted_is_counted check ((status = 'DRAFT') = (submissions = 0)),
    constraint monthly_report_first_submission check ((submissions = 0) = (first_submitted_at is null)),
    constraint monthly_report_days_on_site check (days_on_site between 0 and 62),
    constraint monthly_report_texts check (length(achievements) <= 1000 and length(absence) <= 200
        and length(party_secretary_part) <= 1000 and length(behind_note) <= 1000)
);

create index monthly_report_by_county on monthly_report (county_id, period);

comment on column monthly_report.period is 'first day of the reported month; February stands for January and February';
comment on column monthly_report.absence is 'why the First Secretary does not confirm the own part: vacancy or absence';

-- Which status may follow which, as in org.xuanpai.progress.ReportStatus, and what may not change at all.
create function monthly_report_legal_step() returns trigger
    language plpgsql as
$$
begin
    if old.status <> new.status and (old.status, new.status) not in (
        ('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'RETURNED'), ('SUBMITTED', 'APPROVED'), ('RETURNED', 'SUBMITTED')) then
        raise exception 'monthly_report_legal_step: % cannot become %', old.status, new.status;
    end if;
    if old.status in ('APPROVED', 'LOCKED') then
        raise exception 'monthly_report_legal_step: an approved report does not change';
    end if;
    if (old.county_id, old.township_id, old.period) <> (new.county_id, new.township_id, new.period) then
        raise exception 'monthly_report_legal_step: a report stays with its township and its month';
    end if;
    if old.status = 'SUBMITTED' and new.status = 'SUBMITTED' then
        raise exception 'monthly_report_legal_step: a submitted report changes by being judged only';
    end if;
    return new;
end
$$;

create trigger monthly_report_legal_step before update on monthly_report
    for each row execute function monthly_report_legal_step();

create table report_figure (
    report_id      uuid           not null,
    county_id      uuid           not null,
    township_id    uuid           not null,
    indicator_code text           not null,
    typed          numeric(18, 4) not null,
    constraint report_figure_pk primary key (report_id, indicator_code),
    constraint report_figure_of_report foreign key (report_id) references monthly_report,
    constraint report_figure_of_indicator foreign key (indicator_code) references indicator
);

create table submitted_copy (
    id                uuid        not null,
    report_id         uuid        not null,
    number            int         not null,
    county_id         uuid        not null,
    township_id       uuid        not null,
    period            date        not null,
    submitted_by      uuid        not null,
    submitted_by_name text        not null,
    submitted_at      timestamptz not null,
    days_on_site      int,
    achievements      text        not null,
    absence           text        not null,
    own_part_confirmed_by_name text,
    party_secretary_part text     not null,
    behind_note       text        not null,
    constraint submitted_copy_pk primary key (id),
    -- row-level security goes by the copy's own units, so they must be the report's
    constraint submitted_copy_of_report foreign key (report_id, county_id, township_id, period)
        references monthly_report (id, county_id, township_id, period),
    constraint submitted_copy_numbered unique (report_id, number),
    constraint submitted_copy_by unique (id, submitted_by, county_id, township_id),
    constraint submitted_copy_number check (number >= 1)
);

create index submitted_copy_by_township on submitted_copy (township_id, period, number);
create index submitted_copy_by_county on submitted_copy (county_id, period);

create table submitted_figure (
    copy_id        uuid           not null,
    indicator_code text           not null,
    county_id      uuid           not null,
    township_id    uuid           not null,
    typed          numeric(18, 4) not null,
    month_value    numeric(18, 4),
    cumulative     numeric(18, 4),
    last_year      numeric(18, 4),
    growth         numeric(24, 2),
    yearly_target  numeric(18, 4),
    completion     numeric(24, 1),
    constraint submitted_figure_pk primary key (copy_id, indicator_code),
    constraint submitted_figure_of_copy foreign key (copy_id) references submitted_copy,
    constraint submitted_figure_of_indicator foreign key (indicator_code) references indicator
);

comment on column submitted_figure.last_year is 'cumulative value of the same period last year; the value itself for stocks and rates';
comment on column submitted_figure.growth is 'percent against last_year, or as entered; null when there is nothing to compare with';
comment on column submitted_figure.yearly_target is 'the confirmed target at the moment of submission';

create table report_review (
    id            uuid        not null,
    copy_id       uuid        not null,
    county_id     uuid        not null,
    township_id   uuid        not null,
    outcome       text        not null,
    reason        text        not null,
    submitted_by  uuid        not null,
    reviewer_id   uuid        not null,
    reviewer_name text        not null,
    reviewed_at   timestamptz not null,
    constraint report_review_pk primary key (id),
    constraint report_review_once_per_copy unique (copy_id),
    constraint report_review_of_copy foreign key (copy_id, submitted_by, county_id, township_id)
        references submitted_copy (id, submitted_by, county_id, township_id),
    constraint report_review_outcome check (outcome in ('RETURNED', 'APPROVED')),
    constraint report_review_return_has_reason check (outcome = 'APPROVED' or length(trim(reason)) > 0),
    constraint report_review_never_by_submitter check (reviewer_id <> submitted_by)
);

create table review_mark (
    review_id   uuid not null,
    county_id   uuid not null,
    township_id uuid not null,
    field       text not null,
    note        text not null,
    constraint review_mark_pk primary key (review_id, field),
    constraint review_mark_of_review foreign key (review_id) references report_review
);

-- One effect per submit token, however often it is sent (controls J1).
create table submit_token (
    token        uuid        not null,
    account_id   uuid        not null,
    payload_hash bytea       not null,
    used_at      timestamptz not null,
    constraint submit_token_pk primary key (token)
);

-- By scope everybody reads; each act is written by whoever may take it, as themselves, in a township of their own. A row that
-- belongs to another carries that one's units.
call protect_by_scope('monthly_report');
create policy begun_by_township on monthly_report for insert to ${appRole}
    with check (
        acting_role() in ('TOWNSHIP_CLERK', 'PARTY_SECRETARY', 'FIRST_SECRETARY')
        and township_id = any (scope_ids('townships'))
        and status = 'DRAFT'
        and exists (select from division d
                    where d.id = monthly_report.township_id and d.county_id = monthly_report.county_id));
-- The status is looked at after the change only: a report is locked for an act before it is known whether that is possible.
create policy written_by_township on monthly_report for update to ${appRole}
    using (acting_role() in ('TOWNSHIP_CLERK', 'PARTY_SECRETARY', 'FIRST_SECRETARY')
        and township_id = any (scope_ids('townships')))
    with check (status in ('DRAFT', 'RETURNED') or status = 'SUBMITTED' and acting_role() = 'PARTY_SECRETARY');
create policy judged_by_organizer on monthly_report for update to ${appRole}
    using (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')))
    with check (acting_role() = 'COUNTY_ORGANIZER' and status in ('RETURNED', 'APPROVED'));

-- drafts are the township's own: the county sees figures once they are handed in
call protect('report_figure');
create policy own_township on report_figure to ${appRole} using (township_id = any (scope_ids('townships')));

call protect_by_scope('submitted_copy');
create policy handed_in_by_party_secretary on submitted_copy for insert to ${appRole}
    with check (
        acting_role() = 'PARTY_SECRETARY'
        and township_id = any (scope_ids('townships'))
        and submitted_by = acting_account()
        and exists (select from monthly_report r
                    where r.id = submitted_copy.report_id and r.township_id = submitted_copy.township_id
                      and r.county_id = submitted_copy.county_id and r.period = submitted_copy.period
                      and r.submissions = submitted_copy.number and r.status = 'SUBMITTED'));
call protect_by_scope('submitted_figure');
create policy handed_in_with_copy on submitted_figure for insert to ${appRole}
    with check (exists (select from submitted_copy c
                        where c.id = submitted_figure.copy_id and c.township_id = submitted_figure.township_id
                          and c.county_id = submitted_figure.county_id and c.submitted_by = acting_account()));

call protect_by_scope('report_review');
create policy judged_by_organizer on report_review for insert to ${appRole}
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and reviewer_id = acting_account()
        and exists (select from submitted_copy c
                    where c.id = report_review.copy_id and c.township_id = report_review.township_id
                      and c.county_id = report_review.county_id));
call protect_by_scope('review_mark');
create policy marked_with_review on review_mark for insert to ${appRole}
    with check (exists (select from report_review v
                        where v.id = review_mark.review_id and v.township_id = review_mark.township_id
                          and v.county_id = review_mark.county_id and v.reviewer_id = acting_account()));

call protect('submit_token');
create policy own_tokens on submit_token to ${appRole} using (account_id = acting_account());

-- What was handed in and judged stays.
revoke update, delete on submitted_copy, submitted_figure, report_review, review_mark, submit_token from ${appRole};
revoke delete on monthly_report from ${appRole};
