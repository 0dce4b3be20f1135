-- The land over time: units are added, renamed, closed, merged and split on a day, and villages go to another township. Each
-- such act is proposed by one organizer and confirmed by another, because what is due and from whom follows from it.
--
-- A unit's row in division says what it is today. What it was called, which code it had and where it belonged on other days
-- is in division_version, for units that ever changed; all others have always been what their row says.

create table reorganisation (
    id                uuid         not null,
    version           bigint       not null default 0,
    county_id         uuid         not null,
    kind              varchar(6)   not null,
    effective_on      date         not null,
    reason            varchar(500) not null,
    proposed_by       uuid         not null,
    proposed_by_name  varchar(100) not null,
    proposed_at       timestamptz  not null,
    confirmed_by      uuid,
    confirmed_by_name varchar(100),
    confirmed_at      timestamptz,
    withdrawn_at      timestamptz,
    constraint reorganisation_pkey primary key (id),
    constraint reorganisation_county_exists foreign key (county_id) references division (id),
    constraint reorganisation_kind_known check (kind in ('ADD', 'RENAME', 'CLOSE', 'MERGE', 'SPLIT', 'MOVE')),
    constraint reorganisation_reason_given check (btrim(reason) <> ''),
    constraint reorganisation_two_persons check (confirmed_by <> proposed_by),
    constraint reorganisation_confirmed_whole check (
        (confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_by_name is null)),
    constraint reorganisation_withdrawn_never_counts check (withdrawn_at is null or confirmed_at is null)
);

comment on column reorganisation.withdrawn_at is 'taken back before anybody confirmed it; by whom, the trail says';

create index reorganisation_of_county on reorganisation (county_id, effective_on desc);

-- What it does to each unit it names. The villages of a unit that is merged go with it and are not listed.
create table reorganisation_unit (
    reorganisation_id uuid        not null,
    position          int         not null,
    county_id         uuid        not null,
    unit_id           uuid        not null,
    effect            varchar(7)  not null,
    level             varchar(8)  not null,
    code              varchar(12),
    name              varchar(100),
    parent_id         uuid,
    industrial        boolean,
    -- Whether somebody has still to confirm it; kept by a trigger.
    open              boolean     not null default true,
    constraint reorganisation_unit_pkey primary key (reorganisation_id, position),
    constraint reorganisation_unit_of_reorganisation foreign key (reorganisation_id) references reorganisation (id),
    constraint reorganisation_unit_effect_known check (effect in ('OPENS', 'ENDS', 'STAYS', 'RENAMES', 'MOVES')),
    constraint reorganisation_unit_level_known check (level in ('TOWNSHIP', 'VILLAGE')),
    constraint reorganisation_unit_named check (
        (effect in ('OPENS', 'RENAMES')) = (code is not null) and (code is null) = (name is null)),
    constraint reorganisation_unit_code_fits_level check (
        code ~ '^[0-9]+$' and length(code) = case level when 'TOWNSHIP' then 9 when 'VILLAGE' then 12 end),
    constraint reorganisation_unit_has_place check ((effect in ('OPENS', 'MOVES')) = (parent_id is not null)),
    constraint reorganisation_unit_new_townships_have_type check (
        (effect = 'OPENS' and level = 'TOWNSHIP') = (industrial is not null))
);

-- At most one open proposal per unit: what a second person reads must still be so when it is confirmed.
create unique index reorganisation_unit_one_open_proposal on reorganisation_unit (unit_id) where open;
create index reorganisation_unit_of_unit on reorganisation_unit (unit_id);

create function reorganisation_settles() returns trigger
    language plpgsql as
$$
begin
    update reorganisation_unit set open = false where reorganisation_id = new.id;
    return null;
end
$$;
create trigger reorganisation_settles after update of confirmed_at, withdrawn_at on reorganisation
    for each row when (new.confirmed_at is not null or new.withdrawn_at is not null)
    execute function reorganisation_settles();

