-- Statutory days: which days the State Council office takes off and which it makes up for, year by year.
--
-- An edition is one year as announced. It is proposed from a file by one organizer and in effect once a second one has
-- confirmed it; the edition it replaces is kept. The editions of 2019 to 2026 below are shipped. They live here and nowhere
-- else, because a migration's checksum makes sure that days once counted with are not changed behind an installation's back.
create table calendar_year
(
    id                uuid        not null constraint calendar_year_pkey primary key,
    version           bigint      not null,
    year              smallint    not null,
    papers            text        not null,
    status            text        not null,
    shipped           boolean     not null,
    proposed_by       uuid,
    proposed_by_name  text,
    proposed_at       timestamptz,
    confirmed_by      uuid,
    confirmed_by_name text,
    confirmed_at      timestamptz,
    constraint calendar_year_in_range check (year between 2000 and 2100),
    constraint calendar_year_status check (status in ('PROPOSED', 'IN_EFFECT', 'REPLACED', 'WITHDRAWN')),
    -- days feed deadlines, so they take two persons (controls C8); shipped ones were nobody's proposal
    constraint calendar_year_proposer check (shipped = (proposed_by is null)),
    constraint calendar_year_two_persons check (confirmed_by is null or confirmed_by <> proposed_by),
    constraint calendar_year_effect_confirmed check (status in ('PROPOSED', 'WITHDRAWN') or shipped or confirmed_by is not null)
);

create unique index calendar_year_one_in_effect on calendar_year (year) where status = 'IN_EFFECT';
create unique index calendar_year_one_proposed on calendar_year (year) where status = 'PROPOSED';

comment on table calendar_year is 'one year of statutory days as announced';
comment on column calendar_year.papers is 'addresses or numbers of the announcements, one a line';

create table calendar_day
(
    calendar_year_id uuid    not null
        constraint calendar_day_year_fkey references calendar_year (id),
    day              date    not null,
    day_off          boolean not null,
    name             text    not null,
    constraint calendar_day_pkey primary key (calendar_year_id, day)
);

comment on table calendar_day is 'a day off, or a working day that makes up for one; other days follow the week';

-- The calendar is the same for every unit of the country, so it is reference data: whoever acts may read it, in any role and
-- scope, for any page may show a deadline. Only county organizers change it, only as themselves, and nobody deletes: what a
-- deadline was counted with stays on record. Nobody acting, no rows, as everywhere.
call protect('calendar_year');
create policy readable on calendar_year for select to ${appRole}
    using (acting_role() is not null and (status <> 'PROPOSED' or acting_role() = 'COUNTY_ORGANIZER'));
create policy organizer_proposes on calendar_year for insert to ${appRole}
    with check (acting_role() = 'COUNTY_ORGANIZER' and status = 'PROPOSED' and proposed_by = acting_account());
create policy organizer_decides on calendar_year for update to ${appRole}
    using (acting_role() = 'COUNTY_ORGANIZER' and status in ('PROPOSED', 'IN_EFFECT'))
    with check (acting_role() = 'COUNTY_ORGANIZER' and (status <> 'IN_EFFECT' or confirmed_by = acting_account()));
revoke update, delete, truncate on calendar_year from ${appRole};
grant update (version, status, confirmed_by, confirmed_by_name, confirmed_at) on calendar_year to ${appRole};

call protect('calendar_day');
create policy readable on calendar_day for select to ${appRole}
    using (acting_role() is not null);
create policy organizer_proposes on calendar_day for insert to ${appRole}
    with check (acting_role() = 'COUNTY_ORGANIZER'
        and exists (select from calendar_year y where y.id = calendar_year_id and y.status = 'PROPOSED'));
revoke update, delete, truncate on calendar_day from ${appRole};

