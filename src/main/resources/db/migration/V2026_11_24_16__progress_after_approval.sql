-- What happens to a report after its approval (decision 18): a month is locked, a locked one is reopened by two persons, one figure
-- of an approved one is corrected by two persons, and figures of later months follow.

alter table monthly_report add column corrections int not null default 0;
alter table monthly_report add constraint monthly_report_corrections check (corrections between 0 and submissions);
comment on column monthly_report.submissions is 'number of the latest copy, corrections included';

-- An act that locks a month: every report that was approved then, and by name those that were missing.
create table month_lock (
    id             uuid        not null,
    county_id      uuid        not null,
    period         date        not null,
    locked_by      uuid        not null,
    locked_by_name text        not null,
    locked_at      timestamptz not null,
    constraint month_lock_pk primary key (id)
);
create index month_lock_by_county on month_lock (county_id, period);

create table month_lock_unit (
    lock_id     uuid    not null,
    county_id   uuid    not null,
    township_id uuid    not null,
    township    text    not null,
    missing     boolean not null,
    constraint month_lock_unit_pk primary key (lock_id, township_id),
    constraint month_lock_unit_of_lock foreign key (lock_id) references month_lock,
    constraint month_lock_unit_of_township foreign key (township_id) references division
);
create index month_lock_unit_by_township on month_lock_unit (township_id);
comment on column month_lock_unit.missing is 'not locked, because it was not approved then; its name stays as it was that day';

create table month_reopening (
    id                uuid        not null,
    version           bigint      not null default 0,
    county_id         uuid        not null,
    period            date        not null,
    township_id       uuid,
    reason            text        not null,
    proposed_by       uuid        not null,
    proposed_by_name  text        not null,
    proposed_at       timestamptz not null,
    confirmed_by      uuid,
    confirmed_by_name text,
    confirmed_at      timestamptz,
    withdrawn_at      timestamptz,
    constraint month_reopening_pk primary key (id),
    constraint month_reopening_of_township foreign key (township_id) references division,
    constraint month_reopening_has_reason check (length(trim(reason)) > 0 and length(reason) <= 500),
    constraint month_reopening_second_person check (confirmed_by <> proposed_by),
    constraint month_reopening_confirmed_whole check (num_nonnulls(confirmed_by, confirmed_by_name, confirmed_at) in (0, 3)),
    constraint month_reopening_withdrawn_never_counts check (withdrawn_at is null or confirmed_at is null)
);
create unique index month_reopening_one_proposal on month_reopening (county_id, period, coalesce(township_id, county_id))
    where confirmed_by is null and withdrawn_at is null;
create index month_reopening_by_county on month_reopening (county_id, period);
comment on column month_reopening.township_id is 'null for the whole month';

-- One figure of an approved report, changed by two persons; it becomes a copy of its own when the second one confirms.
create table figure_correction (
    id                uuid           not null,
    version           bigint         not null default 0,
    report_id         uuid           not null,
    county_id         uuid           not null,
    township_id       uuid           not null,
    period            date           not null,
    indicator_code    text           not null,
    seen_copy         int            not null,
    old_value         numeric(18, 4) not null,
    new_value         numeric(18, 4) not null,
    note              text           not null,
    proposed_by       uuid           not null,
    proposed_by_name  text           not null,
    proposed_at       timestamptz    not null,
    confirmed_by      uuid,
    confirmed_by_name text,
    confirmed_at      timestamptz,
    confirmed_copy    int,
    withdrawn_at      timestamptz,
    constraint figure_correction_pk primary key (id),
    constraint figure_correction_of_report foreign key (report_id, county_id, township_id, period)
        references monthly_report (id, county_id, township_id, period),
    constraint figure_correction_of_indicator foreign key (indicator_code) references indicator,
    constraint figure_correction_changes check (new_value <> old_value),
    constraint figure_correction_has_note check (length(trim(note)) > 0 and length(note) <= 500),
    constraint figure_correction_second_person check (confirmed_by <> proposed_by),
    constraint figure_correction_confirmed_whole
        check (num_nonnulls(confirmed_by, confirmed_by_name, confirmed_at, confirmed_copy) in (0, 4)),
    constraint figure_correction_withdrawn_never_counts check (withdrawn_at is null or confirmed_at is null)
);
create unique index figure_correction_one_proposal on figure_correction (report_id)
    where confirmed_by is null and withdrawn_at is null;