-- What a unit was, from a day on until another; half-open as in division. All versions of a unit that ever changed are here.
create table division_version (
    id                uuid         not null,
    unit_id           uuid         not null,
    county_id         uuid         not null,
    code              varchar(12)  not null,
    name              varchar(100) not null,
    parent_id         uuid         not null,
    valid_from        date         not null,
    valid_to          date,
    reorganisation_id uuid         not null,
    constraint division_version_pkey primary key (id),
    constraint division_version_of_unit foreign key (unit_id) references division (id),
    constraint division_version_parent_exists foreign key (parent_id) references division (id),
    constraint division_version_by_reorganisation foreign key (reorganisation_id) references reorganisation (id),
    constraint division_version_name_not_blank check (btrim(name) <> ''),
    constraint division_version_validity_in_order check (valid_to is null or valid_to > valid_from),
    constraint division_version_one_at_a_time exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&),
    constraint division_version_one_unit_per_code_and_day
        exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);

create index division_version_of_parent on division_version (parent_id);
create index division_version_by_code on division_version (code, valid_from);

-- Which unit takes over from which. A merger's past is summed into its successor; a split unit's past stays where it was, so
-- there is no share here to apportion it by.
create table division_succession (
    predecessor_id    uuid       not null,
    successor_id      uuid       not null,
    county_id         uuid       not null,
    effective_on      date       not null,
    kind              varchar(6) not null,
    -- When it was confirmed: what was decided about the successor since then was decided knowing what it would be.
    decided_at        timestamptz not null,
    reorganisation_id uuid       not null,
    constraint division_succession_pkey primary key (predecessor_id, successor_id, effective_on),
    constraint division_succession_predecessor_exists foreign key (predecessor_id) references division (id),
    constraint division_succession_successor_exists foreign key (successor_id) references division (id),
    constraint division_succession_by_reorganisation foreign key (reorganisation_id) references reorganisation (id),
    constraint division_succession_kind_known check (kind in ('MERGED', 'SPLIT')),
    constraint division_succession_of_two check (predecessor_id <> successor_id)
);

-- Nobody is merged into two.
create unique index division_succession_one_successor on division_succession (predecessor_id) where kind = 'MERGED';
create index division_succession_of_successor on division_succession (successor_id);

-- Codes are unique per day, across units that changed and units that never did. The published list is whole in itself and
-- checked as a whole, so the import is spared this.
create function division_code_is_free() returns trigger
    language plpgsql as
$$
declare
    the_unit uuid;
begin
    -- a plain comparison of records: new is a unit or a version of one
    the_unit := case tg_table_name when 'division' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'unit_id')::uuid end;
    perform pg_advisory_xact_lock(hashtextextended('division.code.' || new.code, 0));
    if exists (select from division d
               where d.code = new.code and d.id <> the_unit
                 and daterange(d.valid_from, d.valid_to) && daterange(new.valid_from, new.valid_to)
                 and not exists (select from division_version v where v.unit_id = d.id))
       or exists (select from division_version v
                  where v.code = new.code and v.unit_id <> the_unit
                    and daterange(v.valid_from, v.valid_to) && daterange(new.valid_from, new.valid_to)) then
        raise exclusion_violation using
            message = format('code %s belongs to another unit in that time', new.code),
            constraint = 'division_one_unit_per_code_and_day';
    end if;
    return new;
end
$$;
create trigger division_code_is_free before insert on division
    for each row when (new.source = 'LOCAL') execute function division_code_is_free();
create trigger division_code_is_free before insert on division_version
    for each row execute function division_code_is_free();

call protect('reorganisation');
create policy in_scope on reorganisation for select to ${appRole} using (county_id = any (scope_ids('counties')));
create policy proposed_by_organizer on reorganisation for insert to ${appRole}
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and proposed_by = acting_account()
        and confirmed_by is null
        and withdrawn_at is null);
