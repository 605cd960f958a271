-- What the app's role may do. Run as the server's Entra administrator in the app's own database, after role.sql:
--   psql … -v role=linekeeper-host -f grants.sql
-- Safe to repeat. The app makes and changes its tables itself when it starts, in the schema "public", and nobody else gets in.
\set ON_ERROR_STOP on
SELECT current_database() AS here \gset
BEGIN;
REVOKE ALL ON DATABASE :"here" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE :"here" TO :"role";
GRANT USAGE, CREATE ON SCHEMA public TO :"role";
SELECT set_config('app.role', :'role', false) \g /dev/null
DO $$
BEGIN
    IF NOT has_database_privilege(current_setting('app.role'), current_database(), 'CONNECT')
        OR NOT has_schema_privilege(current_setting('app.role'), 'public', 'CREATE') THEN
        RAISE EXCEPTION 'Role "%" was not given what it needs: run this as the server''s Entra administrator',
            current_setting('app.role');
    END IF;
    RAISE NOTICE 'Role "%" may make its tables in "%"', current_setting('app.role'), current_database();
END
$$;
COMMIT;
