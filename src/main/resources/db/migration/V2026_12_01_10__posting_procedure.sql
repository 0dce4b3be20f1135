-- The appointment of First Secretaries (clauses A1, B1 to B5): the procedure by steps, the public notice, the term, and the
-- duty that follows from it. What a county may arrange stands in its dated procedure; what nobody may pass stands here too.

-- Working days as the calendar counts them, for what the database itself has to know of a notice: it ran fully, or not.
create function is_working_day(the_day date) returns boolean
    language sql stable as
$$
    select coalesce(
        (select not c.day_off from calendar_day c join calendar_year y on y.id = c.calendar_year_id
         where y.status = 'IN_EFFECT' and c.day = the_day
           and y.year between extract(year from the_day) - 1 and extract(year from the_day) + 1
         order by y.year desc limit 1),
        extract(isodow from the_day) < 6
            and (exists (select from calendar_year y where y.status = 'IN_EFFECT' and y.year = extract(year from the_day))
                 or to_char(the_day, 'MMDD') not in ('0101', '0501', '0502', '1001', '1002', '1003')))
$$;

create function nth_working_day(the_first date, n int) returns date
    language sql stable as
$$
    select w.day from (
        select d::date as day, row_number() over (order by d) as number
        from generate_series(the_first, the_first + n * 3 + 30, interval '1 day') d where is_working_day(d::date)) w
    where w.number = n
$$;

-- Whether every day of a span is one that no announcement still to come can change.
create function working_days_are_known(the_first date, the_last date) returns boolean
    language sql stable as
$$
    select not exists (
        select from generate_series(extract(year from the_first)::int,
                                    extract(year from the_last)::int
                                        + case when to_char(the_last, 'MMDD') >= '1223' then 1 else 0 end) y
        where not exists (select from calendar_year c where c.status = 'IN_EFFECT' and c.year = y))
$$;

create table procedure_template (
    id                uuid        not null,
    version           bigint      not null,
    county_id         uuid        not null,
    valid_from        date        not null,
    waivable          text        not null,
    notice_days       int         not null,
    term_years        int         not null,
    term_starts       text        not null,
    votes             boolean     not null,
    hotline           text        not null,
    address           text        not null,
    reason            text        not null,
    proposed_by       uuid        not null,
    proposed_by_name  text        not null,
    proposed_at       timestamptz not null,
    confirmed_by      uuid,
    confirmed_by_name text,
    confirmed_at      timestamptz,
    withdrawn_at      timestamptz,
    constraint procedure_template_pk primary key (id),
    constraint procedure_template_of_county foreign key (county_id) references division (id),
    -- 2019 rules on selecting cadres: at least five working days
    constraint procedure_template_notice_length check (notice_days between 5 and 30),
    constraint procedure_template_term check (term_years between 1 and 5),
    constraint procedure_template_term_starts check (term_starts in ('DECISION', 'OFFICE')),
    -- the decision, the notice and the announcement are never waived
    constraint procedure_template_waivable check (waivable !~ '(DECIDED|NOTICE|ANNOUNCED|TALK|APPOINTMENT)'),
    constraint procedure_template_two_persons check (confirmed_by is null or confirmed_by <> proposed_by),
    constraint procedure_template_confirmation check ((confirmed_by is null) = (confirmed_at is null)),
    constraint procedure_template_withdrawn_never_counts check (withdrawn_at is null or confirmed_at is null)
);

create unique index procedure_template_one_open_proposal on procedure_template (county_id)
    where confirmed_by is null and withdrawn_at is null;
create unique index procedure_template_one_per_day on procedure_template (county_id, valid_from) where confirmed_by is not null;

create table posting_round (
    id             uuid        not null,
    version        bigint      not null,
    county_id      uuid        not null,
    title          text        not null,
    template_id    uuid,
    opened_by      uuid        not null,
    opened_by_name text        not null,
    opened_at      timestamptz not null,
    constraint posting_round_pk primary key (id),
    constraint posting_round_of_county foreign key (county_id) references division (id),
    constraint posting_round_by_template foreign key (template_id) references procedure_template (id),
    constraint posting_round_title_given check (length(title) between 1 and 60)
);

create index posting_round_of_county on posting_round (county_id);

