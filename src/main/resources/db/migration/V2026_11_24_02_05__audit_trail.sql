-- The trail: append-only and hash-chained. The application's role may add entries and nothing else; number, previous hash and
-- hash are set here, so a program that forgets the chain cannot exist. Verified by `verify-audit`, which recomputes the same
-- canonical form in Java (org.xuanpai.audit.service.TrailHash).

create table trail_entry (
    seq           bigint      not null,
    at            timestamptz not null,
    actor_id      uuid,
    actor_name    text        not null,
    role          text        not null,
    unit_name     text        not null,
    action        text        not null,
    outcome       text        not null,
    subject       text        not null,
    subject_id    text        not null,
    details       text        not null,
    previous_hash bytea       not null,
    hash          bytea       not null,
    constraint trail_entry_pk primary key (seq),
    constraint trail_entry_outcome check (outcome in ('DONE', 'REFUSED')),
    constraint trail_entry_sizes check (length(subject) <= 400 and length(details) <= 8000)
);

create index trail_entry_by_actor on trail_entry (actor_id, seq);

-- The last number and hash. Locked by every appender: the lock is taken last before commit and held for a moment only.
create table trail_tip (
    the_only boolean not null default true,
    seq      bigint  not null,
    hash     bytea   not null,
    constraint trail_tip_pk primary key (the_only),
    constraint trail_tip_only_one check (the_only)
);

insert into trail_tip (seq, hash) values (0, sha256('xuanpai'));

-- One field of the canonical form: its length in bytes, a colon, its text. Lengths keep fields from running into each other.
create function trail_field(value text) returns text
    language sql immutable
    return octet_length(convert_to(coalesce(value, ''), 'UTF8'))::text || ':' || coalesce(value, '');

create function trail_append() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    tip trail_tip;
begin
    select * into strict tip from trail_tip for update;
    new.seq := tip.seq + 1;
    new.previous_hash := tip.hash;
    new.hash := sha256(tip.hash || convert_to(
            trail_field(new.seq::text)
                || trail_field(to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
                || trail_field(new.actor_id::text)
                || trail_field(new.actor_name)
                || trail_field(new.role)
                || trail_field(new.unit_name)
                || trail_field(new.action)
                || trail_field(new.outcome)
                || trail_field(new.subject)
                || trail_field(new.subject_id)
                || trail_field(new.details), 'UTF8'));
    update trail_tip set seq = new.seq, hash = new.hash;
    return new;
end
$$;

create trigger trail_entry_chain before insert on trail_entry for each row execute function trail_append();

create function trail_is_append_only() returns trigger
    language plpgsql as
$$
begin
    raise exception 'the trail is append-only';
end
$$;

create trigger trail_entry_no_change before update or delete on trail_entry
    for each row execute function trail_is_append_only();
create trigger trail_entry_no_truncate before truncate on trail_entry
    for each statement execute function trail_is_append_only();

call protect('trail_entry');
create policy everybody_adds on trail_entry for insert to ${appRole} with check (true);
create policy auditors_read on trail_entry for select to ${appRole}
    using (acting_role() in ('AUDITOR', 'SYSTEM_VERIFIER'));

revoke update, delete on trail_entry from ${appRole};
revoke insert, update, delete on trail_tip from ${appRole};
