-- The review queue asks for one county's submitted reports, the one that waits longest first.
create index monthly_report_waiting on monthly_report (county_id, status_since) where status = 'SUBMITTED';