-- Who may know of a round before the notice, besides whoever opened it.
create table round_organizer (
    round_id     uuid        not null,
    county_id    uuid        not null,
    account_id   uuid        not null,
    account_name text        not null,
    named_at     timestamptz not null,
    constraint round_organizer_pk primary key (round_id, account_id),
    constraint round_organizer_of_round foreign key (round_id) references posting_round (id),
    constraint round_organizer_of_account foreign key (account_id) references account (id)
);

create table posting (
    id                uuid        not null,
    version           bigint      not null,
    county_id         uuid        not null,
    round_id          uuid,
    person_id         uuid        not null,
    -- as it was then, and for those who read of postings and not of people
    person_name       text        not null,
    township_id       uuid        not null,
    taken_over        boolean     not null,
    state             text        not null,
    reasons           text        not null,
    present_post      text        not null,
    -- the public notice: its number, or the number of the notice that covers it
    notice_document   text,
    notice_covered    boolean,
    notice_published  date,
    notice_from       date,
    notice_days       int,
    term_from         date,
    expected_end      date,
    ended_on          date,
    end_kind          text,
    published_at      timestamptz,
    designate_from    timestamptz,
    office_from       timestamptz,
    office_to         timestamptz,
    withdrawn_at      timestamptz,
    proposed_by       uuid        not null,
    proposed_by_name  text        not null,
    proposed_at       timestamptz not null,
    confirmed_by      uuid,
    confirmed_by_name text,
    confirmed_at      timestamptz,
    constraint posting_pk primary key (id),
    constraint posting_of_round foreign key (round_id) references posting_round (id),
    constraint posting_of_person foreign key (person_id, county_id) references person (id, county_id),
    constraint posting_at_township foreign key (township_id) references division (id),
    constraint posting_taken_over_has_no_round check (taken_over = (round_id is null)),
    -- in office and ended follow from the instants, so that nothing has to happen at them
    constraint posting_legal_state check (state in ('PROPOSED', 'DELIBERATED', 'CITY_CONSENTED', 'RECOMMENDED', 'INSPECTED',
                                                    'DECIDED', 'NOTICE', 'NOTICE_CLOSED', 'ANNOUNCED', 'WITHDRAWN')),
    constraint posting_states_its_reasons check (reasons <> ''),
    constraint posting_notice_length check (notice_days >= 5),
    constraint posting_notice_order check (notice_from >= notice_published),
    constraint posting_notice_given check (
        taken_over or state not in ('NOTICE', 'NOTICE_CLOSED', 'ANNOUNCED')
        or (notice_document, notice_covered, notice_published, notice_from, notice_days, published_at, designate_from) is not null),
    constraint posting_office_with_announcement check ((state = 'ANNOUNCED') = (office_from is not null)),
    constraint posting_term_with_office check (office_from is null or (term_from is not null and expected_end is not null)),
    constraint posting_dates_in_order check (expected_end >= term_from and ended_on >= term_from and office_to >= office_from),
    constraint posting_end_decided check ((end_kind is null) = (ended_on is null)),
    constraint posting_end_of_office check (office_to is null or (office_from is not null and ended_on is not null)),
    constraint posting_end_kind check (end_kind in ('EXPIRED', 'TRANSFERRED', 'REMOVED', 'RECALLED', 'RESIGNED')),
    constraint posting_taken_over_by_two check (not taken_over or state <> 'ANNOUNCED' or confirmed_by is not null),
    constraint posting_second_person check (confirmed_by is null or confirmed_by <> proposed_by),
    constraint posting_once_per_round_and_person unique (round_id, person_id),
    constraint posting_one_first_secretary_per_township
        exclude using gist (township_id with =, tstzrange(office_from, office_to) with &&) where (office_from is not null),
    constraint posting_one_township_per_first_secretary
        exclude using gist (person_id with =, tstzrange(office_from, office_to) with &&) where (office_from is not null)
);

create index posting_of_county on posting (county_id);
create index posting_of_township on posting (township_id);
create index posting_of_person on posting (person_id);

