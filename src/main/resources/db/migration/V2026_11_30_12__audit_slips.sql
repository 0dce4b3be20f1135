-- A slip is what only had to be mended and sent again; among refusals it hid those that matter.
alter table trail_entry drop constraint trail_entry_outcome,
    add constraint trail_entry_outcome check (outcome in ('DONE', 'REFUSED', 'SLIP'));
