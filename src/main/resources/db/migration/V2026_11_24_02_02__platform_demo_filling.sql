-- Whether the demo county was filled, and whether that came to its end. Stays empty outside demo mode.
create table demo_filling
(
    only_row     boolean     not null default true,
    begun_at     timestamptz not null default now(),
    completed_at timestamptz,
    constraint demo_filling_pk primary key (only_row),
    constraint demo_filling_is_one_row check (only_row)
);

revoke delete on demo_filling from ${appRole};
