-- What makes a repeated send have one effect is not kept for ever. A token that is gone has no second effect: the version of the page it was
-- sent from is stale since then. What was typed field by field has no version, so its sends are kept until long after the report has left
-- the township for good, where nothing is typed into it any more.
create index submit_token_by_age on submit_token (used_at);

-- Forgets so many at most of those from before a moment, and tells how many. Nobody deletes sends, not even their sender, so it runs as the
-- owner, and for the keeper alone.
create function forget_sends(before timestamptz, most int) returns int
    language sql security definer set search_path = pg_catalog, public, pg_temp as
$$
    with tokens as (
        delete from submit_token where token in (
            select t.token from submit_token t
            where t.used_at < before and acting_role() = 'SYSTEM_KEEPER'
            order by t.used_at limit most for update skip locked)
        returning 1),
    intents as (
        delete from report_intent i using (
            select n.report_id, n.field, n.page from report_intent n
            join monthly_report r on r.id = n.report_id
            where r.status in ('APPROVED', 'LOCKED') and r.status_since < before and acting_role() = 'SYSTEM_KEEPER'
            limit most) gone
        where i.report_id = gone.report_id and i.field = gone.field and i.page = gone.page
        returning 1)
    select cast((select count(*) from tokens) + (select count(*) from intents) as int)
$$;
