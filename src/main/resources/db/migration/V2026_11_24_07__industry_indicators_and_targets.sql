-- Indicators of a monthly report (domain-rules §7) and the yearly targets of townships.
--
-- Indicators are reference data of the installation, the same for every township, so they carry no scope; the application's
-- role only reads them. A target sheet feeds the pace of every report: one organizer proposes it, a second one confirms it,
-- and the latest confirmed sheet of a township and year counts.

create table indicator (
    code         text    not null,
    name         text    not null,
    name_en      text    not null,
    unit         text    not null,
    unit_en      text    not null,
    section      text    not null,
    position     int     not null,
    kind         text    not null,
    typed        text    not null,
    decimals     int     not null,
    may_be_negative boolean not null default false,
    part_of      text,
    growth_code  text,
    source       text    not null,
    source_name  text    not null default '',
    source_name_en text  not null default '',
    on_cockpit   boolean not null default false,
    valid_from   date    not null default date '2019-01-01',
    valid_to     date,
    constraint indicator_pk primary key (code),
    constraint indicator_position_once unique (position),
    constraint indicator_section check (section in ('OUTPUT', 'INVESTMENT', 'FINANCE', 'PROJECTS', 'ENTERPRISES')),
    -- a flow has a month and a cumulative value, a stock stands at a day, a rate has no pace
    constraint indicator_kind check (kind in ('FLOW', 'STOCK', 'RATE')),
    constraint indicator_typed check (typed in ('MONTH', 'CUMULATIVE') and (kind = 'FLOW' or typed = 'MONTH')),
    constraint indicator_source check (source in ('TOWNSHIP', 'COUNTY', 'ENTERPRISES')),
    constraint indicator_decimals check (decimals between 0 and 4),
    constraint indicator_part_of foreign key (part_of) references indicator,
    constraint indicator_growth foreign key (growth_code) references indicator
);

comment on column indicator.typed is 'which value of a flow is typed; the other one is derived';
comment on column indicator.growth_code is 'a rate that is entered because it cannot be derived (constant prices)';

insert into indicator (code, name, name_en, unit, unit_en, section, position, kind, typed, decimals, may_be_negative, part_of, growth_code, source, source_name, source_name_en, on_cockpit) values
    ('gross_output',          '规上工业总产值', 'Above-scale industrial output', '万元', '10k yuan', 'OUTPUT', 10, 'FLOW', 'CUMULATIVE', 2, false, null, null, 'TOWNSHIP', '', '', false),
    ('value_added_growth',    '规上工业增加值增速', 'Growth of industrial value added', '%', '%', 'OUTPUT', 30, 'RATE', 'MONTH', 2, true, null, null, 'COUNTY', '统计局', 'statistics bureau', false),
    ('value_added',           '规上工业增加值', 'Above-scale industrial value added', '万元', '10k yuan', 'OUTPUT', 20, 'FLOW', 'CUMULATIVE', 2, false, null, 'value_added_growth', 'COUNTY', '统计局', 'statistics bureau', true),
    ('fixed_investment',      '固定资产投资', 'Fixed-asset investment', '万元', '10k yuan', 'INVESTMENT', 40, 'FLOW', 'CUMULATIVE', 2, false, null, null, 'TOWNSHIP', '', '', true),
    ('industrial_investment', '其中：工业投资', 'of it: industrial investment', '万元', '10k yuan', 'INVESTMENT', 50, 'FLOW', 'CUMULATIVE', 2, false, 'fixed_investment', null, 'TOWNSHIP', '', '', true),
    ('renovation_investment', '其中：技改投资', 'of it: technical renovation', '万元', '10k yuan', 'INVESTMENT', 60, 'FLOW', 'CUMULATIVE', 2, false, 'industrial_investment', null, 'TOWNSHIP', '', '', true),
    ('research_spending',     '研发经费投入', 'Research spending', '万元', '10k yuan', 'INVESTMENT', 70, 'FLOW', 'CUMULATIVE', 2, false, null, null, 'TOWNSHIP', '', '', true),
    ('funds_in_place',        '招商引资到位资金', 'Attracted funds in place', '万元', '10k yuan', 'INVESTMENT', 80, 'FLOW', 'MONTH', 2, false, null, null, 'TOWNSHIP', '', '', false),
    ('trade_revenue',         '批零住餐营业收入', 'Revenue of trade, lodging and catering', '万元', '10k yuan', 'FINANCE', 90, 'FLOW', 'CUMULATIVE', 2, false, null, null, 'TOWNSHIP', '', '', false),
    ('tax_paid',              '入库税收', 'Tax paid in', '万元', '10k yuan', 'FINANCE', 100, 'FLOW', 'MONTH', 2, false, null, null, 'COUNTY', '税务局', 'tax bureau', false),
    ('profit',                '规上工业利润总额', 'Profit of above-scale industry', '万元', '10k yuan', 'FINANCE', 110, 'FLOW', 'CUMULATIVE', 2, true, null, null, 'TOWNSHIP', '', '', false),
    ('power_use',             '工业用电量', 'Industrial power use', '万千瓦时', '10k kWh', 'FINANCE', 120, 'FLOW', 'MONTH', 2, false, null, null, 'COUNTY', '供电公司', 'power company', false),
    ('projects_signed',       '签约项目', 'Projects signed', '个', 'projects', 'PROJECTS', 130, 'FLOW', 'MONTH', 0, false, null, null, 'TOWNSHIP', '', '', false),
    ('projects_started',      '开工项目', 'Projects started', '个', 'projects', 'PROJECTS', 140, 'FLOW', 'MONTH', 0, false, null, null, 'TOWNSHIP', '', '', false),
    ('projects_completed',    '投产项目', 'Projects in production', '个', 'projects', 'PROJECTS', 150, 'FLOW', 'MONTH', 0, false, null, null, 'TOWNSHIP', '', '', false),
    ('above_scale_new',       '新纳规企业', 'Enterprises newly above scale', '户', 'firms', 'ENTERPRISES', 160, 'FLOW', 'MONTH', 0, false, null, null, 'TOWNSHIP', '', '', false),
    ('above_scale_count',     '规上工业企业数', 'Above-scale enterprises', '户', 'firms', 'ENTERPRISES', 170, 'STOCK', 'MONTH', 0, false, null, null, 'ENTERPRISES', '', '', false),
    ('specialised_count',     '专精特新企业数', 'Specialised enterprises', '户', 'firms', 'ENTERPRISES', 180, 'STOCK', 'MONTH', 0, false, null, null, 'ENTERPRISES', '', '', false),
    ('high_tech_count',       '高新技术企业数', 'High-tech enterprises', '户', 'firms', 'ENTERPRISES', 190, 'STOCK', 'MONTH', 0, false, null, null, 'ENTERPRISES', '', '', false),
    ('staff',                 '规上企业从业人员', 'Staff of above-scale enterprises', '人', 'persons', 'ENTERPRISES', 200, 'STOCK', 'MONTH', 0, false, null, null, 'ENTERPRISES', '', '', false);

