-- A log-in takes as long as its hash, and the password may be replaced meanwhile. The session of a log-in is written only while
-- the password that was proved still stands; whoever replaces it (or disables the account) waits, and then ends that session
-- with the others.
create function password_stands(the_account uuid, proved_hash text) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    perform 1 from account a join credential c on c.account_id = a.id
    where a.id = the_account and a.disabled_at is null and c.password_hash = proved_hash
    for share of a, c;
    return found;
end
$$;