-- What was done and recorded, in the order it was recorded.
create table posting_step (
    posting_id       uuid        not null,
    position         int         not null,
    county_id        uuid        not null,
    kind             text        not null,
    on_day           date        not null,
    body             text        not null,
    document         text        not null,
    note             text        not null,
    due              int,
    present          int,
    agree            int,
    waived           text,
    recorded_by      uuid        not null,
    recorded_by_name text        not null,
    recorded_at      timestamptz not null,
    constraint posting_step_pk primary key (posting_id, position),
    constraint posting_step_of_posting foreign key (posting_id) references posting (id),
    constraint posting_step_kind check (kind in ('PROPOSED', 'DELIBERATED', 'CITY_CONSENTED', 'RECOMMENDED', 'INSPECTED',
        'FILE_REVIEW', 'PERSONAL_MATTERS', 'DISCIPLINE_OPINION', 'COMPLAINTS', 'DECIDED', 'NOTICE', 'NOTICE_CLOSED', 'TALK',
        'APPOINTMENT', 'ANNOUNCED', 'EXTENDED', 'ENDED', 'WITHDRAWN', 'TAKEN_OVER')),
    constraint posting_step_never_waived check (
        waived is null or kind in ('DELIBERATED', 'CITY_CONSENTED', 'RECOMMENDED', 'INSPECTED', 'FILE_REVIEW',
                                   'PERSONAL_MATTERS', 'DISCIPLINE_OPINION', 'COMPLAINTS')),
    -- 2/3 of the members due are there, and more than half of those due agree
    constraint posting_step_quorum check (
        kind <> 'DECIDED' or coalesce(due > 0 and present between 0 and due and present * 3 >= due * 2
                                      and (agree is null or (agree <= present and agree * 2 > due)), false))
);

-- Named or anonymous; seen by those who handle the round and nobody else.
create table objection (
    id              uuid        not null,
    version         bigint      not null,
    posting_id      uuid        not null,
    round_id        uuid        not null,
    county_id       uuid        not null,
    received_on     date        not null,
    way             text        not null,
    anonymous       boolean     not null,
    content         text        not null,
    handler_id      uuid        not null,
    handler_name    text        not null,
    investigation   text        not null,
    conclusion      text,
    harmless        boolean,
    recorded_by     uuid        not null,
    recorded_at     timestamptz not null,
    concluded_by    uuid,
    concluded_name  text,
    concluded_at    timestamptz,
    constraint objection_pk primary key (id),
    constraint objection_to_posting foreign key (posting_id) references posting (id),
    constraint objection_of_round foreign key (round_id) references posting_round (id),
    constraint objection_way check (way in ('LETTER', 'CALL', 'VISIT', 'ONLINE')),
    constraint objection_conclusion_whole check (
        (concluded_at is null) = (conclusion is null) and (concluded_at is null) = (harmless is null)
        and (concluded_at is null or investigation <> ''))
);

create index objection_to_posting on objection (posting_id);

-- Where a posting stands at an instant: an office begins and ends by itself.
create function posting_state_at(the_state text, the_from timestamptz, the_to timestamptz, at_instant timestamptz) returns text
    language sql immutable
    return case when the_state <> 'ANNOUNCED' then the_state
                when the_to <= at_instant then 'ENDED'
                when the_from <= at_instant then 'IN_OFFICE'
                else the_state end;