create index figure_correction_by_report on figure_correction (report_id);
create index figure_correction_by_county on figure_correction (county_id) where confirmed_by is null and withdrawn_at is null;

alter table submitted_copy
    add column kind text not null default 'SUBMISSION',
    add column correction_id uuid,
    add constraint submitted_copy_kind check (kind in ('SUBMISSION', 'CORRECTION')),
    add constraint submitted_copy_of_correction foreign key (correction_id) references figure_correction,
    add constraint submitted_copy_correction_says_why check ((kind = 'CORRECTION') = (correction_id is not null));

-- What follows from a figure that was corrected in another month. The copy itself stays as it was handed in.
create table figure_revision (
    id             uuid        not null,
    copy_id        uuid        not null,
    indicator_code text        not null,
    county_id      uuid        not null,
    township_id    uuid        not null,
    correction_id  uuid        not null,
    month_value    numeric(18, 4),
    cumulative     numeric(18, 4),
    last_year      numeric(18, 4),
    growth         numeric(24, 2),
    completion     numeric(24, 1),
    revised_at     timestamptz not null,
    superseded_at  timestamptz,
    constraint figure_revision_pk primary key (id),
    constraint figure_revision_of_figure foreign key (copy_id, indicator_code) references submitted_figure (copy_id, indicator_code),
    constraint figure_revision_of_correction foreign key (correction_id) references figure_correction
);
create unique index figure_revision_that_counts on figure_revision (copy_id, indicator_code) where superseded_at is null;
create index figure_revision_by_correction on figure_revision (correction_id);

-- Which status may follow which, as in org.xuanpai.progress.ReportStatus, and what may not change at all.
create or replace function monthly_report_legal_step() returns trigger
    language plpgsql as
