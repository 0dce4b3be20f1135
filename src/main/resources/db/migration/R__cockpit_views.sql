-- What the cockpit and the home pages read across features. All of them see what whoever asks may see.

drop view if exists cockpit_figure;
drop view if exists cockpit_report;
drop view if exists cockpit_officer;
drop view if exists cockpit_proposal;

-- A report, how often it was handed in, its latest copy and, where that came back, why. Drafts are there with their state only: their figures and texts
-- are the township's own, so whether nobody can confirm the own part is known to the township alone.
create view cockpit_report with (security_invoker = true) as
select r.county_id, r.township_id, t.name as township, r.period, r.status, r.status_since, r.submissions - r.corrections as submissions,
       r.first_submitted_at, r.saved_at, r.saved_by_name,
       r.own_part_confirmed_at is not null
           or exists (select from report_text x where x.report_id = r.id and x.field = 'ABSENCE') as own_part_settled,
       case when r.status in ('DRAFT', 'RETURNED') then report_waits_for(r.id) end as waits_for,
       c.id as copy_id, r.id as report_id, c.submitted_by, v.reason as return_reason, v.reviewer_name as returned_by_name
from monthly_report r
join division t on t.id = r.township_id
left join submitted_copy c on c.report_id = r.id and c.number = r.submissions
left join report_review v on v.copy_id = c.id and v.outcome = 'RETURNED';

-- The cockpit's figures: of reports submitted, returned and approved alike.
create view cockpit_figure with (security_invoker = true) as
select f.* from reported_figure f join indicator i on i.code = f.indicator_code and i.on_cockpit;

-- Who is First Secretary, Party secretary or clerk of a township, and when; not longer than there is the township, which ends with a
-- day. Whoever asks says what day it is: a day becomes an instant in some zone only.
create view cockpit_officer with (security_invoker = true) as
select d.county_id, d.township_id, d.role, d.valid_from, d.valid_to, t.valid_to as township_until,
       a.display_name
from duty d
join account a on a.id = d.account_id
join division t on t.id = d.township_id
where d.role in ('FIRST_SECRETARY', 'PARTY_SECRETARY', 'TOWNSHIP_CLERK') and d.township_id is not null;

-- What waits for a second person.
create view cockpit_proposal with (security_invoker = true) as
select s.county_id, s.township_id, 'TARGETS' as kind, s.year, s.proposed_by, s.proposed_at
from target_sheet s
where s.confirmed_by is null and s.withdrawn_at is null
union all
select t.county_id, t.township_id, 'TYPE', null, t.proposed_by, t.proposed_at
from township_type t
where t.confirmed_by is null and t.withdrawn_at is null
union all
select r.county_id, null::uuid, 'LAND', null, r.proposed_by, r.proposed_at
from reorganisation r
where r.confirmed_by is null and r.withdrawn_at is null
union all
select c.county_id, null, 'CHECK', null, c.proposed_by, c.proposed_at
from check_rule c
where c.county_id is not null and c.confirmed_by is null and c.withdrawn_at is null
union all
select o.county_id, o.township_id, 'REOPENING', cast(extract(year from o.period) as int), o.proposed_by, o.proposed_at
from month_reopening o
where o.confirmed_by is null and o.withdrawn_at is null
union all
select x.county_id, x.township_id, 'CORRECTION', cast(extract(year from x.period) as int), x.proposed_by, x.proposed_at
from figure_correction x
where x.confirmed_by is null and x.withdrawn_at is null
union all
-- a year's working days are of no county: whoever may confirm them sees them
select null, null, 'CALENDAR', y.year, y.proposed_by, y.proposed_at
from calendar_year y
where y.status = 'PROPOSED'
union all
select o.county_id, o.township_id, 'OBJECTION', null, o.raised_by, o.raised_at
from figure_objection o
where o.answer is null
union all
select s.county_id, null, 'TYPED', null, s.proposed_by, s.proposed_at
from typed_setting s
where s.confirmed_by is null and s.withdrawn_at is null
union all
-- what was taken over counts when a second person confirms it
select p.county_id, p.township_id, 'TAKE_OVER', null, p.proposed_by, p.proposed_at
from posting p
where p.taken_over and p.state = 'PROPOSED'
union all
select t.county_id, null, 'PROCEDURE', null, t.proposed_by, t.proposed_at
from procedure_template t
where t.confirmed_by is null and t.withdrawn_at is null
union all
-- a term never lapses by itself: whoever organizes decides about it, from 60 days before its expected end; it is nobody's proposal
select p.county_id, p.township_id, 'TERM', null, '00000000-0000-0000-0000-000000000000', (p.expected_end - 60)::timestamptz
from posting p
where p.office_from is not null and p.ended_on is null and p.expected_end <= acting_today() + 60
union all
-- a list that was looked at, until it, or another one, is brought in
select j.county_id, null, 'IMPORT', null, j.account_id, max(j.ended_at)
from job j
where exists (select from job_line l where l.job_id = j.id and l.kind = 'SEEN')
  and not exists (select from job k join job_line l on l.job_id = k.id and l.kind = 'CONFIRMED'
                  where k.county_id = j.county_id and k.kind = j.kind and k.ended_at > j.ended_at)
group by j.county_id, j.account_id;
