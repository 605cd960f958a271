package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.OpenSites;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.output.ShellJson;
import dev.linekeeper.adapter.cli.output.TerminalText;
import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.audit.AnchorFile;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.site.SitesForTests;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.fixes.OtherClaims;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.simulator.state.Fabrikam;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;

/** {@code site} over the demo tenant, as a file and with a real store. */
class SiteInShellTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final TenantPorts DEMO = Fabrikam.demo(CLOCK).ports();
    private static final OpenedStore STORE = OpenedStore.inMemory("sites-in-shell", CLOCK);
    private static final String ANA = "ana.ruiz@contoso.example";
    private static final JudgementSettings SETTINGS = new JudgementSettings(
            Optional.of(new PolicyName("NoPSTN")), false, Map.of("operatorConnect/GB", new PolicyName("Emergency-UK")));

    private record Run(int code, String out, String err) {
        JsonNode json() {
            return ShellJson.MAPPER.readTree(out);
        }

        JsonNode line(String step) {
            return json().get("lines")
                    .valueStream()
                    .filter(line -> line.get("step").stringValue().equals(step))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @BeforeEach
    void forget() {
        STORE.forgetEverything();
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void a_script_reads_what_people_read() {
        var json = run("site", "Reno", "--tenant", "demo", "--format", "json");
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.json().get("ready").booleanValue()).isFalse();
        assertThat(json.json().get("account").stringValue()).isEqualTo("ra-reno@contoso.example");
        assertThat(json.line("PLACE").get("state").stringValue()).isEqualTo("NOT_DONE");
        assertThat(json.line("PLACE").get("rules").toString()).isEqualTo("[\"RES-10\"]");
        assertThat(json.line("PLACE").get("job").stringValue()).isEqualTo("OURS");
        assertThat(json.line("CARRIER_ADDRESS").get("state").stringValue()).isEqualTo("DONE");
        assertThat(json.line("LICENCE").get("page").stringValue())
                .isEqualTo("https://learn.microsoft.com/microsoftteams/teams-add-on-licensing/virtual-user");

        var table = run("site", "Reno", "--tenant", "demo").out();
        var csv = run("site", "Reno", "--tenant", "demo", "--format", "csv").out();
        assertThat(table).contains("Site Reno", "keeps Linekeeper's settings").doesNotContain("Optional", "chat.");
        json.json()
                .get("lines")
                .valueStream()
                .forEach(line -> assertThat(csv)
                        .contains("%s,%s,"
                                .formatted(
                                        line.get("step").stringValue(),
                                        line.get("state").stringValue())));
    }

    @Test
    void a_site_that_is_done_ends_with_code_0_and_says_that_enrolling_is_next() {
        var london = run("site", "london", "--tenant", "demo", "--format", "json");

        assertThat(london.json().get("says").stringValue()).contains("enrol people with London");
        assertThat(london.code()).isZero();
    }

    @Test
    void what_is_chosen_is_kept_for_the_next_who_looks() {
        var chosen = run(
                "site",
                "Leeds",
                "--type",
                "operatorConnect",
                "--country",
                "gb",
                "--place",
                "London",
                "--as",
                ANA,
                "--format",
                "json");
        assertThat(chosen.line("EMERGENCY_ROUTING").get("state").stringValue()).isEqualTo("DONE");

        var later = run("site", "LEEDS", "--format", "json");
        assertThat(later.json().get("site").stringValue()).isEqualTo("Leeds");
        assertThat(later.json().get("chosen").get("country").stringValue()).isEqualTo("GB");
        assertThat(later.json().get("chosen").get("type").stringValue()).isEqualTo("operatorConnect");
        assertThat(later.line("ACCOUNT").get("says").stringValue()).contains("Create a resource account");

        assertThat(run("site", "Leeds", "--close", "--as", ANA).code()).isZero();
        assertThat(STORE.sites().open()).isEmpty();
        assertThat(STORE.audited())
                .extracting(it -> it.entry().action())
                .containsExactly(Action.SETTING, Action.SETTING, Action.READ, Action.SETTING, Action.READ);
    }

    @ParameterizedTest
    @CsvSource({
        "site, Missing required parameter: 'NAME'",
        "site ${x}, ${x} is no name of a site",
        "site London --country Narnia --as " + ANA + ", Narnia is no country such as GB",
        "site London --type fax --as " + ANA + ", fax is none of callingPlan",
        "site London --account nobody --as " + ANA + ", There is no resource account nobody",
        "site London --place office --as " + ANA + ", 4 emergency locations are called office",
        "site London --number banana --as " + ANA + ", Which number is banana?",
        "site London --country GB, Who chooses or closes? --as UPN",
        "site Nowhere --close --as " + ANA + ", There is no open site Nowhere",
        "site London --as adele.vance@contoso.example, may not prepare a site: that is for the role ADMIN",
        "site London --tenant demo --as " + ANA + ", A tenant file keeps nothing"
    })
    void nonsense_is_refused_in_a_line_and_nothing_is_kept(String line, String why) {
        var run = run(line.split(" ", -1));

        assertThat(run.err()).contains(why).doesNotContain("Exception");
        assertThat(run.code()).isEqualTo(2);
        assertThat(STORE.sites().open()).isEmpty();
    }

    private static Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var shell = new Shell(
                new PrintWriter(out),
                new PrintWriter(err, true),
                new TerminalText(Ansi.OFF),
                Wording.of(Locale.ENGLISH)::say);
        var code = CommandLineInterface.execute(
                new Beside(), shell, Stream.of(arguments).toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    private record Beside() implements CommandEnvironment {
        @Override
        public ChosenTenant tenantFile(Path file) {
            return new ChosenTenant(DEMO, SETTINGS, List.of(), () -> {});
        }

        @Override
        public ChosenTenant configured() {
            throw new AssertionError("The store is wanted");
        }

        @Override
        public OpenRequests records(String instead) {
            throw new BackendFailure(BackendFailure.FailureKind.CONFLICT, "Not asked for here");
        }

        @Override
        public List<SetupCheck> examine() {
            return List.of();
        }

        @Override
        public OpenSites sites(String instead) {
            return new OpenSites(
                    SitesForTests.desk(STORE, CLOCK),
                    SitesForTests.reading(
                            STORE, DEMO.reader(CLOCK, Duration.ofHours(1)), SETTINGS, DEMO.organisation(), CLOCK),
                    new OtherClaims(List::of, Reservations.NONE, DEMO.directory()),
                    new Roles(
                            DEMO.directory(),
                            Map.of(Role.ADMIN, Set.of(new GroupId("5949c86b-0ee4-5556-9acb-bfa0ff185d45"))),
                            CLOCK,
                            Duration.ZERO),
                    DEMO.directory(),
                    new AuditWatch(STORE.trail(), new AnchorFile((Path) null), CLOCK),
                    () -> {});
        }
    }
}
