-- The land: province, city, county, township, village, and the type of a township.
--
-- A unit keeps its id for life; codes and names may change, so no row is ever found by a code's prefix. Validity is
-- half-open: valid_to is the first day on which the unit is no more.

create table division (
    id                 uuid         not null,
    version            bigint       not null default 0,
    code               varchar(12)  not null,
    name               varchar(100) not null,
    level              varchar(8)   not null,
    parent_id          uuid,
    -- The unit's ancestors of each level, itself included, so that a county's or a township's rows are found without
    -- climbing. The parent is a foreign key; the others follow from it (division_ancestors_fit) and get no key of their
    -- own, because each would cost the import of the whole country several seconds.
    city_id            uuid,
    county_id          uuid,
    township_id        uuid,
    valid_from         date         not null,
    valid_to           date,
    source             varchar(5)   not null,
    -- The date of the newest published list that named the unit.
    listed_as_of       date,
    -- Set by whoever changes the unit here; an import leaves such a unit alone.
    changed_locally_at timestamptz,
    constraint division_pkey primary key (id),
    constraint division_parent_exists foreign key (parent_id) references division (id),
    constraint division_level_known check (level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
    constraint division_source_known check (source in ('LIST', 'LOCAL')),
    constraint division_code_fits_level check (
        code ~ '^[0-9]+$'
        and length(code) = case level
            when 'PROVINCE' then 2
            when 'CITY' then 4
            when 'COUNTY' then 6
            when 'TOWNSHIP' then 9
            when 'VILLAGE' then 12 end),
    constraint division_name_not_blank check (btrim(name) <> ''),
    constraint division_validity_in_order check (valid_to is null or valid_to > valid_from),
    constraint division_listed_has_date check (source <> 'LIST' or listed_as_of is not null),
    constraint division_ancestors_fit check (
        case level
            when 'PROVINCE' then parent_id is null
                and city_id is null and county_id is null and township_id is null
            when 'CITY' then parent_id is not null
                and city_id = id and county_id is null and township_id is null
            when 'COUNTY' then parent_id is not null
                and city_id = parent_id and county_id = id and township_id is null
            when 'TOWNSHIP' then parent_id is not null
                and city_id is not null and county_id = parent_id and township_id = id
            when 'VILLAGE' then parent_id is not null
                and city_id is not null and county_id is not null and township_id = parent_id
        end)
);

-- One unit per code at a time. Nulls are not distinct, so a code has at most one unit in being; the index also finds the
-- units a code ever had.
create unique index division_one_unit_per_code on division (code, valid_to) nulls not distinct;

-- Children of a unit, page by page in the order of their codes.
create index division_children on division (parent_id, code);

-- Townships of a county in the order of their codes.
create index division_townships_of_county on division (county_id, code) where level = 'TOWNSHIP';

-- Codes, names and validity are published reference data: everybody reads them. They change by an import, or by an
-- organizer within the own county.
call protect('division');
create policy published on division for select to ${appRole} using (true);
create policy written_by_import on division for all to ${appRole}
    using ((select acting_role()) = 'SYSTEM_IMPORTER')
    with check ((select acting_role()) = 'SYSTEM_IMPORTER');
create policy added_by_organizer on division for insert to ${appRole}
    with check (
        (select acting_role()) = 'COUNTY_ORGANIZER'
        and level in ('TOWNSHIP', 'VILLAGE')
        and county_id = any ((select scope_ids('counties'))::uuid[]));
create policy changed_by_organizer on division for update to ${appRole}
    using (
        (select acting_role()) = 'COUNTY_ORGANIZER'
        and county_id = any ((select scope_ids('counties'))::uuid[]));
-- Units are closed, never deleted.
revoke delete, truncate on division from ${appRole};

create table township_type (
    id                uuid         not null,
    version           bigint       not null default 0,
    county_id         uuid         not null,
    township_id       uuid         not null,
    industrial        boolean      not null,
    valid_from        date         not null,
    reason            varchar(500) not null,
    proposed_by       uuid         not null,
    proposed_by_name  varchar(100) not null,
    proposed_at       timestamptz  not null,
    confirmed_by      uuid,
    confirmed_by_name varchar(100),
    confirmed_at      timestamptz,
    constraint township_type_pkey primary key (id),
    constraint township_type_county_exists foreign key (county_id) references division (id),
    constraint township_type_township_exists foreign key (township_id) references division (id),
    constraint township_type_reason_given check (btrim(reason) <> ''),
    -- Whether reports are due follows from the type, so one person alone must not decide it.
    constraint township_type_two_persons check (confirmed_by <> proposed_by),
    constraint township_type_confirmed_whole check (
        (confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_by_name is null))
);

-- Only confirmed types count; two of them from the same day would leave the type open.
create unique index township_type_one_per_day on township_type (township_id, valid_from) where confirmed_by is not null;

create index township_type_of_township on township_type (township_id, valid_from);
create index township_type_of_county on township_type (county_id);

call protect('township_type');
create policy in_scope on township_type for select to ${appRole}
    using (county_id = any (scope_ids('counties')) or township_id = any (scope_ids('townships')));
create policy proposed_by_organizer on township_type for insert to ${appRole}
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and proposed_by = acting_account()
        and confirmed_by is null
        and exists (select from division d where d.id = township_type.township_id and d.county_id = township_type.county_id));
-- A proposal changes once, by being confirmed; what is confirmed stays as it is.
create policy confirmed_by_organizer on township_type for update to ${appRole}
    using (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and confirmed_by is null)
    with check (confirmed_by = acting_account());
revoke update, delete, truncate on township_type from ${appRole};
grant update (version, confirmed_by, confirmed_by_name, confirmed_at) on township_type to ${appRole};
