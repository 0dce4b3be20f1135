-- The check rules are asked before figures are issued. They do not stop anybody: a true figure can always be issued, by somebody who
-- looked at what the rules wonder at and says why it is right. That is kept with the sheet.

alter table issued_sheet
    add column doubts int not null default 0,
    add column note text not null default '',
    add constraint issued_sheet_with_doubts_says_why
        check (doubts >= 0 and (doubts > 0) = (btrim(note) <> '') and length(note) <= 500);

comment on column issued_sheet.doubts is 'at how many of its figures the check rules wondered when it was issued';
comment on column issued_sheet.note is 'why those are right; its issuer looked at them';
