-- The app's role in PostgreSQL, for its identity in Entra. Run as the server's Entra administrator in the database "postgres":
--   psql … -v role=linekeeper-host -v identity=OBJECT-ID -f role.sql
-- Safe to repeat. By object id, since several identities can have one name; the functions are Azure's.
\set ON_ERROR_STOP on
SELECT set_config('app.role', :'role', false), set_config('app.identity', lower(:'identity'), false) \g /dev/null
DO $$
DECLARE
    wanted text := current_setting('app.role');
    identity text := current_setting('app.identity');
    holder text;
    attributes record;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
        PERFORM pgaadauth_create_principal_with_oid(wanted, identity, 'service', false, false);
    END IF;
    SELECT lower(object_id) INTO holder
        FROM pgaadauth_list_principals(false) AS principal(name, kind, object_id) WHERE name = wanted;
    IF holder IS DISTINCT FROM identity THEN
        RAISE EXCEPTION 'Role "%" is that of %, not of %', wanted, coalesce(holder, 'no identity'), identity
            USING HINT = 'The identity was made anew? src/docs/operate/uninstall.md says how the role is given to it';
    END IF;
    SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls AS too_much, rolcanlogin INTO attributes
        FROM pg_roles WHERE rolname = wanted;
    IF attributes.too_much OR NOT attributes.rolcanlogin
        OR EXISTS (SELECT FROM pg_roles WHERE rolname = 'azure_pg_admin' AND pg_has_role(wanted, oid, 'MEMBER')) THEN
        RAISE EXCEPTION 'Role "%" is an administrator or cannot sign in; the app takes neither', wanted;
    END IF;
    RAISE NOTICE 'Role "%" belongs to %', wanted, identity;
END
$$;
