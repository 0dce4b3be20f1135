-- What this database is: made by demo mode or not. Written here, with the table, and never again; every start compares it
-- with the mode it runs in, so that demo data and real data never meet.
create table installation
(
    only_row   boolean     not null default true,
    demo       boolean     not null,
    created_at timestamptz not null default now(),
    constraint installation_pk primary key (only_row),
    constraint installation_is_one_row check (only_row)
);

insert into installation (demo) values (${demo});

revoke insert, update, delete on installation from ${appRole};