-- Whether whoever acts is one of the organizers who may know of the round.
create function organizes(the_round uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
    select acting_role() = 'COUNTY_ORGANIZER'
       and exists (select from posting_round r
                   where r.id = the_round and r.county_id = any (scope_ids('counties'))
                     and (r.opened_by = acting_account()
                          or exists (select from round_organizer o
                                     where o.round_id = r.id and o.account_id = acting_account())))
$$;

-- How many objections stand in the way of a posting: not concluded, or concluded so. Counted past row-level security, so that
-- who counts does not decide what is there.
create function objections_in_the_way(the_posting uuid) returns bigint
    language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
    select count(*) from objection o where o.posting_id = the_posting and (o.concluded_at is null or not o.harmless)
$$;

-- A state is reached from the one before it, or left by withdrawal; nothing is skipped and nothing goes back.
create function posting_moves() returns trigger
    language plpgsql as
$$
declare
    line constant text[] := array ['PROPOSED', 'DELIBERATED', 'CITY_CONSENTED', 'RECOMMENDED', 'INSPECTED', 'DECIDED', 'NOTICE',
                                   'NOTICE_CLOSED', 'ANNOUNCED'];
begin
    if tg_op = 'INSERT' then
        if new.state <> 'PROPOSED' then
            raise check_violation using message = 'posting_legal_transition: a posting begins as proposed', constraint = 'posting_legal_transition';
        end if;
        return new;
    end if;
    if new.state = old.state
       or new.state = 'WITHDRAWN' and old.state <> 'ANNOUNCED'
       or array_position(line, new.state) = array_position(line, old.state) + 1 and not new.taken_over
       or new.taken_over and old.state = 'PROPOSED' and new.state = 'ANNOUNCED' and new.confirmed_by is not null then
        return new;
    end if;
    raise check_violation using message = format('posting_legal_transition: %s does not follow %s', new.state, old.state),
        constraint = 'posting_legal_transition';
end
$$;
-- What acts of people are held to; the owner moves data as it was.
create trigger posting_moves before insert or update on posting
    for each row when (acting_role() is not null) execute function posting_moves();

-- At the end of the act every state has the step that proves it.
create function posting_is_proved() returns trigger
    language plpgsql as
$$
begin
    if not exists (select from posting_step s
                   where s.posting_id = new.id and s.kind = case when new.taken_over and new.state <> 'WITHDRAWN' then 'TAKEN_OVER'
                                                                 else new.state end) then
        raise check_violation using message = format('posting_state_proved: no step proves %s', new.state), constraint = 'posting_state_proved';
    end if;
    return null;
end
$$;
create constraint trigger posting_is_proved after insert or update of state on posting
    deferrable initially deferred for each row when (acting_role() is not null) execute function posting_is_proved();

-- What a step asks for, whoever writes it.
create function posting_step_fits() returns trigger
    language plpgsql as
$$
declare
    p              posting;
    latest         date;
    last_of_notice date;
    counted_on     date;
    moves constant text[] := array ['DELIBERATED', 'CITY_CONSENTED', 'RECOMMENDED', 'INSPECTED', 'DECIDED', 'NOTICE', 'NOTICE_CLOSED',
                                    'ANNOUNCED', 'WITHDRAWN'];
begin
    select * into p from posting where id = new.posting_id;
    if new.on_day > acting_today() then
        raise check_violation using message = 'posting_step_not_in_future: a step of a day to come', constraint = 'posting_step_not_in_future';
    end if;
    if new.kind = any (moves) and p.state <> new.kind then
        raise check_violation using message = format('posting_step_fits_state: %s is not a step of %s', new.kind, p.state),
            constraint = 'posting_step_fits_state';
    end if;
    select max(s.on_day) into latest from posting_step s
    where s.posting_id = new.posting_id
      and (s.kind = 'PROPOSED' or s.kind = any (moves)
           or new.kind in ('DECIDED', 'ANNOUNCED') and s.kind in ('FILE_REVIEW', 'PERSONAL_MATTERS', 'DISCIPLINE_OPINION',
                                                                  'COMPLAINTS', 'TALK', 'APPOINTMENT'))
      and (new.kind not in ('FILE_REVIEW', 'PERSONAL_MATTERS', 'DISCIPLINE_OPINION', 'COMPLAINTS') or s.kind = 'PROPOSED');
    if new.on_day < latest then
        raise check_violation using message = format('posting_steps_in_date_order: %s comes before %s', new.on_day, latest),
            constraint = 'posting_steps_in_date_order';
    end if;
    if new.waived is not null
       and not exists (select from posting_round r left join procedure_template t on t.id = r.template_id
                       where r.id = p.round_id
                         and (t.id is null and new.kind in ('RECOMMENDED', 'INSPECTED')
                              or new.kind = any (string_to_array(t.waivable, ',')))) then
        raise check_violation using message = format('posting_step_may_be_waived: %s cannot be waived', new.kind), constraint = 'posting_step_may_be_waived';
    end if;
    if new.kind = 'DECIDED'
       and (select count(distinct s.kind) from posting_step s
            where s.posting_id = p.id
              and s.kind in ('FILE_REVIEW', 'PERSONAL_MATTERS', 'DISCIPLINE_OPINION', 'COMPLAINTS')) < 4 then
        raise check_violation using message = 'posting_checks_before_decision: the checks before the decision are not all done',
            constraint = 'posting_checks_before_decision';
    end if;
    if new.kind in ('NOTICE_CLOSED', 'APPOINTMENT', 'ANNOUNCED') then
        last_of_notice := nth_working_day(p.notice_from, p.notice_days);
        if p.notice_from is null
           or new.on_day <= last_of_notice or not working_days_are_known(p.notice_from, last_of_notice) then
            raise check_violation using message = format('posting_notice_ran_fully: the notice runs until %s', last_of_notice),
                constraint = 'posting_notice_ran_fully';
        end if;
    end if;
    if new.kind in ('APPOINTMENT', 'ANNOUNCED') and objections_in_the_way(p.id) > 0 then
        raise check_violation using message = 'posting_no_open_objection: an objection is open', constraint = 'posting_no_open_objection';
    end if;
    if new.kind = 'ANNOUNCED' then
        if not exists (select from posting_step s where s.posting_id = p.id and s.kind = 'TALK')
           or not exists (select from posting_step s where s.posting_id = p.id and s.kind = 'APPOINTMENT') then
            raise check_violation using message = 'posting_talk_and_papers: talk or notice of appointment is missing',
                constraint = 'posting_talk_and_papers';
        end if;
    end if;
    if new.kind in ('PROPOSED', 'ANNOUNCED', 'TAKEN_OVER') then
        counted_on := case new.kind when 'TAKEN_OVER' then p.term_from else new.on_day end;
        if not coalesce((select t.industrial from township_type t
                         where t.township_id = p.township_id and t.confirmed_by is not null and t.valid_from <= counted_on
                         order by t.valid_from desc limit 1), false) then
            raise check_violation using message = 'posting_industrial_township_only: not an industrial township',
                constraint = 'posting_industrial_township_only';
        end if;
        if not person_may_be_posted(p.person_id, counted_on) then
            raise check_violation using message = 'posting_county_leaders_only: neither of the standing committee nor a deputy county head',
                constraint = 'posting_county_leaders_only';
        end if;
    end if;
    return new;
end
$$;
create trigger posting_step_fits before insert on posting_step
    for each row when (acting_role() is not null) execute function posting_step_fits();

-- An objection and an announcement at the same instant: one waits for the other and sees it.
create function objection_waits_for_its_posting() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    perform from posting p where p.id = new.posting_id for no key update;
    return new;
end
$$;
create trigger objection_waits_for_its_posting before insert on objection
    for each row execute function objection_waits_for_its_posting();

-- Rights follow from the posting and from nothing else: the duty is written here, under the owner, and by nobody by hand.
alter table duty add column posting_id uuid constraint duty_of_posting references posting (id);
alter table duty drop constraint duty_role;
alter table duty add constraint duty_role
    check (role in ('COUNTY_ORGANIZER', 'COUNTY_LEADER', 'BUREAU', 'FIRST_SECRETARY', 'FIRST_SECRETARY_DESIGNATE',
                    'PARTY_SECRETARY', 'TOWNSHIP_CLERK', 'VILLAGE_USER', 'CITY_ORGANIZER', 'SYSTEM_ADMIN', 'SECURITY_ADMIN',
                    'AUDITOR'));
-- Granted by hand before postings were kept here: it stays until the posting is taken over, and no other comes to it.
alter table duty add column by_hand boolean not null default false;
update duty set by_hand = true where role = 'FIRST_SECRETARY';
alter table duty add constraint duty_first_secretary_by_posting
    check (by_hand or (role in ('FIRST_SECRETARY', 'FIRST_SECRETARY_DESIGNATE')) = (posting_id is not null));
create unique index duty_once_per_posting on duty (posting_id, role, account_id) where posting_id is not null;

-- Read-only from the first day of the notice until the office begins, or the posting is withdrawn; then in office until it ends.
create function posting_grants(the_posting uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    -- whoever is in office now ends what was granted by hand, there and for the person; an office of the past ends nothing
    update duty d set valid_to = greatest(d.valid_from, p.office_from)
    from posting p join person x on x.id = p.person_id
    where p.id = the_posting and d.by_hand and (d.township_id = p.township_id or d.account_id = x.account_id)
      and p.office_from is not null and (p.office_to is null or p.office_to > acting_now())
      and (d.valid_to is null or d.valid_to > p.office_from);
    with wanted as (
        select p.id as posting_id, x.account_id, r.role, p.township_id, d.name, p.county_id, r.valid_from,
               case when r.valid_to is not null then greatest(r.valid_from, r.valid_to) end as valid_to
        from posting p
        join person x on x.id = p.person_id
        join division d on d.id = p.township_id
        cross join lateral (values ('FIRST_SECRETARY_DESIGNATE', p.designate_from, coalesce(p.office_from, p.withdrawn_at)),
                                   ('FIRST_SECRETARY', p.office_from, p.office_to)) r (role, valid_from, valid_to)
        where p.id = the_posting and x.account_id is not null and r.valid_from is not null)
    insert into duty (id, account_id, role, unit_id, unit_name, county_id, township_id, valid_from, valid_to, granted_by,
                      granted_by_name, posting_id)
    select gen_random_uuid(), w.account_id, w.role, w.township_id, w.name, w.county_id, w.township_id, w.valid_from, w.valid_to,
           null, coalesce(acting_name(), ''), w.posting_id
    from wanted w
    on conflict (posting_id, role, account_id) where posting_id is not null
        do update set valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                      ended_by_name = case when excluded.valid_to is null then null else acting_name() end;
    -- a person who has another account now goes on under that one
    update duty d set valid_to = greatest(d.valid_from, acting_now()), ended_by_name = acting_name()
    from posting p join person x on x.id = p.person_id
    where p.id = the_posting and d.posting_id = p.id and d.account_id is distinct from x.account_id
      and (d.valid_to is null or d.valid_to > acting_now());
end
$$;

create function posting_gives_rights() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    perform posting_grants(new.id);
    return null;
end
$$;
create trigger posting_gives_rights after insert or update of designate_from, office_from, office_to, withdrawn_at on posting
    for each row when (new.designate_from is not null or new.office_from is not null)
    execute function posting_gives_rights();

create function person_gets_account() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    -- rights that a posting gave are not moved to another account by whoever corrects a name
    if acting_role() is not null and old.account_id is not null
       and exists (select from duty d where d.account_id = old.account_id and d.posting_id is not null
                                        and (d.valid_to is null or d.valid_to > acting_now())) then
        raise check_violation using message = 'person_account_stays_while_posted: the account has rights by a posting',
            constraint = 'person_account_stays_while_posted';
    end if;
    perform posting_grants(p.id) from posting p where p.person_id = new.id;
    return null;
end
$$;
create trigger person_gets_account after update of account_id on person
    for each row when (old.account_id is distinct from new.account_id) execute function person_gets_account();

revoke execute on function posting_grants(uuid) from public, ${appRole};

-- Nobody in the application's role writes such a duty, neither begins nor ends it.
create policy by_posting_only on duty as restrictive for insert to ${appRole} with check (posting_id is null and not by_hand);
create policy ended_by_posting_only on duty as restrictive for update to ${appRole} using (posting_id is null);

-- What is on the notice board today, for whoever has no account.
create function running_notices(the_day date)
    returns table (county text, township text, name text, sex text, birth_month date, education text, present_post text,
                   document text, published date, first_day date, last_day date, days int, provisional boolean,
                   hotline text, address text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
    select c.name::text, t.name::text, x.name, x.sex, x.birth_month, x.education, p.present_post, p.notice_document,
           p.notice_published, p.notice_from, n.last_day, p.notice_days, not working_days_are_known(p.notice_from, n.last_day),
           coalesce(f.hotline, '12380'), coalesce(f.address, '')
    from posting p
    join person x on x.id = p.person_id
    join division c on c.id = p.county_id
    join division t on t.id = p.township_id
    join posting_round r on r.id = p.round_id
    left join procedure_template f on f.id = r.template_id
    cross join lateral (select nth_working_day(p.notice_from, p.notice_days) as last_day) n
    where p.state = 'NOTICE' and p.notice_published <= the_day
      and (n.last_day >= the_day or not working_days_are_known(p.notice_from, n.last_day))
    order by c.code, t.code
$$;

call protect('procedure_template');
create policy in_scope on procedure_template for select to ${appRole} using (county_id = any (scope_ids('counties')));
create policy proposed_by_organizer on procedure_template for insert to ${appRole}
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and proposed_by = acting_account()
        and confirmed_by is null
        and withdrawn_at is null);
create policy decided_by_organizer on procedure_template for update to ${appRole}
    using (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and confirmed_by is null
        and withdrawn_at is null)
    with check (confirmed_by = acting_account() or withdrawn_at is not null and proposed_by = acting_account());
revoke update, delete, truncate on procedure_template from ${appRole};
grant update (version, confirmed_by, confirmed_by_name, confirmed_at, withdrawn_at) on procedure_template to ${appRole};

call protect('posting');
create policy seen on posting for select to ${appRole}
    using (
        organizes(round_id)
        or published_at is not null
           and (county_id = any (scope_ids('counties')) or township_id = any (scope_ids('townships')))
        or taken_over and acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')));
create policy proposed_by_organizer on posting for insert to ${appRole}
    with check (
        (organizes(round_id)
         or taken_over and acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')))
        and proposed_by = acting_account()
        and exists (select from division d where d.id = posting.township_id and d.county_id = posting.county_id)
        and confirmed_by is null);
-- An office that began is changed by any organizer of the county, what comes before by the organizers of the round.
create policy handled_by_organizer on posting for update to ${appRole}
    using (
        organizes(round_id)
        or acting_role() = 'COUNTY_ORGANIZER' and (taken_over or office_from is not null)
           and county_id = any (scope_ids('counties')))
    with check (
        organizes(round_id)
        or acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties'))
           and (office_from is not null or state = 'WITHDRAWN'));
revoke update, delete, truncate on posting from ${appRole};
grant update (version, round_id, state, present_post, notice_document, notice_covered, notice_published, notice_from, notice_days,
              term_from, expected_end, ended_on, end_kind, published_at, designate_from, office_from, office_to, withdrawn_at,
              confirmed_by, confirmed_by_name, confirmed_at) on posting to ${appRole};

-- A running notice is never made shorter, and what was once given stays.
create function posting_keeps_what_was() returns trigger
    language plpgsql as
$$
begin
    if old.notice_from is not null
       and (new.notice_from, new.notice_days, new.notice_document) is distinct from (old.notice_from, old.notice_days, old.notice_document) then
        raise check_violation using message = 'posting_notice_stays: a notice that runs is not changed', constraint = 'posting_notice_stays';
    end if;
    if old.office_from is not null and new.office_from is distinct from old.office_from
       or old.office_to is not null and new.office_to is distinct from old.office_to
       or old.confirmed_by is not null and new.confirmed_by is distinct from old.confirmed_by then
        raise check_violation using message = 'posting_office_stays: an office that was given or ended stays so', constraint = 'posting_office_stays';
    end if;
    if new.confirmed_by is distinct from old.confirmed_by and new.confirmed_by is distinct from acting_account() then
        raise check_violation using message = 'posting_confirmed_as_oneself: whoever acts confirms as oneself', constraint = 'posting_confirmed_as_oneself';
    end if;
    return new;
end
$$;
create trigger posting_keeps_what_was before update on posting for each row
    when (acting_role() is not null) execute function posting_keeps_what_was();

call protect('posting_round');
create policy seen on posting_round for select to ${appRole}
    using (organizes(id) or exists (select from posting p where p.round_id = posting_round.id));
create policy opened_by_organizer on posting_round for insert to ${appRole}
    with check (acting_role() = 'COUNTY_ORGANIZER' and county_id = any (scope_ids('counties')) and opened_by = acting_account());
revoke update, delete, truncate on posting_round from ${appRole};

call protect('round_organizer');
create policy seen on round_organizer for select to ${appRole} using (organizes(round_id));
create policy named_by_organizer on round_organizer for insert to ${appRole}
    with check (organizes(round_id) and county_id = any (scope_ids('counties')));
revoke update, delete, truncate on round_organizer from ${appRole};

call protect('posting_step');
create policy seen on posting_step for select to ${appRole}
    using (county_id = any (scope_ids('counties')) and exists (select from posting p where p.id = posting_id));
create policy recorded_by_organizer on posting_step for insert to ${appRole}
    with check (
        recorded_by = acting_account()
        and acting_role() = 'COUNTY_ORGANIZER'
        and exists (select from posting p
                    where p.id = posting_id and p.county_id = posting_step.county_id
                      and (organizes(p.round_id) or p.taken_over or p.office_from is not null)));
revoke update, delete, truncate on posting_step from ${appRole};

call protect('objection');
-- by the round the posting is in now: one that was split off takes its objections along
create policy seen on objection for select to ${appRole}
    using (exists (select from posting p where p.id = posting_id and organizes(p.round_id)));
create policy recorded_by_organizer on objection for insert to ${appRole}
    with check (
        organizes(round_id)
        and recorded_by = acting_account()
        and exists (select from posting p
                    where p.id = posting_id and p.round_id = objection.round_id and p.county_id = objection.county_id));
create policy concluded_by_organizer on objection for update to ${appRole}
    using (concluded_at is null and exists (select from posting p where p.id = posting_id and organizes(p.round_id)))
    with check (concluded_at is null or concluded_by = acting_account());
revoke update, delete, truncate on objection from ${appRole};
grant update (version, investigation, conclusion, harmless, concluded_by, concluded_name, concluded_at, handler_id, handler_name)
    on objection to ${appRole};
