-- Rules of the checks of a monthly report, and the reasons a township gives where a rule asks for one.
--
-- A rule without county is the installation's, shipped here and read-only; a county puts its own version before it from a month
-- on, proposed by one organizer and confirmed by a second one. The rules that count for a month, and which of them comes first,
-- says org.xuanpai.progress.check.CheckRules.

create table check_rule (
    id                uuid        not null,
    version           bigint      not null default 0,
    county_id         uuid,
    kind              text        not null,
    indicator_code    text,
    other_code        text,
    severity          text        not null,
    active            boolean     not null default true,
    limit_percent     numeric(6, 1),
    least_base        numeric(18, 4),
    band_factor       numeric(4, 1),
    least_band        numeric(6, 1),
    window_months     int,
    least_points      int,
    valid_from        date        not null,
    valid_to          date,
    reason            text        not null default '',
    proposed_by       uuid,
    proposed_by_name  text,
    proposed_at       timestamptz,
    confirmed_by      uuid,
    confirmed_by_name text,
    confirmed_at      timestamptz,
    withdrawn_at      timestamptz,
    constraint check_rule_pk primary key (id),
    constraint check_rule_of_county foreign key (county_id) references division,
    constraint check_rule_of_indicator foreign key (indicator_code) references indicator,
    constraint check_rule_of_other_indicator foreign key (other_code) references indicator,
    constraint check_rule_kind check (kind in
        ('PART_ABOVE_WHOLE', 'BELOW_LAST_MONTH', 'OUTLIER', 'YEAR_CHANGE', 'NEGATIVE_MONTH', 'GROWTH_APART', 'UNCHANGED')),
    -- only what contradicts itself is blocked: a true figure can always be handed in, with a reason
    constraint check_rule_severity check (severity in ('BLOCK', 'REASON', 'HINT')
        and (severity <> 'BLOCK' or kind = 'PART_ABOVE_WHOLE')
        and (severity <> 'REASON' or kind not in ('NEGATIVE_MONTH', 'UNCHANGED'))),
    constraint check_rule_two_indicators
        check (case kind when 'GROWTH_APART' then indicator_code is not null and other_code is not null
                                                  and indicator_code <> other_code
                         else other_code is null end),
    constraint check_rule_limit check ((limit_percent is not null) = (kind in ('YEAR_CHANGE', 'GROWTH_APART'))
        and limit_percent between 1 and 1000),
    constraint check_rule_least_base check ((least_base is not null) = (kind in ('YEAR_CHANGE', 'OUTLIER'))
        and least_base between 0 and 1000000),
    constraint check_rule_band check ((band_factor is not null) = (kind = 'OUTLIER') and (least_band is not null) = (kind = 'OUTLIER')
        and band_factor between 1 and 20 and least_band between 1 and 1000),
    -- fewer than six points are no experience
    constraint check_rule_points check ((window_months is not null) = (kind = 'OUTLIER') and (least_points is not null) = (kind = 'OUTLIER')
        and window_months between 12 and 36 and least_points between 6 and 24),
    constraint check_rule_validity check (extract(day from valid_from) = 1 and extract(day from valid_to) = 1 and valid_to > valid_from),
    constraint check_rule_reason check (length(reason) <= 500 and (county_id is null or btrim(reason) <> '')),
    constraint check_rule_proposed_whole check ((county_id is null) = (proposed_by is null)
        and (proposed_by is null) = (proposed_at is null) and (proposed_by is null) = (proposed_by_name is null)),
    -- what feeds a rule takes two persons (controls C8)
    constraint check_rule_confirmed_by_second_person check (confirmed_by <> proposed_by),
    constraint check_rule_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null)
        and (confirmed_by is null) = (confirmed_by_name is null)),
    constraint check_rule_withdrawn_never_counts check (withdrawn_at is null or confirmed_at is null)
);

comment on column check_rule.county_id is 'null: shipped with the installation, for every county without a version of its own';
comment on column check_rule.indicator_code is 'null: every indicator the kind can look at';
comment on column check_rule.limit_percent is 'YEAR_CHANGE: percent either way; GROWTH_APART: percentage points';
comment on column check_rule.least_base is 'what is smaller is not compared with: small numbers jump';
comment on column check_rule.band_factor is 'how many median deviations the band is wide on either side';
comment on column check_rule.least_band is 'the least width on either side in percentage points, for a series that hardly moves';
comment on column check_rule.valid_from is 'first day of the first month that is judged by it';
comment on column check_rule.valid_to is 'first day of the first month that is not judged by it any more';
comment on column check_rule.withdrawn_at is 'taken back or refused before anybody confirmed it; by whom, the trail says';

