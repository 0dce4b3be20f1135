-- Figures the county issues (design §5, "ask once"): statistics, tax and power hand them out for all industrial townships of a
-- month at once; a township sees them with their source and may object, it never types them. What is issued stays: a corrected
-- figure is a new version.

-- Who issues an indicator. The words an issuer is shown with stay where they are.
alter table indicator add column issuer text;
update indicator set issuer = case source_name when '统计局' then 'STATISTICS' when '税务局' then 'TAX' when '供电公司' then 'POWER' end
where source = 'COUNTY';
alter table indicator
    add constraint indicator_issuer check (issuer in ('STATISTICS', 'TAX', 'POWER')),
    add constraint indicator_issued_by_somebody check ((source = 'COUNTY') = (issuer is not null)),
    add constraint indicator_of_issuer unique (code, issuer),
    add constraint indicator_of_source unique (code, source);

-- The right FIGURES of the acting duty: which issuer's figures a bureau hands out; nothing for everybody else.
create function acting_figures() returns text
    language sql stable parallel safe
    return nullif(current_setting('app.figures', true), '');

create table issued_sheet (
    id             uuid        not null,
    county_id      uuid        not null,
    issuer         text        not null,
    period         date        not null,
    number         int         not null,
    way            text        not null,
    file_name      text        not null default '',
    content_hash   text        not null,
    fresh          int         not null,
    changed        int         not null,
    unchanged      int         not null,
    issued_by      uuid        not null,
    issued_by_name text        not null,
    issued_by_unit text        not null,
    issued_at      timestamptz not null,
    constraint issued_sheet_pk primary key (id),
    constraint issued_sheet_of_county foreign key (county_id) references division,
    constraint issued_sheet_issuer check (issuer in ('STATISTICS', 'TAX', 'POWER')),
    constraint issued_sheet_period check (extract(day from period) = 1 and extract(month from period) <> 1),
    constraint issued_sheet_way check (way in ('TYPED', 'PASTED', 'FILE') and (way = 'FILE') = (file_name <> '')),
    constraint issued_sheet_says_something check (fresh >= 0 and changed >= 0 and unchanged >= 0 and fresh + changed > 0),
    -- two who issue the same month at once: the second one is told
    constraint issued_sheet_numbered unique (county_id, issuer, period, number),
    constraint issued_sheet_whose unique (id, county_id, issuer, period)
);

comment on column issued_sheet.content_hash is 'SHA-256 of the whole sheet as it was issued, unchanged figures included';

create table issued_figure (
    township_id    uuid           not null,
    indicator_code text           not null,
    period         date           not null,
    version        int            not null,
    sheet_id       uuid           not null,
    county_id      uuid           not null,
    issuer         text           not null,
    typed          text           not null,
    value          numeric(18, 4) not null,
    constraint issued_figure_pk primary key (township_id, indicator_code, period, version),
    constraint issued_figure_of_sheet foreign key (sheet_id, county_id, issuer, period)
        references issued_sheet (id, county_id, issuer, period),
    constraint issued_figure_of_issuer foreign key (indicator_code, issuer) references indicator (code, issuer),
    constraint issued_figure_of_township foreign key (township_id) references division,
    constraint issued_figure_typed check (typed in ('MONTH', 'CUMULATIVE')),
    constraint issued_figure_version check (version >= 1)
);

comment on column issued_figure.typed is 'what the value of a flow is; the other one is derived';

create index issued_figure_by_county on issued_figure (county_id, period);
create index issued_figure_by_sheet on issued_figure (sheet_id);

-- By scope the county and the township; a bureau sees what its duty lets it issue, and no more.
create function issues_for(county uuid, the_issuer text) returns boolean
    language sql stable
    return acting_role() = 'BUREAU' and the_issuer = acting_figures() and county = any (scope_ids('bureaus'));

-- a sheet is the county's; its townships see who issued when
call protect('issued_sheet');
create policy in_scope on issued_sheet for select to ${appRole}
    using (county_id = any (scope_ids('counties'))
        or exists (select from division d where d.id = any (scope_ids('townships')) and d.county_id = issued_sheet.county_id));
