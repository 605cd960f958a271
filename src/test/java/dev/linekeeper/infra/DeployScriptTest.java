package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** infra/deploy.sh with stand-ins for az, psql and pg_isready, which note what they were asked. */
class DeployScriptTest {
    private static final String AZ = """
        #!/bin/sh
        echo "az $* [${APP_IMAGE-}] [${DATABASE_ADMIN_NAME-}]" >> "$CALLS"
        case "$*" in
          "group exists"*) echo "${GROUP_EXISTS:-false}" ;;
          "ad signed-in-user"*) printf 'ana-id\\nana@contoso.com\\n' ;;
          "containerapp show"*) [ -n "${RUNNING:-}" ] && echo "$RUNNING" ;;
          *databaseHost*) echo db.example ;;
          "deployment group show"*) echo "$*" | sed 's/.*outputs.\\([a-zA-Z]*\\).*/the-\\1/' ;;
          "account get-access-token"*) echo a-token ;;
        esac
        """;
    private static final Map<String, String> OWNER = Map.of("LINEKEEPER_ROLES_OWNER", "owners");

    @TempDir
    Path folder;

    private int status;
    private Script shell = new Script(Path.of("."));

    @BeforeEach
    void standIns() throws IOException {
        shell = new Script(folder);
        shell.standIn("az", AZ);
        shell.standIn("psql", "#!/bin/sh\necho \"psql $* [$PGPASSWORD]\" >> \"$CALLS\"\n");
        shell.standIn("pg_isready", "#!/bin/sh\nexit \"${UNREACHABLE:-0}\"\n");
    }

    @Test
    void from_nothing_the_registry_comes_first_then_the_role_then_our_image() throws Exception {
        var said = deploy(OWNER, "-g", "rg", "-l", "westeurope", "-i", "linekeeper:1");

        assertThat(status).as(said).isZero();
        assertThat(changes())
                .containsExactly(
                        "az group create -n rg -l westeurope -o none [] [ana@contoso.com]",
                        "az deployment group create -g rg -n linekeeper-dev -p dev.bicepparam -o none []"
                                + " [ana@contoso.com]",
                        "psql host=db.example port=5432 dbname=postgres sslmode=verify-full -U ana@contoso.com"
                                + " --no-psqlrc --quiet -v role=the-databaseRole -v identity=the-databaseIdentity -f"
                                + " database/role.sql [a-token]",
                        "psql host=db.example port=5432 dbname=linekeeper sslmode=verify-full -U ana@contoso.com"
                                + " --no-psqlrc --quiet -v role=the-databaseRole -f database/grants.sql [a-token]",
                        "az deployment group create -g rg -n linekeeper-dev -p dev.bicepparam -o none [linekeeper:1]"
                                + " [ana@contoso.com]");
        assertThat(said)
                .contains("+ az group create", "$Reads = 'the-readsPrincipal'")
                .doesNotContain("a-token");
    }

    @Test
    void again_it_never_puts_the_placeholder_in_place_of_our_image() throws Exception {
        deploy(
                Map.of(
                        "LINEKEEPER_ROLES_OWNER", "owners",
                        "GROUP_EXISTS", "true",
                        "RUNNING", "r.example/linekeeper:1"),
                "-g",
                "rg",
                "-i",
                "linekeeper:2");

        assertThat(changes())
                .filteredOn(call -> call.startsWith("az deployment group create"))
                .hasSize(2)
                .noneMatch(call -> call.contains("[]"))
                .last()
                .asString()
                .contains("[linekeeper:2]");
    }

    @Test
    void what_is_missing_is_said_before_anything_is_done() throws Exception {
        assertThat(deploy(Map.of(), "-g", "rg")).contains("LINEKEEPER_ROLES_OWNER is not set");
        assertThat(status).isEqualTo(2);
        assertThat(deploy(OWNER, "-g", "rg")).contains("-l LOCATION is missing");
        assertThat(deploy(OWNER)).contains("-g GROUP is missing");
        assertThat(deploy(OWNER, "-g", "rg", "-s", "test")).contains("there is no infra/test.bicepparam");
        assertThat(changes()).isEmpty();
    }

    @Test
    void an_image_of_unknown_parts_stops_it_before_anything_is_made() throws Exception {
        var infra = Files.createDirectory(folder.resolve("infra"));
        for (var name : List.of("deploy.sh", "dev.bicepparam")) {
            Files.copy(Path.of("infra", name), infra.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.writeString(
                infra.resolve("Dockerfile"), "ARG JAVA_DIGEST=\nARG POWERSHELL_VERSION=1\nARG TEAMS_MODULE_SHA256=\n");
        var said = run(infra.resolve("deploy.sh").toString(), OWNER, "-g", "rg", "-l", "westeurope");

        assertThat(said).contains("no value for JAVA_DIGEST, TEAMS_MODULE_SHA256:", "-i TAG");
        assertThat(status).isEqualTo(2);
        assertThat(changes()).isEmpty();
    }

    @Test
    void a_rehearsal_says_every_step_and_changes_nothing() throws Exception {
        var said = deploy(OWNER, "-g", "rg", "-l", "westeurope", "-n");

        assertThat(status).as(said).isZero();
        assertThat(said)
                .contains("+ az group create", "+ az deployment group create", "+ psql linekeeper")
                .containsPattern("\\+ az acr build -r <registryName> -t linekeeper:\\w+ -f infra/Dockerfile \\.\n");
        assertThat(changes()).isEmpty();
    }

    @Test
    void a_database_that_cannot_be_reached_keeps_our_image_from_starting_on_it() throws Exception {
        var said = deploy(
                Map.of("LINEKEEPER_ROLES_OWNER", "owners", "UNREACHABLE", "2"),
                "-g",
                "rg",
                "-l",
                "westeurope",
                "-i",
                "linekeeper:1");

        assertThat(status).isEqualTo(2);
        assertThat(said).contains("db.example cannot be reached from here", "-i linekeeper:1");
        assertThat(changes()).noneMatch(call -> call.contains("[linekeeper:1]"));
    }

    private String deploy(Map<String, String> environment, String... arguments) {
        return run("infra/deploy.sh", environment, arguments);
    }

    private String run(String script, Map<String, String> environment, String... arguments) {
        var all = new HashMap<>(environment);
        all.put("CALLS", folder.resolve("calls").toString());
        var command = new ArrayList<>(List.of(script));
        command.addAll(List.of(arguments));
        var said = shell.run(all, command.toArray(String[]::new));
        status = said.status();
        return said.text();
    }

    /** What was asked that is more than a question. */
    private List<String> changes() throws IOException {
        var calls = folder.resolve("calls");
        return Files.exists(calls)
                ? Files.readAllLines(calls).stream()
                        .filter(call ->
                                call.matches("psql .*|az (group create|deployment group create|acr|postgres).*"))
                        .toList()
                : List.of();
    }
}