-- A proposal changes once: confirmed by whoever acts, or withdrawn by whoever proposed it.
create policy decided_by_organizer on reorganisation for update to ${appRole}
    using (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and confirmed_by is null
        and withdrawn_at is null)
    with check (confirmed_by = acting_account() or withdrawn_at is not null and proposed_by = acting_account());
revoke update, delete, truncate on reorganisation from ${appRole};
grant update (version, confirmed_by, confirmed_by_name, confirmed_at, withdrawn_at) on reorganisation to ${appRole};

call protect('reorganisation_unit');
create policy in_scope on reorganisation_unit for select to ${appRole} using (county_id = any (scope_ids('counties')));
create policy proposed_with_reorganisation on reorganisation_unit for insert to ${appRole}
    with check (
        open
        and exists (select from reorganisation r
                    where r.id = reorganisation_id and r.county_id = reorganisation_unit.county_id
                      and r.proposed_by = acting_account() and r.confirmed_by is null and r.withdrawn_at is null));
create policy settled_with_reorganisation on reorganisation_unit for update to ${appRole}
    using (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')))
    with check (not open);
revoke update, delete, truncate on reorganisation_unit from ${appRole};
grant update (open) on reorganisation_unit to ${appRole};

-- Whether whoever acts confirms the proposal in this very transaction: the row was written by it.
create function confirms_reorganisation(the_reorganisation uuid, the_county uuid) returns boolean
    language sql stable
    return exists (select from reorganisation r
                   where r.id = the_reorganisation and r.county_id = the_county and r.confirmed_by = acting_account()
                     and r.xmin = pg_current_xact_id()::xid);

-- Published, as the units themselves.
call protect('division_version');
create policy published on division_version for select to ${appRole} using (true);
create policy made_by_reorganisation on division_version for insert to ${appRole}
    with check (confirms_reorganisation(reorganisation_id, county_id));
create policy ended_by_organizer on division_version for update to ${appRole}
    using (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')) and valid_to is null)
    with check (valid_to is not null);
revoke update, delete, truncate on division_version from ${appRole};
grant update (valid_to) on division_version to ${appRole};

call protect('division_succession');
create policy published on division_succession for select to ${appRole} using (true);
create policy made_by_reorganisation on division_succession for insert to ${appRole}
    with check (confirms_reorganisation(reorganisation_id, county_id));
revoke update, delete, truncate on division_succession from ${appRole};

-- Units come with the published list or with a confirmed reorganisation, no longer by one person.
drop policy added_by_organizer on division;
create policy added_by_organizer on division for insert to ${appRole}
    with check (
        (select acting_role()) = 'COUNTY_ORGANIZER'
        and level in ('TOWNSHIP', 'VILLAGE')
        and county_id = any ((select scope_ids('counties'))::uuid[])
        and (source = 'LIST'
             or exists (select from reorganisation_unit u
                        where u.unit_id = division.id and u.effect = 'OPENS'
                          and confirms_reorganisation(u.reorganisation_id, division.county_id))));

-- An organizer alone changes no unit: somebody's proposal was confirmed before, in the same transaction.
create function division_changes_by_two() returns trigger
    language plpgsql as
$$
begin
    if acting_role() = 'COUNTY_ORGANIZER'
       and not exists (select from reorganisation r
                       where r.county_id = new.county_id and confirms_reorganisation(r.id, r.county_id)) then
        raise insufficient_privilege using message = 'a unit is changed by a confirmed reorganisation only';
    end if;
    return new;
end
$$;
create trigger division_changes_by_two before update of code, name, parent_id, city_id, county_id, township_id, valid_from, valid_to
    on division for each row
    when ((old.code, old.name, old.parent_id, old.county_id, old.township_id, old.valid_from, old.valid_to)
          is distinct from (new.code, new.name, new.parent_id, new.county_id, new.township_id, new.valid_from, new.valid_to))
    execute function division_changes_by_two();

-- A township's type: withdrawn by its proposer, at most one open proposal, and made by a reorganisation for a new township.
alter table township_type add column withdrawn_at timestamptz;
alter table township_type add column reorganisation_id uuid;
alter table township_type add constraint township_type_by_reorganisation
    foreign key (reorganisation_id) references reorganisation (id);
alter table township_type add constraint township_type_withdrawn_never_counts
    check (withdrawn_at is null or confirmed_at is null);

-- Of several open proposals of before, the newest stays open.
update township_type t set withdrawn_at = now()
where t.confirmed_by is null
  and exists (select from township_type o
              where o.township_id = t.township_id and o.confirmed_by is null and (o.proposed_at, o.id) > (t.proposed_at, t.id));
create unique index township_type_one_open_proposal on township_type (township_id)
    where confirmed_by is null and withdrawn_at is null;

drop policy proposed_by_organizer on township_type;
create policy proposed_by_organizer on township_type for insert to ${appRole}
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and exists (select from division d where d.id = township_type.township_id and d.county_id = township_type.county_id)
        and withdrawn_at is null
        and (proposed_by = acting_account() and confirmed_by is null and reorganisation_id is null
             or confirmed_by = acting_account()
                and exists (select from reorganisation r join reorganisation_unit u on u.reorganisation_id = r.id
                            where r.id = township_type.reorganisation_id and r.confirmed_by = township_type.confirmed_by
                              and r.proposed_by = township_type.proposed_by
                              and u.unit_id = township_type.township_id and u.effect = 'OPENS'
                              and u.industrial = township_type.industrial
                              and r.effective_on = township_type.valid_from)));
drop policy confirmed_by_organizer on township_type;
create policy decided_by_organizer on township_type for update to ${appRole}
    using (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and confirmed_by is null
        and withdrawn_at is null)
    with check (confirmed_by = acting_account() or withdrawn_at is not null and proposed_by = acting_account());
grant update (withdrawn_at) on township_type to ${appRole};

-- The units there were on a day, as they were then: names, codes and places of that day.
create function land_on(the_day date)
    returns table (id uuid, code varchar, name varchar, level varchar, parent_id uuid, city_id uuid, county_id uuid,
                   township_id uuid, valid_from date, valid_to date)
    language sql stable as
$$
    select d.id, coalesce(v.code, d.code), coalesce(v.name, d.name), d.level, coalesce(v.parent_id, d.parent_id), d.city_id,
           d.county_id, case when d.level = 'VILLAGE' then coalesce(v.parent_id, d.parent_id) else d.township_id end,
           d.valid_from, d.valid_to
    from division d
    left join division_version v on v.unit_id = d.id
        and v.valid_from <= the_day and (v.valid_to is null or v.valid_to > the_day)
    where d.valid_from <= the_day and (d.valid_to is null or d.valid_to > the_day)
$$;

-- A township and those that were merged into it, as far back as it goes: whose rows its users see.
create function with_predecessors(the_unit uuid) returns uuid[]
    language sql stable as
$$
    with recursive line (unit_id) as (
        select the_unit
        union
        select s.predecessor_id from division_succession s join line l on s.successor_id = l.unit_id where s.kind = 'MERGED')
    select array_agg(unit_id) from line
$$;

-- The townships that were on a day what is one township now: itself, or those merged into it later.
create function township_then(the_township uuid, the_day date) returns uuid[]
    language sql stable as
$$
    with recursive line (unit_id) as (
        select the_township
        union
        select s.predecessor_id from division_succession s join line l on s.successor_id = l.unit_id
        where s.kind = 'MERGED' and s.effective_on > the_day)
    select array_agg(d.id) from line l join division d on d.id = l.unit_id
    where d.valid_from <= the_day and (d.valid_to is null or d.valid_to > the_day)
$$;
