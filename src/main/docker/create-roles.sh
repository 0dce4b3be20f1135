#!/bin/sh
# Runs once, when the database container is new: makes the owner, the application's role and the database.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres \
  -v owner_password="$XUANPAI_OWNER_PASSWORD" -v app_password="$XUANPAI_APP_PASSWORD" \
  -f /opt/xuanpai/create-roles.sql
