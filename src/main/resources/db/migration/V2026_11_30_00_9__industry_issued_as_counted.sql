-- A sheet is issued as a whole: its figures come with it, each the next version of its own, as many as it says.

create policy of_month_that_is_over on issued_sheet as restrictive for insert to ${appRole}
    with check (cast(period + interval '1 month' as date) <= acting_today() and happens_now(issued_at));

create policy next_version_with_sheet on issued_figure as restrictive for insert to ${appRole}
    with check (
        exists (select from issued_sheet s where s.id = issued_figure.sheet_id and made_now(s.xmin))
        and version = 1 + coalesce((select max(f.version) from issued_figure f
                                    where f.township_id = issued_figure.township_id
                                      and f.indicator_code = issued_figure.indicator_code
                                      and f.period = issued_figure.period), 0));

create function issued_sheet_as_counted() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    if (select (count(*) filter (where f.version = 1), count(*) filter (where f.version > 1)) is distinct from (new.fresh, new.changed)
        from issued_figure f where f.sheet_id = new.id) then
        raise exception 'issued_sheet_as_counted: a sheet has the figures that it counts';
    end if;
    if new.number <> (select count(*) from issued_sheet s
                      where s.county_id = new.county_id and s.issuer = new.issuer and s.period = new.period
                        and s.number <= new.number) then
        raise exception 'issued_sheet_as_counted: sheets are numbered without a gap';
    end if;
    return null;
end
$$;

create constraint trigger issued_sheet_as_counted after insert on issued_sheet
    deferrable initially deferred for each row when (current_user = '${appRole}')
    execute function issued_sheet_as_counted();

-- An objection is answered by another figure when there is another figure.
create policy reissued_with_figure on figure_objection as restrictive for update to ${appRole}
    using (true)
    with check (answer is distinct from 'REISSUED'
        or exists (select from issued_figure f
                   where f.township_id = figure_objection.township_id and f.indicator_code = figure_objection.indicator_code
                     and f.period = figure_objection.period and f.version > figure_objection.figure_version));

-- What is typed never reaches back over a month that is over, neither when it is proposed nor when it is confirmed.
create policy from_now_on on typed_setting as restrictive for insert to ${appRole}
    with check (happens_now(proposed_at) and cast(valid_from + interval '1 month' as date) > acting_today());
create policy confirmed_from_now_on on typed_setting as restrictive for update to ${appRole}
    using (true)
    with check (confirmed_by is null
        or happens_now(confirmed_at) and cast(valid_from + interval '1 month' as date) > acting_today());
