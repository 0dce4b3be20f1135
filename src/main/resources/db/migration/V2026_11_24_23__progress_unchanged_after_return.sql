-- What the county asked to change and the township hands in again as it was is explained, like any other figure at which a rule
-- wonders: the reason is kept and shown to the reviewer. A county may still choose the hint.

alter table check_rule drop constraint check_rule_severity;
alter table check_rule add constraint check_rule_severity check (severity in ('BLOCK', 'REASON', 'HINT')
    and (severity <> 'BLOCK' or kind = 'PART_ABOVE_WHOLE')
    and (severity <> 'REASON' or kind <> 'NEGATIVE_MONTH'));

update check_rule set severity = 'REASON' where kind = 'UNCHANGED' and county_id is null;
