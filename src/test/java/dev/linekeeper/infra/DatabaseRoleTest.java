package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.linekeeper.adapter.store.ThrowAwayPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The step that makes the app's role, on real PostgreSQL, by psql; Azure's two functions alone are stand-ins. */
class DatabaseRoleTest {
    private static final String IDENTITY = "0a1b2c3d-0000-4000-8000-00000000000a";
    private static final String OTHER = "0a1b2c3d-0000-4000-8000-00000000000b";

    /** As on Azure: the administrator is no superuser, and the database belongs to a role it is a member of. */
    private static final String AZURE = """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'azure_pg_admin') THEN
            CREATE ROLE azure_pg_admin; CREATE ROLE ana LOGIN CREATEROLE CREATEDB IN ROLE azure_pg_admin;
            ALTER ROLE ana SET search_path = public, azure; CREATE ROLE stranger LOGIN;
          END IF;
          EXECUTE format('ALTER DATABASE %I OWNER TO azure_pg_admin', current_database());
        END $$;
        CREATE SCHEMA azure; GRANT USAGE ON SCHEMA azure TO ana;
        CREATE TABLE azure.principals (name text, kind text, "objectId" text, "tenantId" text, "isMfa" int, "isAdmin" int);
        CREATE FUNCTION azure.pgaadauth_create_principal_with_oid(name text, oid text, kind text, admin boolean, mfa boolean)
          RETURNS text LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
            EXECUTE format('CREATE ROLE %I LOGIN', name);
            INSERT INTO azure.principals VALUES (name, kind, upper(oid), 'a-tenant', mfa::int, admin::int);
            RETURN 'Created role for ' || name;
          END $$;
        CREATE FUNCTION azure.pgaadauth_list_principals(admins boolean) RETURNS SETOF azure.principals
          LANGUAGE sql SECURITY DEFINER AS $$ SELECT * FROM azure.principals WHERE "isAdmin" = 1 OR NOT admins $$;
        """;

    private final HikariDataSource database = ThrowAwayPostgres.freshDatabase();
    private final JdbcTemplate superuser = new JdbcTemplate(database);
    /** Roles are the server's, so each test has one of its own. */
    private final String role = database.getJdbcUrl().replaceAll(".*/", "") + "-host";

    @BeforeEach
    void azure() {
        superuser.execute(AZURE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void it_is_made_once_for_its_identity_and_may_make_the_apps_tables_and_no_more() throws Exception {
        assertThat(step(IDENTITY)).isEmpty();
        assertThat(step(IDENTITY)).as("again").isEmpty();

        assertThat(superuser
                        .queryForList("SELECT \"objectId\", \"isAdmin\" FROM azure.principals")
                        .toString())
                .isEqualToIgnoringCase("[{objectId=%s, isAdmin=0}]".formatted(IDENTITY));
        assertThat(Flyway.configure()
                        .dataSource(database.getJdbcUrl(), role, "")
                        .load()
                        .migrate()
                        .success)
                .isTrue();
        try (var app = DriverManager.getConnection(database.getJdbcUrl(), role, "");
                var statement = app.createStatement()) {
            assertThat(statement.execute("SELECT count(*) FROM request")).isTrue();
            assertThatThrownBy(() -> statement.execute("CREATE ROLE another"))
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "stranger", ""))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void a_role_of_another_identity_is_left_alone_and_both_are_named() {
        assertThat(step(IDENTITY)).isEmpty();

        assertThat(step(OTHER)).contains("\"%s\" is that of %s, not of %s".formatted(role, IDENTITY, OTHER));
        assertThat(superuser.queryForList("SELECT \"objectId\" FROM azure.principals"))
                .hasSize(1);
    }

    @Test
    void a_role_that_nobody_signs_in_with_is_not_taken_for_the_apps() {
        superuser.execute("CREATE ROLE \"%s\" LOGIN".formatted(role));

        assertThat(step(IDENTITY)).contains("is that of no identity");
    }

    @Test
    void an_administrator_is_not_taken_for_the_apps_role() {
        assertThat(step(IDENTITY)).isEmpty();
        superuser.execute("GRANT azure_pg_admin TO \"%s\"".formatted(role));

        assertThat(step(IDENTITY)).contains("is an administrator");
    }

    /** What went wrong when the administrator ran the step; empty for nothing. */
    private String step(String identity) {
        var problems = psql("infra/database/role.sql", "-v", "identity=" + identity);
        return problems.isEmpty() ? psql("infra/database/grants.sql") : problems;
    }

    private String psql(String file, String... variables) {
        var command = new ArrayList<>(List.of(
                ThrowAwayPostgres.binary("psql").orElseThrow(),
                database.getJdbcUrl().substring("jdbc:".length()),
                "-U",
                "ana",
                "--no-psqlrc",
                "--quiet",
                "-v",
                "role=" + role,
                "-f",
                file));
        Stream.of(variables).forEach(command::add);
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : "psql failed: " + said;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
