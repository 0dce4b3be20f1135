-- Accounts, what proves them, and duties.
--
-- A duty (a role at a unit for a time) is the only source of rights. Log-in and the look-up of the acting duty happen before
-- anybody acts, so before row-level security could let a row through: they go through the narrow functions at the end, which
-- run as the owner and give back only what they must. Secrets live in tables the application's role cannot read at all.

create extension if not exists btree_gist;

create table account (
    id           uuid        not null,
    version      bigint      not null default 0,
    username     text        not null,
    display_name text        not null,
    disabled_at  timestamptz,
    created_at   timestamptz not null,
    constraint account_pk primary key (id),
    constraint account_username_once unique (username),
    constraint account_username_shape check (username ~ '^[a-z][a-z0-9._-]{1,31}$'),
    constraint account_name_given check (length(display_name) between 1 and 40)
);

create table credential (
    account_id    uuid        not null,
    password_hash text        not null,
    set_at        timestamptz not null,
    failures      int         not null default 0,
    locked_until  timestamptz,
    constraint credential_pk primary key (account_id),
    constraint credential_of_account foreign key (account_id) references account
);

-- A link that lets one person choose a password, once. Only the hash of its token is kept.
create table one_time_link (
    token_hash bytea       not null,
    account_id uuid        not null,
    issued_by  uuid,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    constraint one_time_link_pk primary key (token_hash),
    constraint one_time_link_of_account foreign key (account_id) references account,
    constraint one_time_link_at_most_a_day check (expires_at <= issued_at + interval '24 hours')
);

create index one_time_link_by_account on one_time_link (account_id);

-- The one-time set-up of the very first start (controls A1).
create table set_up (
    the_only  boolean     not null default true,
    code_hash bytea       not null,
    made_at   timestamptz not null,
    used_at   timestamptz,
    constraint set_up_pk primary key (the_only),
    constraint set_up_only_one check (the_only)
);

