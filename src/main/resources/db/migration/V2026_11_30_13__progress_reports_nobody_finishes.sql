-- A township that was closed, or split into others, leaves months that nobody reports any more (decision 26): nobody has an office in it, and
-- no part answers for the whole. An organizer says of each why it is not waited for. It stays missing; nobody is asked for it.

-- Whether a township has ended and was not merged: into whoever it was merged finishes its months.
create function nobody_reports_for(the_township uuid) returns boolean
    language sql stable
    return exists (select from division d
                   where d.id = the_township and d.level = 'TOWNSHIP' and d.valid_to <= acting_today())
        and not exists (select from division_succession s where s.predecessor_id = the_township and s.kind = 'MERGED');

create table report_closing (
    township_id    uuid        not null,
    period         date        not null,
    county_id      uuid        not null,
    reason         text        not null,
    closed_by      uuid        not null,
    closed_by_name text        not null,
    closed_at      timestamptz not null,
    constraint report_closing_pk primary key (township_id, period),
    constraint report_closing_of_township foreign key (township_id) references division,
    constraint report_closing_period check (extract(day from period) = 1 and extract(month from period) <> 1),
    constraint report_closing_has_reason check (length(trim(reason)) > 0 and length(reason) <= 500)
);
create index report_closing_by_county on report_closing (county_id, period);

-- What is with the county is judged, and what it judged stays.
create function closes_nothing_reported() returns trigger
    language plpgsql as
$$
begin
    if exists (select from monthly_report r
               where r.township_id = new.township_id and r.period = new.period and r.status not in ('DRAFT', 'RETURNED')) then
        raise exception 'a report that is with the county is not closed' using errcode = 'check_violation',
            constraint = 'closes_nothing_reported';
    end if;
    return new;
end
$$;
create trigger closes_nothing_reported before insert on report_closing for each row execute function closes_nothing_reported();

call protect_by_scope('report_closing');
create policy closed_by_organizer on report_closing for insert to ${appRole}
    with check (
        acting_role() = 'COUNTY_ORGANIZER'
        and county_id = any (scope_ids('counties'))
        and closed_by = acting_account()
        and exists (select from division d where d.id = report_closing.township_id and d.county_id = report_closing.county_id)
        and nobody_reports_for(township_id));
create policy when_it_happens on report_closing as restrictive for insert to ${appRole} with check (happens_now(closed_at));
revoke update, delete, truncate on report_closing from ${appRole};
