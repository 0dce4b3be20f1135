-- Whoever acts adds entries of the trail as themselves, and when it happens: an entry in somebody else's name, or of another
-- year, would be chained like a true one.

-- When a transaction acts, by the application's clock, said with for whom it acts (app.now); demo mode makes its county's past
-- with a clock that was set back. Without the application it is the server's time.
create function acting_now() returns timestamptz
    language sql stable parallel safe
    return coalesce(cast(nullif(current_setting('app.now', true), '') as timestamptz), statement_timestamp());

-- The county's day then: app.now is written in the county's zone.
create function acting_today() returns date
    language sql stable parallel safe
    return coalesce(cast(left(nullif(current_setting('app.now', true), ''), 10) as date), current_date);

-- Said to be now: after the transaction began, as far as two clocks agree, and not later than the longest of them lasts.
create function happens_now(instant timestamptz) returns boolean
    language sql stable parallel safe
    return instant between acting_now() - interval '1 minute' and acting_now() + interval '1 hour';

-- Whether a row, by its xmin, was written by this very transaction.
create function made_now(row_xmin xid) returns boolean
    language sql stable
    return row_xmin = cast(pg_current_xact_id_if_assigned() as xid);

-- The name of whoever acts; nothing for the program itself. Most roles see no accounts.
create function acting_name() returns text
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
    select a.display_name from account a where a.id = acting_account()
$$;

create policy as_oneself on trail_entry as restrictive for insert to ${appRole}
    with check (
        actor_id is not distinct from acting_account()
        and actor_name = coalesce(acting_name(), actor_name)
        and role = coalesce(acting_role(), ''));
create policy when_it_happens on trail_entry as restrictive for insert to ${appRole}
    with check (happens_now(at));
