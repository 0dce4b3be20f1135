-- Makes the two roles and the database. The application runs this itself for its embedded database; for any other
-- PostgreSQL >= 15 an administrator runs it once as superuser:
--
--   psql -v owner_password=... -v app_password=... -f create-roles.sql
--
-- and then gives the application
--
--   spring.datasource.url=jdbc:postgresql://HOST/xuanpai
--   spring.datasource.username=xuanpai_app       spring.datasource.password=...
--   spring.flyway.user=xuanpai_owner             spring.flyway.password=...
--
-- The owner migrates the schema; the application works under a role that owns nothing, so row-level security holds it.

create role xuanpai_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner_password';

create role xuanpai_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'app_password';

create database xuanpai owner xuanpai_owner encoding 'UTF8';

-- Temporary tables serve bulk loads: COPY is refused on tables with row-level security.
revoke all on database xuanpai from public;

grant connect, temporary on database xuanpai to xuanpai_app;