insert into calendar_year (id, version, year, papers, status, shipped)
select gen_random_uuid(), 0, announced.year, replace(announced.papers, ' ', E'\n'), 'IN_EFFECT', true
from (values
       (2019, 'https://www.gov.cn/zhengce/zhengceku/2018-12/06/content_5346276.htm https://www.gov.cn/zhengce/zhengceku/2019-03/22/content_5375877.htm'),
       (2020, 'https://www.gov.cn/zhengce/zhengceku/2019-11/21/content_5454164.htm https://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm'),
       (2021, 'https://www.gov.cn/zhengce/zhengceku/2020-11/25/content_5564127.htm'),
       (2022, 'https://www.gov.cn/zhengce/zhengceku/2021-10/25/content_5644835.htm'),
       (2023, 'https://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm'),
       (2024, 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
       (2025, 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
       (2026, 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm')
     ) as announced (year, papers);

-- year, first day, number of days, off or made up, name
insert into calendar_day (calendar_year_id, day, day_off, name)
select edition.id, listed.first::date + step, listed.day_off, listed.name
from (values
       (2019, '2018-12-29', 1, false, '元旦'),
       (2019, '2018-12-30', 3, true, '元旦'),
       (2019, '2019-02-02', 2, false, '春节'),
       (2019, '2019-02-04', 7, true, '春节'),
       (2019, '2019-04-05', 1, true, '清明节'),
       (2019, '2019-04-28', 1, false, '劳动节'),
       (2019, '2019-05-01', 4, true, '劳动节'),
       (2019, '2019-05-05', 1, false, '劳动节'),
       (2019, '2019-06-07', 1, true, '端午节'),
       (2019, '2019-09-13', 1, true, '中秋节'),
       (2019, '2019-09-29', 1, false, '国庆节'),
       (2019, '2019-10-01', 7, true, '国庆节'),
       (2019, '2019-10-12', 1, false, '国庆节'),
       (2020, '2020-01-01', 1, true, '元旦'),
       (2020, '2020-01-19', 1, false, '春节'),
       (2020, '2020-01-24', 10, true, '春节'),
       (2020, '2020-02-03', 1, false, '春节'),
       (2020, '2020-04-04', 3, true, '清明节'),
       (2020, '2020-04-26', 1, false, '劳动节'),
       (2020, '2020-05-01', 5, true, '劳动节'),
       (2020, '2020-05-09', 1, false, '劳动节'),
       (2020, '2020-06-25', 3, true, '端午节'),
       (2020, '2020-06-28', 1, false, '端午节'),
       (2020, '2020-09-27', 1, false, '国庆节、中秋节'),
       (2020, '2020-10-01', 8, true, '国庆节、中秋节'),
       (2020, '2020-10-10', 1, false, '国庆节、中秋节'),
       (2021, '2021-01-01', 3, true, '元旦'),
       (2021, '2021-02-07', 1, false, '春节'),
       (2021, '2021-02-11', 7, true, '春节'),
       (2021, '2021-02-20', 1, false, '春节'),
       (2021, '2021-04-03', 3, true, '清明节'),
       (2021, '2021-04-25', 1, false, '劳动节'),
       (2021, '2021-05-01', 5, true, '劳动节'),
       (2021, '2021-05-08', 1, false, '劳动节'),
       (2021, '2021-06-12', 3, true, '端午节'),
       (2021, '2021-09-18', 1, false, '中秋节'),
       (2021, '2021-09-19', 3, true, '中秋节'),
       (2021, '2021-09-26', 1, false, '国庆节'),
       (2021, '2021-10-01', 7, true, '国庆节'),
       (2021, '2021-10-09', 1, false, '国庆节'),
       (2022, '2022-01-01', 3, true, '元旦'),
       (2022, '2022-01-29', 2, false, '春节'),
       (2022, '2022-01-31', 7, true, '春节'),
       (2022, '2022-04-02', 1, false, '清明节'),
       (2022, '2022-04-03', 3, true, '清明节'),
       (2022, '2022-04-24', 1, false, '劳动节'),
       (2022, '2022-04-30', 5, true, '劳动节'),
       (2022, '2022-05-07', 1, false, '劳动节'),
       (2022, '2022-06-03', 3, true, '端午节'),
       (2022, '2022-09-10', 3, true, '中秋节'),
       (2022, '2022-10-01', 7, true, '国庆节'),
       (2022, '2022-10-08', 2, false, '国庆节'),
       (2023, '2022-12-31', 3, true, '元旦'),
       (2023, '2023-01-21', 7, true, '春节'),
       (2023, '2023-01-28', 2, false, '春节'),
       (2023, '2023-04-05', 1, true, '清明节'),
       (2023, '2023-04-23', 1, false, '劳动节'),
       (2023, '2023-04-29', 5, true, '劳动节'),
       (2023, '2023-05-06', 1, false, '劳动节'),
       (2023, '2023-06-22', 3, true, '端午节'),
       (2023, '2023-06-25', 1, false, '端午节'),
       (2023, '2023-09-29', 8, true, '中秋节、国庆节'),
       (2023, '2023-10-07', 2, false, '中秋节、国庆节'),
       (2024, '2024-01-01', 1, true, '元旦'),
       (2024, '2024-02-04', 1, false, '春节'),
       (2024, '2024-02-10', 8, true, '春节'),
       (2024, '2024-02-18', 1, false, '春节'),
       (2024, '2024-04-04', 3, true, '清明节'),
       (2024, '2024-04-07', 1, false, '清明节'),
       (2024, '2024-04-28', 1, false, '劳动节'),
       (2024, '2024-05-01', 5, true, '劳动节'),
       (2024, '2024-05-11', 1, false, '劳动节'),
       (2024, '2024-06-10', 1, true, '端午节'),
       (2024, '2024-09-14', 1, false, '中秋节'),
       (2024, '2024-09-15', 3, true, '中秋节'),
       (2024, '2024-09-29', 1, false, '国庆节'),
       (2024, '2024-10-01', 7, true, '国庆节'),
       (2024, '2024-10-12', 1, false, '国庆节'),
       (2025, '2025-01-01', 1, true, '元旦'),
       (2025, '2025-01-26', 1, false, '春节'),
       (2025, '2025-01-28', 8, true, '春节'),
       (2025, '2025-02-08', 1, false, '春节'),
       (2025, '2025-04-04', 3, true, '清明节'),
       (2025, '2025-04-27', 1, false, '劳动节'),
       (2025, '2025-05-01', 5, true, '劳动节'),
       (2025, '2025-05-31', 3, true, '端午节'),
       (2025, '2025-09-28', 1, false, '国庆节、中秋节'),
       (2025, '2025-10-01', 8, true, '国庆节、中秋节'),
       (2025, '2025-10-11', 1, false, '国庆节、中秋节'),
       (2026, '2026-01-01', 3, true, '元旦'),
       (2026, '2026-01-04', 1, false, '元旦'),
       (2026, '2026-02-14', 1, false, '春节'),
       (2026, '2026-02-15', 9, true, '春节'),
       (2026, '2026-02-28', 1, false, '春节'),
       (2026, '2026-04-04', 3, true, '清明节'),
       (2026, '2026-05-01', 5, true, '劳动节'),
       (2026, '2026-05-09', 1, false, '劳动节'),
       (2026, '2026-06-19', 3, true, '端午节'),
       (2026, '2026-09-20', 1, false, '国庆节'),
       (2026, '2026-09-25', 3, true, '中秋节'),
       (2026, '2026-10-01', 7, true, '国庆节'),
       (2026, '2026-10-10', 1, false, '国庆节')
     ) as listed (year, first, days, day_off, name)
         cross join lateral generate_series(0, listed.days - 1) as step
         join calendar_year edition on edition.year = listed.year;
