-- A township types figures of its own only: what the county issues or what is counted from enterprises is shown to it. Figures of
-- such indicators that were typed before stay as they are, so the constraint looks at new rows alone.
alter table report_figure add column source text generated always as ('TOWNSHIP') stored;
alter table report_figure add constraint report_figure_of_township_alone
    foreign key (indicator_code, source) references indicator (code, source) not valid;

create policy typed_by_township on report_figure as restrictive for insert to ${appRole}
    with check (exists (select from indicator i where i.code = report_figure.indicator_code and i.source = 'TOWNSHIP'));
create policy not_over_issued on report_figure as restrictive for update to ${appRole}
    using (true)
    with check (exists (select from indicator i where i.code = report_figure.indicator_code and i.source = 'TOWNSHIP'));

-- Which version of an issued figure a copy carries; nothing where somebody typed it.
alter table submitted_figure add column issued_version int;

-- How much of a report was typed (decision 0017): fields that have content, and those of them a person typed. Unknown for copies
-- made before it was counted.
alter table submitted_copy add column fields int, add column fields_typed int,
    add constraint submitted_copy_fields check (fields_typed between 0 and fields and (fields is null) = (fields_typed is null));
