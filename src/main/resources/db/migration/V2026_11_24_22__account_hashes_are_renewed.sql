-- A hash of the present password with the present cost, in place of an older one; whoever logs in has just proved the password.
-- Nothing happens when the password was changed meanwhile, and the password stays as old as it is.
create function renew_password_hash(the_account uuid, old_hash text, new_hash text) returns boolean
    language sql security definer set search_path = pg_catalog, public, pg_temp as
$$
    with renewed as (
        update credential set password_hash = new_hash
        where account_id = the_account and password_hash = old_hash
        returning 1)
    select exists (select 1 from renewed)
$$;
