-- Long work that somebody ordered and need not wait for: an import, later large exports and packs. A row says how far it is; the
-- work itself has a transaction of its own, so a job that failed has changed nothing but this.

create table job (
    id          uuid         not null,
    kind        varchar(40)  not null,
    county_id   uuid         not null,
    account_id  uuid         not null,
    account_name varchar(100) not null,
    argument    varchar(200) not null,
    state       varchar(7)   not null,
    asked_at    timestamptz  not null,
    -- Written every few seconds while somebody works on it; when it stays behind, nobody does any more.
    alive_at    timestamptz  not null,
    ended_at    timestamptz,
    step        varchar(40)  not null default '',
    done        bigint       not null default 0,
    total       bigint       not null default 0,
    -- Why it failed: a message key and its arguments, one a line.
    problem     varchar(100),
    arguments   text,
    constraint job_pkey primary key (id),
    constraint job_county_exists foreign key (county_id) references division (id),
    constraint job_state_known check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    constraint job_ended_has_time check ((state in ('DONE', 'FAILED')) = (ended_at is not null)),
    constraint job_failed_has_problem check ((state = 'FAILED') = (problem is not null))
);

-- One of a kind at a time in a county.
create unique index job_one_at_a_time on job (kind, county_id) where state in ('WAITING', 'RUNNING');
create index job_of_county on job (county_id, kind, asked_at desc);

-- What was handed in, until the job ends.
create table job_file (
    job_id    uuid         not null,
    position  int          not null,
    county_id uuid         not null,
    name      varchar(200) not null,
    content   bytea        not null,
    constraint job_file_pkey primary key (job_id, position),
    constraint job_file_of_job foreign key (job_id) references job (id)
);

-- What it has to say at the end, line by line.
create table job_line (
    job_id    uuid         not null,
    position  int          not null,
    county_id uuid         not null,
    kind      varchar(40)  not null,
    subject   varchar(200) not null,
    text      varchar(300) not null,
    unit_id   uuid,
    constraint job_line_pkey primary key (job_id, position),
    constraint job_line_of_job foreign key (job_id) references job (id)
);

call protect('job');
create policy in_scope on job for select to ${appRole} using (county_id = any (scope_ids('counties')));
create policy ordered_as_oneself on job for insert to ${appRole}
    with check (county_id = any (scope_ids('counties')) and account_id = acting_account());
-- Whoever orders the next one closes what a stopped computer left open.
create policy worked_in_county on job for update to ${appRole}
    using (county_id = any (scope_ids('counties')) and ended_at is null)
    with check (county_id = any (scope_ids('counties')));
revoke update, delete, truncate on job from ${appRole};
grant update (state, alive_at, ended_at, step, done, total, problem, arguments) on job to ${appRole};

call protect('job_file');
create policy in_scope on job_file for select to ${appRole} using (county_id = any (scope_ids('counties')));
create policy handed_in_with_job on job_file for insert to ${appRole}
    with check (exists (select from job j where j.id = job_id and j.county_id = job_file.county_id
                          and j.account_id = acting_account() and j.ended_at is null));
create policy removed_in_county on job_file for delete to ${appRole} using (county_id = any (scope_ids('counties')));
revoke update, truncate on job_file from ${appRole};

call protect('job_line');
create policy in_scope on job_line for select to ${appRole} using (county_id = any (scope_ids('counties')));
create policy said_by_job on job_line for insert to ${appRole}
    with check (exists (select from job j where j.id = job_id and j.county_id = job_line.county_id
                          and j.account_id = acting_account() and j.ended_at is null));
revoke update, delete, truncate on job_line from ${appRole};
