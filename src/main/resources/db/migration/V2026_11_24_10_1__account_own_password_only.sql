-- Whoever acts changes the own password and no other; the old one was checked before.
create or replace function change_password(the_account uuid, new_hash text, at_instant timestamptz) returns void
    language sql security definer set search_path = pg_catalog, public, pg_temp as
$$
    update credential set password_hash = new_hash, set_at = at_instant
    where account_id = the_account and the_account = acting_account()
$$;