create table duty (
    id              uuid        not null,
    version         bigint      not null default 0,
    account_id      uuid        not null,
    role            text        not null,
    unit_id         uuid,
    unit_name       text        not null,
    county_id       uuid,
    township_id     uuid,
    village_id      uuid,
    valid_from      timestamptz not null,
    valid_to        timestamptz,
    granted_by      uuid,
    granted_by_name text        not null,
    ended_by_name   text,
    constraint duty_pk primary key (id),
    constraint duty_of_account foreign key (account_id) references account,
    constraint duty_of_unit foreign key (unit_id) references division,
    constraint duty_role check (role in ('COUNTY_ORGANIZER', 'COUNTY_LEADER', 'BUREAU', 'FIRST_SECRETARY', 'PARTY_SECRETARY',
                                         'TOWNSHIP_CLERK', 'VILLAGE_USER', 'CITY_ORGANIZER', 'SYSTEM_ADMIN',
                                         'SECURITY_ADMIN', 'AUDITOR')),
    constraint duty_administrators_have_no_unit
        check ((role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR')) = (unit_id is null)),
    constraint duty_valid_for_some_time check (valid_to is null or valid_to >= valid_from),
    constraint duty_not_granted_to_oneself check (granted_by <> account_id),
    -- the three administrators are three persons (GB/T 22239 8.1.5; controls C7)
    constraint duty_one_administrator_role_per_person
        exclude using gist (account_id with =, role with <>, tstzrange(valid_from, valid_to) with &&)
            where (role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR')),
    -- and none of them sees business data, under no other duty either (controls C7)
    constraint duty_administrators_hold_nothing_else
        exclude using gist (account_id with =,
            (case when role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR') then 1 else 0 end) with <>,
            tstzrange(valid_from, valid_to) with &&),
    constraint duty_once_at_a_time
        exclude using gist (account_id with =, role with =,
            coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid) with =,
            tstzrange(valid_from, valid_to) with &&)
);

create index duty_by_account on duty (account_id);
create index duty_by_county on duty (county_id, role);
create index duty_by_township on duty (township_id, role);

call protect('account');
call protect('duty');

create policy scope_reads on duty for select to ${appRole}
    using (account_id = acting_account()
        or acting_role() in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'SYSTEM_SETUP')
        or county_id = any (scope_ids('counties'))
        or township_id = any (scope_ids('townships')));
create policy security_administrator_grants on duty for insert to ${appRole}
    with check (acting_role() in ('SECURITY_ADMIN', 'SYSTEM_SETUP'));
create policy security_administrator_ends on duty for update to ${appRole}
    using (acting_role() = 'SECURITY_ADMIN') with check (acting_role() = 'SECURITY_ADMIN');
revoke delete on duty from ${appRole};

-- An account is seen by whoever may see one of its duties, by administrators, and by its owner.
create policy scope_reads on account for select to ${appRole}
    using (id = acting_account()
        or acting_role() in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'SYSTEM_SETUP')
        or exists (select 1 from duty where duty.account_id = account.id));
create policy system_administrator_creates on account for insert to ${appRole}
    with check (acting_role() in ('SYSTEM_ADMIN', 'SYSTEM_SETUP'));
create policy system_administrator_changes on account for update to ${appRole}
    using (acting_role() = 'SYSTEM_ADMIN') with check (acting_role() = 'SYSTEM_ADMIN');
revoke delete on account from ${appRole};

revoke all on credential, set_up from ${appRole};
revoke all on one_time_link from ${appRole};
grant insert on one_time_link to ${appRole};
call protect('one_time_link');
create policy system_administrator_issues on one_time_link for insert to ${appRole}
    with check (acting_role() in ('SYSTEM_ADMIN', 'SYSTEM_SETUP'));

-- Log-in: what is needed to check a password.
create function sign_in_lookup(the_username text)
    returns table (account_id uuid, password_hash text, locked_until timestamptz, disabled boolean)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
    select a.id, c.password_hash, c.locked_until, a.disabled_at is not null
    from account a join credential c on c.account_id = a.id
    where a.username = the_username
$$;

-- Asks for one try of a password: counted before the password is looked at, in one atomic statement, so that a hundred
-- guesses at once get no more tries than a hundred one after another. True when the try is granted; the last one granted
-- locks the account until the given instant, unless it succeeds.
create function sign_in_attempt(the_account uuid, at_most int, at_instant timestamptz, lock_until timestamptz) returns boolean
    language sql security definer set search_path = pg_catalog, public, pg_temp as
$$
    with counted as (
        update credential
        set failures     = case when failures + 1 >= at_most then 0 else failures + 1 end,
            locked_until = case when failures + 1 >= at_most then lock_until end
        where account_id = the_account and (locked_until is null or locked_until <= at_instant)
        returning 1)
    select exists (select 1 from counted)
$$;

create function sign_in_succeeded(the_account uuid) returns void
    language sql security definer set search_path = pg_catalog, public, pg_temp as
$$
    update credential set failures = 0, locked_until = null
    where account_id = the_account and (failures > 0 or locked_until is not null)
$$;

-- Whether somebody has chosen a password yet: for the list of accounts, without a look at the secret.
create function has_password(the_account uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
    select acting_role() in ('SYSTEM_ADMIN', 'SYSTEM_SETUP') and exists (select 1 from credential where account_id = the_account)
$$;

-- Whether an account is the last enabled one in a role. Administrators of one kind ask it about another kind, whose duties
-- they may not lock.
create function is_last_in_role(the_account uuid, the_role text, at_instant timestamptz) returns boolean
    language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
    select count(distinct a.id) = 1 and bool_and(a.id = the_account)
    from account a join duty d on d.account_id = a.id
    where a.disabled_at is null and d.role = the_role
      and d.valid_from <= at_instant and (d.valid_to is null or d.valid_to > at_instant)
$$;

-- The duties of an account that are valid at an instant; none when the account is disabled.
create function acting_duties(the_account uuid, at_instant timestamptz)
    returns table (account_id uuid, username text, display_name text, duty_id uuid, role text, unit_id uuid, unit_name text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
    select a.id, a.username, a.display_name, d.id, d.role, d.unit_id, d.unit_name
    from account a join duty d on d.account_id = a.id
    where a.id = the_account and a.disabled_at is null
      and d.valid_from <= at_instant and (d.valid_to is null or d.valid_to > at_instant)
    order by d.valid_from, d.id
$$;

-- Whose link this is; nothing when it is used, expired, replaced or unknown.
create function link_owner(the_token_hash bytea, at_instant timestamptz)
    returns table (account_id uuid, username text, display_name text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
    select a.id, a.username, a.display_name
    from one_time_link l join account a on a.id = l.account_id
    where l.token_hash = the_token_hash and l.used_at is null and l.expires_at > at_instant and a.disabled_at is null
$$;

-- Uses a link: sets the password and burns this and every other open link of the account. Gives the account, or nothing.
create function use_link(the_token_hash bytea, new_hash text, at_instant timestamptz) returns uuid
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    owner_id uuid;
begin
    update one_time_link l set used_at = at_instant
    from account a
    where a.id = l.account_id and a.disabled_at is null
      and l.token_hash = the_token_hash and l.used_at is null and l.expires_at > at_instant
    returning l.account_id into owner_id;
    if owner_id is not null then
        update one_time_link set used_at = at_instant where account_id = owner_id and used_at is null;
        insert into credential (account_id, password_hash, set_at) values (owner_id, new_hash, at_instant)
        on conflict (account_id) do update
            set password_hash = excluded.password_hash, set_at = excluded.set_at, failures = 0, locked_until = null;
    end if;
    return owner_id;
end
$$;

-- Changes one's own password; the old one was checked before.
create function change_password(the_account uuid, new_hash text, at_instant timestamptz) returns void
    language sql security definer set search_path = pg_catalog, public, pg_temp as
$$
    update credential set password_hash = new_hash, set_at = at_instant where account_id = the_account
$$;

-- Whether the set-up is still to be done: no account yet.
create function set_up_is_open() returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
    select not exists (select 1 from account)
$$;

-- Keeps the code of this start; an older one is void.
create function renew_set_up_code(new_hash bytea, at_instant timestamptz) returns void
    language sql security definer set search_path = pg_catalog, public, pg_temp as
$$
    insert into set_up (code_hash, made_at) values (new_hash, at_instant)
    on conflict (the_only) do update set code_hash = excluded.code_hash, made_at = excluded.made_at
        where set_up.used_at is null
$$;

-- Burns the code; true for exactly one caller.
create function use_set_up_code(the_hash bytea, at_instant timestamptz) returns boolean
    language sql security definer set search_path = pg_catalog, public, pg_temp as
$$
    with used as (
        update set_up set used_at = at_instant where code_hash = the_hash and used_at is null returning 1)
    select exists (select 1 from used) and not exists (select 1 from account)
$$;
