-- What county leaders are in charge of (clause C6), and assignments that are no postings (clause B3).

-- Half-open, as offices. An organizer enters it, and its end once.
create table person_portfolio (
    id              uuid        not null,
    version         bigint      not null default 0,
    county_id       uuid        not null,
    person_id       uuid        not null,
    work            text        not null,
    valid_from      date        not null,
    valid_to        date,
    entered_by      uuid        not null,
    entered_by_name text        not null,
    entered_at      timestamptz not null,
    ended_by        uuid,
    ended_by_name   text,
    ended_at        timestamptz,
    constraint person_portfolio_pk primary key (id),
    constraint person_portfolio_of_person foreign key (person_id, county_id) references person (id, county_id),
    constraint person_portfolio_work_given check (btrim(work) <> '' and char_length(work) <= 200),
    constraint person_portfolio_dates_in_order check (valid_to > valid_from),
    constraint person_portfolio_ended_whole check (
        (ended_by is null) = (ended_at is null) and (ended_by is null) = (ended_by_name is null)
        and (ended_by is null or valid_to is not null)),
    constraint person_portfolio_once_at_a_time
        exclude using gist (person_id with =, work with =, daterange(valid_from, valid_to) with &&)
);

create index person_portfolio_by_person on person_portfolio (person_id, valid_from);

-- Liaisons (包联) and secondments (挂职). They give no rights and are never the posting of a First Secretary, which has tables of
-- its own: the three must never be mixed up (clause B3).
create table person_assignment (
    id                uuid        not null,
    version           bigint      not null default 0,
    county_id         uuid        not null,
    person_id         uuid        not null,
    kind              text        not null,
    township_id       uuid        not null,
    village_id        uuid,
    valid_from        date        not null,
    valid_to          date,
    document          text        not null,
    proposed_by       uuid        not null,
    proposed_by_name  text        not null,
    proposed_at       timestamptz not null,
    confirmed_by      uuid,
    confirmed_by_name text,
    confirmed_at      timestamptz,
    withdrawn_at      timestamptz,
    ended_by          uuid,
    ended_by_name     text,
    ended_at          timestamptz,
    constraint person_assignment_pk primary key (id),
    constraint person_assignment_of_person foreign key (person_id, county_id) references person (id, county_id),
    constraint person_assignment_of_township foreign key (township_id) references division,
    constraint person_assignment_of_village foreign key (village_id) references division,
    constraint person_assignment_is_never_a_posting check (kind in ('LIAISON', 'SECONDMENT')),
    constraint person_assignment_document_given check (btrim(document) <> '' and char_length(document) <= 100),
    constraint person_assignment_dates_in_order check (valid_to > valid_from),
    constraint person_assignment_two_persons check (confirmed_by <> proposed_by),
    constraint person_assignment_confirmed_whole check (
        (confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_by_name is null)),
    constraint person_assignment_withdrawn_never_counts check (withdrawn_at is null or confirmed_at is null),
    constraint person_assignment_ended_whole check (
        (ended_by is null) = (ended_at is null) and (ended_by is null) = (ended_by_name is null)
        and (ended_by is null or valid_to is not null and confirmed_by is not null)),
    constraint person_assignment_once_at_a_time
        exclude using gist (person_id with =, kind with =, coalesce(village_id, township_id) with =,
            daterange(valid_from, valid_to) with &&)
            where (confirmed_by is not null)
);

create unique index person_assignment_one_open_proposal
    on person_assignment (person_id, kind, coalesce(village_id, township_id))
    where confirmed_by is null and withdrawn_at is null;
create index person_assignment_by_person on person_assignment (person_id, valid_from);
create index person_assignment_by_county on person_assignment (county_id, kind);

call protect('person_portfolio');
create policy in_county on person_portfolio for select to ${appRole} using (county_id = any (scope_ids('counties')));
create policy entered_by_organizer on person_portfolio for insert to ${appRole}
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and entered_by = acting_account()
        and happens_now(entered_at)
        and ended_by is null);
create policy ended_by_organizer on person_portfolio for update to ${appRole}
    using (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')) and valid_to is null)
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and ended_by = acting_account()
        and happens_now(ended_at));
