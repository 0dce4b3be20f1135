-- Units that change on the same day may hand their codes on: A takes the code that B gives up. One statement brings all of
-- them up to date, so a code is looked at when the statement is done, not row by row, which an index cannot do and a
-- deferrable constraint does. It is the same index otherwise, nulls not distinct.
drop index division_one_unit_per_code;
alter table division add constraint division_one_unit_per_code unique nulls not distinct (code, valid_to) deferrable initially immediate;