create policy issuer_reads on issued_sheet for select to ${appRole} using (issues_for(county_id, issuer));
create policy issued_as_oneself on issued_sheet for insert to ${appRole}
    with check (
        issued_by = acting_account()
        and (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')) or issues_for(county_id, issuer)));
revoke update, delete, truncate on issued_sheet from ${appRole};

call protect_by_scope('issued_figure');
create policy issuer_reads on issued_figure for select to ${appRole} using (issues_for(county_id, issuer));
create policy issued_with_sheet on issued_figure for insert to ${appRole}
    with check (
        exists (select from issued_sheet s
                where s.id = issued_figure.sheet_id and s.county_id = issued_figure.county_id
                  and s.issuer = issued_figure.issuer and s.issued_by = acting_account())
        and exists (select from division d
                    where d.id = issued_figure.township_id and d.county_id = issued_figure.county_id));
revoke update, delete, truncate on issued_figure from ${appRole};

-- Which townships a sheet is for; a bureau with the right FIGURES has to know them.
create policy issuer_reads on township_type for select to ${appRole}
    using (confirmed_by is not null and acting_figures() is not null and acting_role() = 'BUREAU'
        and county_id = any (scope_ids('bureaus')));

-- A township that holds an issued figure wrong says why; the issuer answers with another figure or with a reason.
create table figure_objection (
    id               uuid        not null,
    version          bigint      not null default 0,
    county_id        uuid        not null,
    township_id      uuid        not null,
    issuer           text        not null,
    indicator_code   text        not null,
    period           date        not null,
    figure_version   int         not null,
    reason           text        not null,
    raised_by        uuid        not null,
    raised_by_name   text        not null,
    raised_at        timestamptz not null,
    answer           text,
    answer_reason    text,
    answered_by      uuid,
    answered_by_name text,
    answered_at      timestamptz,
    constraint figure_objection_pk primary key (id),
    constraint figure_objection_to_figure foreign key (township_id, indicator_code, period, figure_version)
        references issued_figure (township_id, indicator_code, period, version),
    constraint figure_objection_of_issuer foreign key (indicator_code, issuer) references indicator (code, issuer),
    constraint figure_objection_has_reason check (length(trim(reason)) > 0 and length(reason) <= 500),
    constraint figure_objection_answer check (answer in ('REISSUED', 'REFUSED')),
    constraint figure_objection_refused_with_reason
        check (answer is distinct from 'REFUSED' or length(trim(coalesce(answer_reason, ''))) > 0),
    constraint figure_objection_answered_whole check ((answer is null) = (answered_by is null)
        and (answer is null) = (answered_by_name is null) and (answer is null) = (answered_at is null)),
    constraint figure_objection_never_answered_by_objector check (answered_by <> raised_by)
);

create unique index figure_objection_one_open on figure_objection (township_id, indicator_code, period) where answer is null;
create index figure_objection_by_county on figure_objection (county_id, period);

call protect_by_scope('figure_objection');
create policy issuer_reads on figure_objection for select to ${appRole} using (issues_for(county_id, issuer));
create policy raised_by_township on figure_objection for insert to ${appRole}
    with check (
        acting_role() in ('PARTY_SECRETARY', 'TOWNSHIP_CLERK')
        and township_id = any (scope_ids('townships'))
        and raised_by = acting_account()
        and answer is null
        and exists (select from issued_figure f
                    where f.township_id = figure_objection.township_id and f.county_id = figure_objection.county_id
                      and f.indicator_code = figure_objection.indicator_code and f.period = figure_objection.period
                      and f.version = figure_objection.figure_version));
create policy answered_by_issuer on figure_objection for update to ${appRole}
    using (answer is null
        and (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')) or issues_for(county_id, issuer)))
    with check (answered_by = acting_account());
revoke update, delete, truncate on figure_objection from ${appRole};
grant update (version, answer, answer_reason, answered_by, answered_by_name, answered_at) on figure_objection to ${appRole};

-- Whether the month's or the cumulative value of a flow is typed and issued, in a county from a month on; without a row as the
-- indicator says. It feeds every derived figure, so it takes two persons.
create table typed_setting (
    id                uuid        not null,
    version           bigint      not null default 0,
    county_id         uuid        not null,
    indicator_code    text        not null,
    typed             text        not null,
    valid_from        date        not null,
    proposed_by       uuid        not null,
    proposed_by_name  text        not null,
    proposed_at       timestamptz not null,
    confirmed_by      uuid,
    confirmed_by_name text,
    confirmed_at      timestamptz,
    withdrawn_at      timestamptz,
    constraint typed_setting_pk primary key (id),
    constraint typed_setting_of_county foreign key (county_id) references division,
    constraint typed_setting_of_indicator foreign key (indicator_code) references indicator,
    constraint typed_setting_typed check (typed in ('MONTH', 'CUMULATIVE')),
    constraint typed_setting_from check (extract(day from valid_from) = 1 and extract(month from valid_from) <> 1),
    constraint typed_setting_confirmed_by_second_person check (confirmed_by <> proposed_by),
    constraint typed_setting_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null)
                                                and (confirmed_by is null) = (confirmed_by_name is null)),
    constraint typed_setting_withdrawn_never_counts check (withdrawn_at is null or confirmed_at is null)
);

create unique index typed_setting_one_proposal on typed_setting (county_id, indicator_code)
    where confirmed_by is null and withdrawn_at is null;
create index typed_setting_in_effect on typed_setting (county_id, indicator_code, valid_from desc) where confirmed_by is not null;

call protect('typed_setting');
create policy in_county on typed_setting for select to ${appRole}
    using (county_id = any (scope_ids('counties'))
        or confirmed_by is not null
            and (county_id = any (scope_ids('bureaus'))
                or exists (select from division d where d.id = any (scope_ids('townships')) and d.county_id = typed_setting.county_id)));
create policy proposed_by_organizer on typed_setting for insert to ${appRole}
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and proposed_by = acting_account()
        and confirmed_by is null
        and withdrawn_at is null
        and exists (select from indicator i where i.code = typed_setting.indicator_code and i.kind = 'FLOW'));
create policy decided_by_organizer on typed_setting for update to ${appRole}
    using (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and confirmed_by is null
        and withdrawn_at is null)
    with check (confirmed_by = acting_account() or withdrawn_at is not null);
revoke update, delete, truncate on typed_setting from ${appRole};
grant update (version, confirmed_by, confirmed_by_name, confirmed_at, withdrawn_at) on typed_setting to ${appRole};

-- The figures that count: the latest version of each, with both values of a flow. Month and cumulative value come from the issued
-- figures of the same year without a gap; what cannot be known is null.
create view issued_value with (security_invoker = true) as
with latest as (
    select distinct on (f.county_id, f.township_id, f.indicator_code, f.period)
           f.county_id, f.township_id, f.indicator_code, f.period, f.version, f.sheet_id, f.issuer, f.typed,
           round(f.value, i.decimals) as value,
           i.kind = 'FLOW' as flow, extract(year from f.period) as year, cast(extract(month from f.period) as int) as month
    from issued_figure f join indicator i on i.code = f.indicator_code
    order by f.county_id, f.township_id, f.indicator_code, f.period, f.version desc),
placed as (
    -- 0 as long as no month of the year is missing; a stretch begins with each cumulative value
    select l.*, month - 1 - row_number() over of_year as gap,
           count(*) filter (where typed = 'CUMULATIVE') over of_year as stretch
    from latest l
    window of_year as (partition by county_id, township_id, indicator_code, year order by period)),
summed as (
    select p.*, case when flow and (typed = 'CUMULATIVE'
                                    or gap = case stretch when 0 then 0 else first_value(gap) over of_stretch end)
                     then sum(value) over of_stretch end as cumulative
    from placed p
    window of_stretch as (partition by county_id, township_id, indicator_code, year, stretch order by period))
select s.county_id, s.township_id, s.indicator_code, s.period, s.version, s.sheet_id, s.issuer, s.typed, s.value, s.cumulative,
       case when not flow or typed = 'MONTH' or month = 2 then value
            when lag(gap) over of_year = gap then cumulative - lag(cumulative) over of_year end as month_value
from summed s
window of_year as (partition by county_id, township_id, indicator_code, year order by period);
