-- The people a county posts or may post, and the offices they hold over time (clause B1).

create table person (
    id          uuid   not null,
    version     bigint not null default 0,
    county_id   uuid   not null,
    name        text   not null,
    -- Syllables in small letters, ü as v; computed once, then as people corrected it: 单 is read shàn as a surname.
    pinyin      text   not null,
    initials    text   not null generated always as (regexp_replace(pinyin, '([a-z])[a-z]* ?', '\1', 'g')) stored,
    sex         text   not null,
    birth_month date   not null,
    education   text   not null,
    -- The account under which the person signs in, if any.
    account_id  uuid,
    constraint person_pk primary key (id),
    constraint person_in_county unique (id, county_id),
    constraint person_of_county foreign key (county_id) references division,
    constraint person_of_account foreign key (account_id) references account,
    constraint person_account_once unique (account_id),
    constraint person_name_given check (btrim(name) <> '' and char_length(name) <= 50),
    constraint person_pinyin_is_syllables check (pinyin ~ '^[a-z]+( [a-z]+)*$' and char_length(pinyin) <= 400),
    constraint person_sex_known check (sex in ('MALE', 'FEMALE')),
    constraint person_birth_month check (extract(day from birth_month) = 1),
    constraint person_education_given check (btrim(education) <> '' and char_length(education) <= 50)
);

create index person_by_pinyin on person (county_id, pinyin, id);

-- Half-open: valid_to is the first day on which the office is held no more.
create table person_office (
    id                uuid        not null,
    version           bigint      not null default 0,
    county_id         uuid        not null,
    person_id         uuid        not null,
    kind              text        not null,
    township_id       uuid,
    title             text        not null,
    valid_from        date        not null,
    valid_to          date,
    proposed_by       uuid        not null,
    proposed_by_name  text        not null,
    proposed_at       timestamptz not null,
    confirmed_by      uuid,
    confirmed_by_name text,
    confirmed_at      timestamptz,
    withdrawn_at      timestamptz,
    constraint person_office_pk primary key (id),
    constraint person_office_in_county unique (id, county_id),
    constraint person_office_of_person foreign key (person_id, county_id) references person (id, county_id),
    constraint person_office_of_township foreign key (township_id) references division,
    constraint person_office_kind_known
        check (kind in ('STANDING_COMMITTEE_MEMBER', 'DEPUTY_COUNTY_HEAD', 'TOWNSHIP_PARTY_SECRETARY')),
    constraint person_office_township_of_party_secretary
        check ((kind = 'TOWNSHIP_PARTY_SECRETARY') = (township_id is not null)),
    constraint person_office_title_given check (btrim(title) <> '' and char_length(title) <= 100),
    constraint person_office_dates_in_order check (valid_to > valid_from),
    -- Who may be posted follows from it, so one person alone must not decide it.
    constraint person_office_two_persons check (confirmed_by <> proposed_by),
    constraint person_office_confirmed_whole check (
        (confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_by_name is null)),
    constraint person_office_withdrawn_never_counts check (withdrawn_at is null or confirmed_at is null),
    constraint person_office_once_at_a_time
        exclude using gist (person_id with =, kind with =,
            coalesce(township_id, '00000000-0000-0000-0000-000000000000'::uuid) with =,
            daterange(valid_from, valid_to) with &&)
            where (confirmed_by is not null),
    constraint person_office_one_party_secretary_per_township
        exclude using gist (township_id with =, daterange(valid_from, valid_to) with &&)
            where (kind = 'TOWNSHIP_PARTY_SECRETARY' and confirmed_by is not null)
);

create unique index person_office_one_open_proposal on person_office (person_id, kind, township_id) nulls not distinct
    where confirmed_by is null and withdrawn_at is null;
create index person_office_by_person on person_office (person_id, valid_from);
create index person_office_by_county on person_office (county_id, kind);

-- The end of an office, proposed and confirmed like its beginning.
create table person_office_end (
    id                uuid        not null,
    version           bigint      not null default 0,
    county_id         uuid        not null,
    office_id         uuid        not null,
    ends_on           date        not null,
    reason            text        not null,
    proposed_by       uuid        not null,
    proposed_by_name  text        not null,
    proposed_at       timestamptz not null,
    confirmed_by      uuid,
    confirmed_by_name text,
    confirmed_at      timestamptz,
    withdrawn_at      timestamptz,
    constraint person_office_end_pk primary key (id),
    constraint person_office_end_of_office foreign key (office_id, county_id) references person_office (id, county_id),
    constraint person_office_end_reason_given check (btrim(reason) <> '' and char_length(reason) <= 200),
    constraint person_office_end_two_persons check (confirmed_by <> proposed_by),
    constraint person_office_end_confirmed_whole check (
        (confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_by_name is null)),
    constraint person_office_end_withdrawn_never_counts check (withdrawn_at is null or confirmed_at is null)
);

create unique index person_office_end_one_open_proposal on person_office_end (office_id)
    where confirmed_by is null and withdrawn_at is null;