-- one open proposal per county, kind and indicator
create unique index check_rule_one_proposal on check_rule (county_id, kind, coalesce(indicator_code, ''))
    where confirmed_by is null and withdrawn_at is null and county_id is not null;
create index check_rule_by_county on check_rule (county_id, valid_from);

insert into check_rule (id, kind, indicator_code, other_code, severity, limit_percent, least_base, band_factor, least_band,
                        window_months, least_points, valid_from) values
    ('019ab000-0000-7000-8000-000000000001', 'PART_ABOVE_WHOLE', null, null, 'BLOCK', null, null, null, null, null, null, '2019-01-01'),
    ('019ab000-0000-7000-8000-000000000002', 'BELOW_LAST_MONTH', null, null, 'REASON', null, null, null, null, null, null, '2019-01-01'),
    ('019ab000-0000-7000-8000-000000000003', 'OUTLIER', null, null, 'REASON', null, 10, 5, 20, 36, 6, '2019-01-01'),
    ('019ab000-0000-7000-8000-000000000004', 'YEAR_CHANGE', null, null, 'REASON', 50, 10, null, null, null, null, '2019-01-01'),
    ('019ab000-0000-7000-8000-000000000005', 'NEGATIVE_MONTH', null, null, 'HINT', null, null, null, null, null, null, '2019-01-01'),
    ('019ab000-0000-7000-8000-000000000006', 'GROWTH_APART', 'power_use', 'gross_output', 'HINT', 20, null, null, null, null, null, '2019-01-01'),
    ('019ab000-0000-7000-8000-000000000007', 'UNCHANGED', null, null, 'HINT', null, null, null, null, null, null, '2019-01-01');

-- A county reads its rules, its townships those that count; whoever acts reads what is shipped. Organizers propose as themselves.
call protect('check_rule');
create policy in_scope on check_rule for select to ${appRole}
    using (county_id is null and acting_role() is not null
        or county_id = any (scope_ids('counties'))
        or confirmed_by is not null
           and county_id in (select d.county_id from division d where d.id = any (scope_ids('townships'))));
create policy proposed_by_organizer on check_rule for insert to ${appRole}
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and proposed_by = acting_account()
        and confirmed_by is null
        and withdrawn_at is null);
-- A proposal changes once: confirmed by whoever acts, or withdrawn. What counts stays as it is.
create policy decided_by_organizer on check_rule for update to ${appRole}
    using (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and confirmed_by is null
        and withdrawn_at is null)
    with check (confirmed_by = acting_account() or withdrawn_at is not null);
revoke update, delete, truncate on check_rule from ${appRole};
grant update (version, confirmed_by, confirmed_by_name, confirmed_at, withdrawn_at) on check_rule to ${appRole};

-- Why a figure is right although a rule wonders at it: the township's own while it works on the report, like its texts.
create table report_reason (
    report_id   uuid not null,
    county_id   uuid not null,
    township_id uuid not null,
    field       text not null,
    rule        text not null,
    text        text not null,
    constraint report_reason_pk primary key (report_id, field, rule),
    constraint report_reason_of_report foreign key (report_id) references monthly_report,
    constraint report_reason_text check (text <> '' and length(text) <= 500)
);

comment on column report_reason.rule is 'as in org.xuanpai.progress.check.RuleKind';

call protect('report_reason');
create policy own_township on report_reason to ${appRole} using (township_id = any (scope_ids('townships')));
create policy typed_while_in_hand on report_reason as restrictive for insert to ${appRole}
    with check (report_in_hand(report_id, county_id, township_id));
create policy changed_while_in_hand on report_reason as restrictive for update to ${appRole}
    using (report_in_hand(report_id, county_id, township_id));
create policy emptied_while_in_hand on report_reason as restrictive for delete to ${appRole}
    using (report_in_hand(report_id, county_id, township_id));

-- The reasons that were needed when a report was handed in, frozen with it.
create table submitted_reason (
    copy_id     uuid not null,
    county_id   uuid not null,
    township_id uuid not null,
    field       text not null,
    rule        text not null,
    text        text not null,
    constraint submitted_reason_pk primary key (copy_id, field, rule),
    constraint submitted_reason_of_copy foreign key (copy_id) references submitted_copy,
    constraint submitted_reason_text check (text <> '')
);

call protect_by_scope('submitted_reason');
create policy handed_in_with_copy on submitted_reason for insert to ${appRole}
    with check (exists (select from submitted_copy c
                        where c.id = submitted_reason.copy_id and c.township_id = submitted_reason.township_id
                          and c.county_id = submitted_reason.county_id and c.submitted_by = acting_account()));
revoke update, delete on submitted_reason from ${appRole};
