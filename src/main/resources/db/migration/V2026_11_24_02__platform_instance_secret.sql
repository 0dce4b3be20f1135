-- The secret that the keys of this installation are derived from. Made by whichever instance needs it first; all instances
-- read the same one. No business or personal data, so no row-level security; and nobody but the owner may change it.

create table instance_secret (
    only_one boolean primary key default true constraint instance_secret_only_one check (only_one),
    value bytea not null constraint instance_secret_length check (length(value) = 32),
    created_at timestamptz not null default now()
);

comment on table instance_secret is 'root of the keys this installation signs with; one row';

revoke update, delete, truncate on instance_secret from ${appRole};