create unique index person_office_end_once on person_office_end (office_id) where confirmed_by is not null;

call protect('person');
create policy in_county on person for select to ${appRole} using (county_id = any (scope_ids('counties')));
-- An account is seen where it has a duty in the county, so nobody is linked to a stranger's.
create policy entered_by_organizer on person for insert to ${appRole}
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and (account_id is null or exists (select from account a where a.id = person.account_id)));
create policy changed_by_organizer on person for update to ${appRole}
    using (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')))
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and (account_id is null or exists (select from account a where a.id = person.account_id)));
revoke update, delete, truncate on person from ${appRole};
grant update (version, name, pinyin, sex, birth_month, education, account_id) on person to ${appRole};

call protect('person_office');
create policy in_county on person_office for select to ${appRole} using (county_id = any (scope_ids('counties')));
create policy proposed_by_organizer on person_office for insert to ${appRole}
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and proposed_by = acting_account()
        and happens_now(proposed_at)
        and confirmed_by is null
        and withdrawn_at is null
        and (township_id is null
             or exists (select from division d where d.id = person_office.township_id
                          and d.level = 'TOWNSHIP' and d.county_id = person_office.county_id)));
-- A proposal changes once: confirmed by whoever acts, or withdrawn by whoever proposed it.
create policy decided_by_organizer on person_office for update to ${appRole}
    using (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and withdrawn_at is null)
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and (confirmed_by is not null or withdrawn_at is not null and proposed_by = acting_account()));
revoke update, delete, truncate on person_office from ${appRole};
grant update (version, valid_to, confirmed_by, confirmed_by_name, confirmed_at, withdrawn_at) on person_office to ${appRole};

call protect('person_office_end');
create policy in_county on person_office_end for select to ${appRole} using (county_id = any (scope_ids('counties')));
create policy proposed_by_organizer on person_office_end for insert to ${appRole}
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and proposed_by = acting_account()
        and happens_now(proposed_at)
        and confirmed_by is null
        and withdrawn_at is null
        and exists (select from person_office o where o.id = person_office_end.office_id and o.confirmed_by is not null));
create policy decided_by_organizer on person_office_end for update to ${appRole}
    using (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and confirmed_by is null
        and withdrawn_at is null)
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and (confirmed_by = acting_account() and happens_now(confirmed_at)
             or withdrawn_at is not null and proposed_by = acting_account()));
revoke update, delete, truncate on person_office_end from ${appRole};
grant update (version, confirmed_by, confirmed_by_name, confirmed_at, withdrawn_at) on person_office_end to ${appRole};

-- What is confirmed stays: only its end is written, once, with an end that whoever acts confirms in the same transaction.
create function person_office_changes_by_two() returns trigger
    language plpgsql as
$$
begin
    if old.confirmed_by is null then
        if new.valid_to is distinct from old.valid_to
           or new.confirmed_by is not null
              and (new.confirmed_by = acting_account() and happens_now(new.confirmed_at)) is not true then
            raise insufficient_privilege using
                message = 'person_office_changes_by_two: an office is confirmed as proposed, by whoever acts';
        end if;
    elsif (old.confirmed_by, old.confirmed_by_name, old.confirmed_at, old.withdrawn_at)
              is distinct from (new.confirmed_by, new.confirmed_by_name, new.confirmed_at, new.withdrawn_at)
          or not exists (select from person_office_end e
                         where e.office_id = new.id and e.ends_on = new.valid_to
                           and e.confirmed_by = acting_account() and made_now(e.xmin)) then
        raise insufficient_privilege using
            message = 'person_office_changes_by_two: an office that counts is changed by a confirmed end only';
    end if;
    return new;
end
$$;
create trigger person_office_changes_by_two before update on person_office
    for each row when (current_user = '${appRole}') execute function person_office_changes_by_two();

-- Whether the person holds, on that day, an office from which First Secretaries are posted: member of the county standing
-- committee or deputy county head (clause B1). False for whoever sees no such person.
create function person_may_be_posted(person uuid, on_day date) returns boolean
    language sql stable as
$$
    select exists (select from person_office o
                   where o.person_id = person and o.kind in ('STANDING_COMMITTEE_MEMBER', 'DEPUTY_COUNTY_HEAD')
                     and o.confirmed_by is not null
                     and o.valid_from <= on_day and (o.valid_to is null or o.valid_to > on_day))
$$;

-- The titles of the confirmed offices that somebody holds on a day; empty for none.
create function person_titles(person uuid, on_day date) returns text
    language sql stable as
$$
    select coalesce(string_agg(o.title, '、' order by
               array_position(array['STANDING_COMMITTEE_MEMBER', 'DEPUTY_COUNTY_HEAD', 'TOWNSHIP_PARTY_SECRETARY'], o.kind),
               o.valid_from, o.id), '')
    from person_office o
    where o.person_id = person and o.confirmed_by is not null
      and o.valid_from <= on_day and (o.valid_to is null or o.valid_to > on_day)
$$;
