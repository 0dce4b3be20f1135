-- A new password for an account that has one takes two administrators (decision 15).
--
-- The proposer gets the link, the confirmer gets the code; the owner needs both. Until the second person has confirmed, the link
-- does nothing, and a link that belongs to no confirmed reset never replaces a password.

create table password_reset (
    id                uuid        not null,
    version           bigint      not null default 0,
    account_id        uuid        not null,
    username          text        not null,
    display_name      text        not null,
    of_administrator  boolean     not null,
    proposed_by       uuid        not null,
    proposed_by_name  text        not null,
    proposed_role     text        not null,
    proposed_at       timestamptz not null,
    expires_at        timestamptz not null,
    confirmed_by      uuid,
    confirmed_by_name text,
    confirmed_role    text,
    confirmed_at      timestamptz,
    code_hash         bytea,
    refused_by        uuid,
    refused_by_name   text,
    refused_at        timestamptz,
    used_at           timestamptz,
    constraint password_reset_pk primary key (id),
    constraint password_reset_of_account foreign key (account_id) references account,
    constraint password_reset_at_most_a_day check (expires_at > proposed_at and expires_at <= proposed_at + interval '24 hours'),
    -- two persons, in two different administrator's roles, and neither of them is the owner
    constraint password_reset_second_person check (confirmed_by <> proposed_by),
    constraint password_reset_second_role check (confirmed_role <> proposed_role),
    constraint password_reset_not_ones_own check (account_id <> proposed_by and account_id <> confirmed_by),
    constraint password_reset_proposer
        check (proposed_role = 'SYSTEM_ADMIN' or (proposed_role = 'SECURITY_ADMIN' and of_administrator)),
    constraint password_reset_confirmer
        check (confirmed_role = 'SECURITY_ADMIN' or (confirmed_role = 'AUDITOR' and of_administrator)),
    constraint password_reset_code_comes_with_confirmation
        check (num_nonnulls(confirmed_by, confirmed_by_name, confirmed_role, confirmed_at, code_hash) in (0, 5)),
    constraint password_reset_refused_by_somebody check (num_nonnulls(refused_by, refused_by_name, refused_at) in (0, 3)),
    constraint password_reset_confirmed_in_time check (confirmed_at < expires_at),
    constraint password_reset_used_once_confirmed check (used_at is null or (confirmed_at is not null and refused_at is null)),
    constraint password_reset_one_open_at_a_time
        exclude using gist (account_id with =, tstzrange(proposed_at, expires_at) with &&)
            where (refused_at is null and used_at is null)
);

create index password_reset_by_time on password_reset (proposed_at);

call protect('password_reset');
revoke all on password_reset from ${appRole};
grant select, insert on password_reset to ${appRole};
grant update (version, confirmed_by, confirmed_by_name, confirmed_role, confirmed_at, code_hash, refused_by, refused_by_name,
              refused_at) on password_reset to ${appRole};

create policy administrators_read on password_reset for select to ${appRole}
    using (acting_role() in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'));
create policy administrators_propose on password_reset for insert to ${appRole}
    with check (proposed_by = acting_account() and proposed_role = acting_role() and confirmed_by is null and used_at is null
        and of_administrator = exists (
            select 1 from duty d
            where d.account_id = password_reset.account_id and d.role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR')
              and d.valid_from <= proposed_at and (d.valid_to is null or d.valid_to > proposed_at)));
-- what is refused or used is over; a change carries the name of whoever makes it
create policy administrators_decide on password_reset for update to ${appRole}
    using (acting_role() in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR') and refused_at is null and used_at is null)
    with check (refused_by = acting_account()
        or (refused_by is null and confirmed_by = acting_account() and confirmed_role = acting_role()));

alter table one_time_link add reset_id uuid;
alter table one_time_link add constraint one_time_link_of_reset foreign key (reset_id) references password_reset;
alter table one_time_link add constraint one_time_link_one_per_reset unique (reset_id);

drop policy system_administrator_issues on one_time_link;
create policy administrators_issue on one_time_link for insert to ${appRole}
    with check ((reset_id is null and acting_role() in ('SYSTEM_ADMIN', 'SYSTEM_SETUP'))
        or exists (select 1 from password_reset r
                   where r.id = reset_id and r.account_id = one_time_link.account_id and r.proposed_by = acting_account()
                     and r.confirmed_at is null));

-- Also for the security administrator, who proposes a system administrator's reset.
create or replace function has_password(the_account uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
    select acting_role() in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'SYSTEM_SETUP')
        and exists (select 1 from credential where account_id = the_account)
$$;

-- Whose link this is, and whether a code goes with it; nothing when it is used, expired, replaced, unknown, not confirmed by a
-- second person, or of an account that has a password by now.
drop function link_owner(bytea, timestamptz);
create function link_owner(the_token_hash bytea, the_code_hash bytea, at_instant timestamptz)
    returns table (account_id uuid, username text, display_name text, needs_code boolean, code_fits boolean)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
    select a.id, a.username, a.display_name, r.id is not null, r.id is null or coalesce(r.code_hash = the_code_hash, false)
    from one_time_link l
        join account a on a.id = l.account_id
        left join password_reset r on r.id = l.reset_id
    where l.token_hash = the_token_hash and l.used_at is null and l.expires_at > at_instant and a.disabled_at is null
      and case when l.reset_id is null
               then not exists (select 1 from credential c where c.account_id = a.id)
               else r.confirmed_at is not null and r.refused_at is null and r.used_at is null end
$$;

-- Uses a link: sets the password and burns this and every other open link of the account. Gives the account, or nothing.
drop function use_link(bytea, text, timestamptz);
create function use_link(the_token_hash bytea, the_code_hash bytea, new_hash text, at_instant timestamptz) returns uuid
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    owner_id uuid;
begin
    -- one link of an account after the other; whoever refuses the reset comes before or after
    perform 1 from account a join one_time_link l on l.account_id = a.id
    where l.token_hash = the_token_hash for update of a;
    perform 1 from password_reset r join one_time_link l on l.reset_id = r.id
    where l.token_hash = the_token_hash for update of r;
    -- a statement of its own, so that it sees what those who came before have done
    select o.account_id into owner_id from link_owner(the_token_hash, the_code_hash, at_instant) o where o.code_fits;
    if owner_id is not null then
        update password_reset r set used_at = at_instant
        from one_time_link l where l.token_hash = the_token_hash and r.id = l.reset_id;
        update one_time_link set used_at = at_instant where account_id = owner_id and used_at is null;
        insert into credential (account_id, password_hash, set_at) values (owner_id, new_hash, at_instant)
        on conflict (account_id) do update
            set password_hash = excluded.password_hash, set_at = excluded.set_at, failures = 0, locked_until = null;
    end if;
    return owner_id;
end
$$;