revoke insert, update, delete on indicator from ${appRole};

create table target_sheet (
    id                uuid        not null,
    version           bigint      not null default 0,
    county_id         uuid        not null,
    township_id       uuid        not null,
    year              int         not null,
    proposed_by       uuid        not null,
    proposed_by_name  text        not null,
    proposed_at       timestamptz not null,
    confirmed_by      uuid,
    confirmed_by_name text,
    confirmed_at      timestamptz,
    withdrawn_at      timestamptz,
    constraint target_sheet_pk primary key (id),
    constraint target_sheet_of_township foreign key (township_id) references division,
    constraint target_sheet_year check (year between 2000 and 2100),
    -- what feeds a rule takes two persons (controls C8)
    constraint target_sheet_confirmed_by_second_person check (confirmed_by <> proposed_by),
    constraint target_sheet_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null)
                                               and (confirmed_by is null) = (confirmed_by_name is null)),
    constraint target_sheet_withdrawn_never_counts check (withdrawn_at is null or confirmed_at is null)
);

comment on column target_sheet.withdrawn_at is 'taken back before anybody confirmed it; by whom, the trail says';

-- one open proposal per township and year
create unique index target_sheet_one_proposal on target_sheet (township_id, year)
    where confirmed_by is null and withdrawn_at is null;
create index target_sheet_latest on target_sheet (township_id, year, confirmed_at desc);
create index target_sheet_by_county on target_sheet (county_id, year);

create table target_line (
    sheet_id       uuid           not null,
    county_id      uuid           not null,
    township_id    uuid           not null,
    indicator_code text           not null,
    yearly_target  numeric(18, 4) not null,
    baseline       numeric(18, 4),
    constraint target_line_pk primary key (sheet_id, indicator_code),
    constraint target_line_of_sheet foreign key (sheet_id) references target_sheet,
    constraint target_line_of_indicator foreign key (indicator_code) references indicator
);

comment on column target_line.baseline is 'what the township reached in the whole of last year';

-- A county reads its sheets, a township its own as far as they count; organizers of the county propose as themselves, for
-- townships of their own.
call protect('target_sheet');
create policy in_scope on target_sheet for select to ${appRole}
    using (county_id = any (scope_ids('counties'))
        or township_id = any (scope_ids('townships')) and confirmed_by is not null);
create policy proposed_by_organizer on target_sheet for insert to ${appRole}
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and proposed_by = acting_account()
        and confirmed_by is null
        and withdrawn_at is null
        and exists (select from division d where d.id = target_sheet.township_id and d.county_id = target_sheet.county_id));
-- A proposal changes once: confirmed by whoever acts, or withdrawn. What counts stays as it is.
create policy decided_by_organizer on target_sheet for update to ${appRole}
    using (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and confirmed_by is null
        and withdrawn_at is null)
    with check (confirmed_by = acting_account() or withdrawn_at is not null);
revoke update, delete, truncate on target_sheet from ${appRole};
grant update (version, confirmed_by, confirmed_by_name, confirmed_at, withdrawn_at) on target_sheet to ${appRole};

-- Lines come with their sheet, while it is its proposer's, and never change.
call protect('target_line');
create policy in_scope on target_line for select to ${appRole}
    using (county_id = any (scope_ids('counties'))
        or township_id = any (scope_ids('townships')) and exists (select from target_sheet s where s.id = target_line.sheet_id));
create policy proposed_with_sheet on target_line for insert to ${appRole}
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and exists (select from target_sheet s
                    where s.id = target_line.sheet_id and s.county_id = target_line.county_id
                      and s.township_id = target_line.township_id
                      and s.proposed_by = acting_account() and s.confirmed_by is null and s.withdrawn_at is null));
revoke update, delete, truncate on target_line from ${appRole};

-- The sheet that counts: the latest confirmed one of each township and year.
create view current_target with (security_invoker = true) as
select l.county_id, l.township_id, s.year, l.indicator_code, l.yearly_target, l.baseline, s.id as sheet_id
from target_sheet s join target_line l on l.sheet_id = s.id
where s.confirmed_at is not null
  and s.id = (select o.id
              from target_sheet o
              where o.township_id = s.township_id and o.year = s.year and o.confirmed_at is not null
              order by o.confirmed_at desc, o.id desc limit 1);
