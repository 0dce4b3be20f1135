-- Whose turn a report is in its township (design §1.2: who holds it): figures are still to be typed or changed, which is the clerk's; the own part
-- is open, which is the First Secretary's; or it waits to be handed in, which is the Party secretary's. A county sees no drafts (decision
-- 0007), so the answer comes without them. Null for whoever sees no such report, and for a report that the township does not have.
create function report_waits_for(the_report uuid) returns text
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
    with report as (
        select r.id, r.township_id, r.period, r.status, r.status_since, r.saved_at, r.own_part_confirmed_at, c.id as copy_id, c.behind_note,
               v.id as review_id
        from monthly_report r
        left join submitted_copy c on c.report_id = r.id and c.number = r.submissions
        left join report_review v on v.copy_id = c.id and v.outcome = 'RETURNED' and r.status = 'RETURNED'
        where r.id = the_report and r.status in ('DRAFT', 'RETURNED')
          and (r.county_id = any (scope_ids('counties')) or r.township_id = any (scope_ids('townships')))),
    -- what the county marked and nobody said why it stays as it was
    marked as (
        select m.field from report r join review_mark m on m.review_id = r.review_id
        where not exists (select from report_reason w where w.report_id = r.id and w.field = m.field and w.rule = 'UNCHANGED'))
    select case
        -- a figure with a target is not there
        when exists (select from targets_of(r.township_id, cast(extract(year from r.period) as int)) t
                     join indicator i on i.code = t.indicator_code
                     where i.source = 'TOWNSHIP' and i.valid_from <= (r.period + interval '1 month' - interval '1 day')
                       and (i.valid_to is null or i.valid_to > (r.period + interval '1 month' - interval '1 day'))
                       and not exists (select from report_figure f where f.report_id = r.id and f.indicator_code = t.indicator_code))
            then 'FIGURES'
        -- a marked figure reads as it was returned
        when exists (select from marked m
                     join submitted_figure s on s.copy_id = r.copy_id and s.indicator_code = m.field
                     join report_figure f on f.report_id = r.id and f.indicator_code = m.field and f.typed = s.typed)
            then 'FIGURES'
        -- and so does the marked note on what lags behind
        when exists (select from marked m where m.field = 'behind-note')
            and r.behind_note = coalesce((select x.text from report_text x where x.report_id = r.id and x.field = 'BEHIND_NOTE'), '')
            then 'FIGURES'
        -- all of it came back, and nobody has begun
        when r.review_id is not null and not exists (select from review_mark m where m.review_id = r.review_id)
            and r.saved_at <= r.status_since
            then 'FIGURES'
        when r.own_part_confirmed_at is null and not exists (select from report_text x where x.report_id = r.id and x.field = 'ABSENCE')
            then 'OWN_PART'
        -- the marked own part is confirmed as it was returned
        when r.own_part_confirmed_at <= r.status_since and exists (select from marked m where m.field = 'own-part')
            then 'OWN_PART'
        else 'SUBMISSION' end
    from report r
$$;