revoke update, delete, truncate on person_portfolio from ${appRole};
grant update (version, valid_to, ended_by, ended_by_name, ended_at) on person_portfolio to ${appRole};

call protect('person_assignment');
create policy in_county on person_assignment for select to ${appRole} using (county_id = any (scope_ids('counties')));
create policy proposed_by_organizer on person_assignment for insert to ${appRole}
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and proposed_by = acting_account()
        and happens_now(proposed_at)
        and confirmed_by is null
        and withdrawn_at is null
        and exists (select from division d where d.id = person_assignment.township_id
                      and d.level = 'TOWNSHIP' and d.county_id = person_assignment.county_id)
        and (village_id is null
             or exists (select from division d where d.id = person_assignment.village_id
                          and d.level = 'VILLAGE' and d.township_id = person_assignment.township_id)));
create policy decided_by_organizer on person_assignment for update to ${appRole}
    using (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and withdrawn_at is null)
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and (confirmed_by is not null or withdrawn_at is not null and proposed_by = acting_account()));
revoke update, delete, truncate on person_assignment from ${appRole};
grant update (version, valid_to, confirmed_by, confirmed_by_name, confirmed_at, withdrawn_at, ended_by, ended_by_name, ended_at)
    on person_assignment to ${appRole};

-- Confirmed as proposed, by whoever acts; what is confirmed gets an end once, and nothing else.
create function person_assignment_changes_once() returns trigger
    language plpgsql as
$$
begin
    if old.confirmed_by is null then
        if (new.valid_to, new.ended_by) is distinct from (old.valid_to, old.ended_by)
           or new.confirmed_by is not null
              and (new.confirmed_by = acting_account() and happens_now(new.confirmed_at)) is not true then
            raise insufficient_privilege using
                message = 'person_assignment_changes_once: an assignment is confirmed as proposed, by whoever acts';
        end if;
    elsif (old.confirmed_by, old.confirmed_by_name, old.confirmed_at, old.withdrawn_at)
              is distinct from (new.confirmed_by, new.confirmed_by_name, new.confirmed_at, new.withdrawn_at)
          or old.valid_to is not null
          or (new.ended_by = acting_account() and happens_now(new.ended_at)) is not true then
        raise insufficient_privilege using
            message = 'person_assignment_changes_once: an assignment that counts gets an end once, by whoever acts';
    end if;
    return new;
end
$$;
create trigger person_assignment_changes_once before update on person_assignment
    for each row when (current_user = '${appRole}') execute function person_assignment_changes_once();

-- What somebody is in charge of on a day; empty for nothing.
create function person_portfolios(person uuid, on_day date) returns text
    language sql stable as
$$
    select coalesce(string_agg(f.work, '、' order by f.valid_from, f.id), '')
    from person_portfolio f
    where f.person_id = person and f.valid_from <= on_day and (f.valid_to is null or f.valid_to > on_day)
$$;

-- The townships and villages of somebody's liaisons, or secondments, of a day; empty for none.
create function person_places(person uuid, the_kind text, on_day date) returns text
    language sql stable as
$$
    select coalesce(string_agg(concat(t.name, v.name), '、' order by a.valid_from, a.id), '')
    from person_assignment a
    join division t on t.id = a.township_id
    left join division v on v.id = a.village_id
    where a.person_id = person and a.kind = the_kind and a.confirmed_by is not null
      and a.valid_from <= on_day and (a.valid_to is null or a.valid_to > on_day)
$$;

-- How many proposals about somebody wait for a second organizer.
create function person_proposals(person uuid) returns int
    language sql stable as
$$
    select cast((select count(*) from person_office o
                 where o.person_id = person and o.confirmed_by is null and o.withdrawn_at is null)
              + (select count(*) from person_office o join person_office_end e on e.office_id = o.id
                 where o.person_id = person and e.confirmed_by is null and e.withdrawn_at is null)
              + (select count(*) from person_assignment a
                 where a.person_id = person and a.confirmed_by is null and a.withdrawn_at is null) as int)
$$;