$$
begin
    if old.status <> new.status and (old.status, new.status) not in (
        ('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'RETURNED'), ('SUBMITTED', 'APPROVED'), ('RETURNED', 'SUBMITTED'),
        ('APPROVED', 'LOCKED'), ('LOCKED', 'APPROVED')) then
        raise exception 'monthly_report_legal_step: % cannot become %', old.status, new.status;
    end if;
    if (old.county_id, old.township_id, old.period) <> (new.county_id, new.township_id, new.period) then
        raise exception 'monthly_report_legal_step: a report stays with its township and its month';
    end if;
    if old.status = 'SUBMITTED' and new.status = 'SUBMITTED' then
        raise exception 'monthly_report_legal_step: a submitted report changes by being judged only';
    end if;
    if old.status <> new.status and new.status in ('RETURNED', 'APPROVED', 'LOCKED')
        and acting_role() in ('TOWNSHIP_CLERK', 'PARTY_SECRETARY', 'FIRST_SECRETARY') then
        raise exception 'monthly_report_legal_step: a township judges nothing';
    end if;
    if old.status = 'LOCKED' and new.status = 'LOCKED' then
        raise exception 'monthly_report_legal_step: a locked report does not change';
    end if;
    if old.status = 'LOCKED' and not exists (
        select from month_reopening o
        where o.county_id = new.county_id and o.period = new.period and coalesce(o.township_id, new.township_id) = new.township_id
          and o.confirmed_at = new.status_since) then
        raise exception 'monthly_report_legal_step: a locked report is reopened by two persons';
    end if;
    if old.status = 'APPROVED' and new.status = 'APPROVED' and not exists (
        select from figure_correction x
        where x.report_id = new.id and x.confirmed_copy = new.submissions and old.submissions + 1 = new.submissions
          and old.corrections + 1 = new.corrections and old.status_since = new.status_since
          and old.first_submitted_at = new.first_submitted_at) then
        raise exception 'monthly_report_legal_step: an approved report changes by a confirmed correction only';
    end if;
    if old.status in ('APPROVED', 'LOCKED') and old.status <> new.status
        and (old.submissions, old.corrections, old.first_submitted_at)
            <> (new.submissions, new.corrections, new.first_submitted_at) then
        raise exception 'monthly_report_legal_step: locking and reopening change nothing else';
    end if;
    return new;
end
$$;

drop policy judged_by_organizer on monthly_report;
create policy judged_by_organizer on monthly_report for update to ${appRole}
    using (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')))
    with check (acting_role() = 'COUNTY_ORGANIZER' and status in ('RETURNED', 'APPROVED', 'LOCKED'));
-- the trigger lets nothing through but a correction that this person confirmed
create policy corrected_by_party_secretary on monthly_report for update to ${appRole}
    using (acting_role() = 'PARTY_SECRETARY' and township_id = any (scope_ids('townships')))
    with check (status = 'APPROVED');

call protect('month_lock');
create policy in_scope on month_lock for select to ${appRole}
    using (county_id = any (scope_ids('counties'))
        or exists (select from month_lock_unit u where u.lock_id = month_lock.id));
create policy locked_by_organizer on month_lock for insert to ${appRole}
    with check (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')) and locked_by = acting_account());
call protect_by_scope('month_lock_unit');
create policy locked_with_month on month_lock_unit for insert to ${appRole}
    with check (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties'))
        and exists (select from division d where d.id = month_lock_unit.township_id and d.county_id = month_lock_unit.county_id));
revoke update, delete, truncate on month_lock, month_lock_unit from ${appRole};

call protect_by_scope('month_reopening');
create policy proposed_by_organizer on month_reopening for insert to ${appRole}
    with check (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties'))
        and proposed_by = acting_account() and confirmed_by is null and withdrawn_at is null
        and (township_id is null or exists (
            select from division d where d.id = month_reopening.township_id and d.county_id = month_reopening.county_id)));
create policy decided_by_organizer on month_reopening for update to ${appRole}
    using (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties'))
        and confirmed_by is null and withdrawn_at is null)
    with check (confirmed_by = acting_account() or withdrawn_at is not null);
revoke update, delete, truncate on month_reopening from ${appRole};
grant update (version, confirmed_by, confirmed_by_name, confirmed_at, withdrawn_at) on month_reopening to ${appRole};

call protect_by_scope('figure_correction');
create policy proposed_by_organizer on figure_correction for insert to ${appRole}
    with check (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties'))
        and proposed_by = acting_account() and confirmed_by is null and withdrawn_at is null);
create policy decided_by_second on figure_correction for update to ${appRole}
    using ((acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties'))
            or acting_role() = 'PARTY_SECRETARY' and township_id = any (scope_ids('townships')))
        and confirmed_by is null and withdrawn_at is null)
    with check (confirmed_by = acting_account() or withdrawn_at is not null);
revoke update, delete, truncate on figure_correction from ${appRole};
grant update (version, confirmed_by, confirmed_by_name, confirmed_at, confirmed_copy, withdrawn_at) on figure_correction
    to ${appRole};

create policy corrected_by_second on submitted_copy for insert to ${appRole}
    with check (
        kind = 'CORRECTION'
        and submitted_by = acting_account()
        and exists (select from figure_correction x
                    where x.id = submitted_copy.correction_id and x.report_id = submitted_copy.report_id
                      and x.confirmed_by = acting_account() and x.confirmed_copy = submitted_copy.number)
        and exists (select from monthly_report r
                    where r.id = submitted_copy.report_id and r.submissions = submitted_copy.number and r.status = 'APPROVED'));

call protect_by_scope('figure_revision');
create policy follows_correction on figure_revision for insert to ${appRole}
    with check (exists (select from figure_correction x
                        where x.id = figure_revision.correction_id and x.confirmed_by = acting_account()
                          and x.township_id = figure_revision.township_id and x.county_id = figure_revision.county_id));
create policy superseded_by_later on figure_revision for update to ${appRole}
    using (superseded_at is null and (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties'))
        or acting_role() = 'PARTY_SECRETARY' and township_id = any (scope_ids('townships'))))
    with check (superseded_at is not null);
revoke update, delete, truncate on figure_revision from ${appRole};
grant update (superseded_at) on figure_revision to ${appRole};
