package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lookup} and {@code numbers} over the demo tenant. */
class NumbersInShellTest {
    private static TenantPorts ports;

    @BeforeAll
    static void readDemo() throws IOException {
        try (var in = NumbersInShellTest.class.getResourceAsStream("/demo/tenant.json")) {
            ports = new FileTenant(TenantFile.read("demo", Objects.requireNonNull(in)), Clock.systemUTC()).ports();
        }
    }

    @Test
    void a_number_is_told_with_everything_that_is_known_of_it() {
        var run = run("lookup", "020 7946 0120", "--format", "json");

        assertThat(run.json().path("number").asString()).isEqualTo("+442079460120");
        assertThat(run.json().path("holder").toString())
                .isEqualTo("{\"kind\":\"PERSON\",\"name\":\"elvia.atkins@contoso.example\"}");
        assertThat(run.json().path("state").asString()).isEqualTo("USER_ASSIGNED");
        assertThat(run.json().path("type").asString()).isEqualTo("operatorConnect");
        assertThat(run.json().path("for").toString()).isEqualTo("[\"USER_ASSIGNMENT\"]");
        assertThat(run.json().path("country").asString()).isEqualTo("GB");
        assertThat(run.json().path("place").path("place").asString()).isEqualTo("London office");
        assertThat(run.json().path("line").path("category").asString()).isEqualTo("PRIMARY");
        assertThat(run.json().propertyNames())
                .containsExactly(
                        "given",
                        "number",
                        "holder",
                        "state",
                        "type",
                        "for",
                        "activation",
                        "source",
                        "portIn",
                        "country",
                        "tollFree",
                        "place",
                        "reserved",
                        "line",
                        "sharedBy",
                        "replacing",
                        "callbackOf",
                        "extensions",
                        "shownBy",
                        "mayBeShownBy",
                        "alsoClaimedBy",
                        "unread");
    }

    @Test
    void the_table_has_the_words_of_the_chat() {
        var run = run("lookup", "+1 425 555 0180");

        assertThat(run.out()).contains("Elvia Atkins has it.", "a further number");
    }

    @Test
    void digits_of_several_numbers_list_these() {
        var run = run("lookup", "0190", "--format", "json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().path("given").asString()).isEqualTo("0190");
        assertThat(run.json().path("matches").findValuesAsString("number"))
                .containsExactly("+14255550190;ext=6789", "+14255550190;ext=6790");
    }

    @Test
    void numbers_are_counted_and_listed() {
        var all = run("numbers", "--format", "json");
        assertThat(all.code()).isZero();
        assertThat(all.json().path("counts").path("state").toString())
                .isEqualTo(
                        "{\"UNASSIGNED\":2,\"USER_ASSIGNED\":8,\"VOICE_APPLICATION_ASSIGNED\":9,\"POLICY_ASSIGNED\":8}");
        assertThat(all.json().path("counts").path("country").toString())
                .isEqualTo("{\"AU\":1,\"DE\":3,\"GB\":6,\"US\":17}");
        assertThat(all.json().path("numbers")).hasSize(27);

        var some = run("numbers", "--use", "free", "--use", "user", "--country", "gb", "--format", "csv");
        assertThat(some.out().lines())
                .containsExactly(
                        "number,state,type,country,for,target,reservedFor",
                        "'+442079460130,UNASSIGNED,operatorConnect,GB,USER_ASSIGNMENT,,");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        lookup elvia                     | elvia is no telephone number such as +14255550100
        lookup 99999999                  | None of the tenant's numbers has 99999999 in it
        numbers --country Atlantis       | Atlantis is no country such as GB
        numbers --type pigeon            | pigeon is none of callingPlan, operatorConnect and directRouting
        """)
    void what_cannot_be_answered_is_one_line(String arguments, String line) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(new ShellRun(2, "", "linekeeper: %s\n".formatted(line)));
    }

    @Test
    void a_number_of_elsewhere_is_not_listed_and_that_wants_attention() {
        var run = run("lookup", "+33123456789", "--format", "json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().path("holder").path("kind").asString()).isEqualTo("NOT_LISTED");
    }

    private static ShellRun run(String... arguments) {
        return ShellRun.of(new OverTenant(ports), arguments);
    }
}
