-- A part and its whole come from one source: otherwise a part that the county issues could exceed a whole that was typed and
-- frozen before, and nobody would be asked.
alter table indicator add constraint indicator_part_of_same_source
    foreign key (part_of, source) references indicator (code, source);
