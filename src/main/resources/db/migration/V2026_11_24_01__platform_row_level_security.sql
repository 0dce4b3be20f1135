-- Row-level security: the second net under the scope argument of every query.
--
-- At the start of each transaction the application says for whom it acts: app.role, app.account, and the units in scope as
-- arrays in app.counties, app.townships and app.villages. Nothing said, no rows.
-- ${appRole} is the role the application works under; it owns nothing.

create function scope_ids(level text) returns uuid[]
    language sql stable parallel safe
    return nullif(current_setting('app.' || level, true), '')::uuid[];

comment on function scope_ids(text) is 'unit ids in scope at a level (counties, townships, villages); null when none';

create function acting_role() returns text
    language sql stable parallel safe
    return nullif(current_setting('app.role', true), '');

create function acting_account() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.account', true), '')::uuid;

-- Switches row-level security on for a table, also for its owner, who keeps an explicit policy for data migrations.
create procedure protect(tbl regclass)
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', tbl);
    execute format('alter table %s force row level security', tbl);
    execute format('create policy owner_all on %s to %I using (true) with check (true)', tbl, current_user);
end
$$;

-- The usual policy of a business table with county_id and township_id: a county sees its rows, a township its own. Who writes
-- them, and in which role, the table's own migration says.
create procedure protect_by_scope(tbl regclass)
    language plpgsql as
$$
begin
    call protect(tbl);
    execute format(
            'create policy in_scope on %s for select to ${appRole}
                 using (county_id = any (scope_ids(''counties'')) or township_id = any (scope_ids(''townships'')))', tbl);
end
$$;

-- Whatever later migrations create is readable and writable for the application unless they say otherwise.
alter default privileges grant select, insert, update, delete on tables to ${appRole};
alter default privileges grant usage on sequences to ${appRole};
alter default privileges grant execute on functions to ${appRole};
grant execute on all functions in schema public to ${appRole};
