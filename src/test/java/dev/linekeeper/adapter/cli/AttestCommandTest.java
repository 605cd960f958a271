package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.command.OpenAttestations;
import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.audit.AnchorFile;
import dev.linekeeper.chat.attestation.AttestationsForTests;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.drift.DriftsForTests;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.simulator.state.Fabrikam;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code attest} over the demo tenant and a real store. */
class AttestCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T08:00:00Z"), ZoneOffset.UTC);
    private static final String ADMINS = "5949c86b-0ee4-5556-9acb-bfa0ff185d45";
    private static final String ANA = "ana.ruiz@contoso.example";

    private final OpenedStore store = OpenedStore.inMemory("attest-in-shell", CLOCK);
    private final TenantPorts tenant = Fabrikam.demo(CLOCK).ports();

    private Map<Role, Set<GroupId>> groups = Map.of(Role.ADMIN, Set.of(new GroupId(ADMINS)));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void somebody_attests_in_their_name_and_takes_it_back_with_the_account_in_the_trail() {
        var attested = run(
                "attest",
                "res18",
                "--for",
                "london",
                "--because",
                "BT wrote so",
                "--until",
                "2027-03-01",
                "--evidence",
                "https://bt.example/letter",
                "--as",
                ANA);
        assertThat(attested.out()).contains("Attested: RES-18 for London", "March 1, 2027");
        assertThat(attested.code()).isZero();
        assertThat(run("attestations").out())
                .contains("One attestation", "RES-18 for London", "Attested by Ana Ruiz", "https://bt.example/letter");

        var back = run("attest", "RES-18", "--for", "London", "--withdraw", "--as", ANA);
        assertThat(back.out()).contains("Taken back: RES-18 for London");
        assertThat(run("attest", "RES-18", "--for", "London", "--withdraw", "--as", ANA)
                        .code())
                .isEqualTo(1);
        assertThat(store.audited())
                .extracting(it -> it.entry().action())
                .containsSubsequence(Action.ATTESTED, Action.READ, Action.WITHDRAWN, Action.READ);
        assertThat(store.audited().get(1).entry().details())
                .containsEntry("shellUser", System.getProperty("user.name", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RES-10 | London | x | ana.ruiz | RES-10 is none of the rules that ask a person",
                "RES-18 | Nowhere | x | ana.ruiz | no resource account called Nowhere",
                "RES-18 | London | '' | ana.ruiz | Why? --because TEXT",
                "RES-18 | London | x | mia.gast_fabrikam.example#EXT# | own people",
                "RES-18 | London | x | nobody | nobody called nobody@contoso.example",
                "RES-18 | London | x | adele.vance | may not attest: that is for the role ADMIN",
            })
    void what_cannot_be_is_said_in_a_line_and_nothing_is_kept(
            String rule, String subject, String reason, String who, String answer) {
        var run = run("attest", rule, "--for", subject, "--because", reason, "--as", who + "@contoso.example");

        assertThat(run.err()).contains(answer);
        assertThat(run.code()).isEqualTo(2);
        assertThat(store.attestations().newest()).isEmpty();
    }

    @Test
    void who_may_not_is_in_the_trail_and_a_link_that_is_none_is_refused() {
        run("attest", "RES-18", "--for", "London", "--because", "x", "--as", "adele.vance@contoso.example");
        assertThat(store.audited())
                .singleElement()
                .satisfies(it -> assertThat(it.entry().action()).isEqualTo(Action.REFUSED));

        assertThat(run(
                                "attest",
                                "RES-18",
                                "--for",
                                "London",
                                "--because",
                                "x",
                                "--evidence",
                                "file:///etc",
                                "--as",
                                ANA)
                        .err())
                .contains("file:///etc is no https address");
    }

    @Test
    void where_attesting_has_a_group_of_its_own_voice_admins_do_not_attest() {
        groups = Map.of(
                Role.ADMIN, Set.of(new GroupId(ADMINS)),
                Role.ATTESTER, Set.of(new GroupId("b3c5e9a9-57e7-596a-9ac2-b3f69f9b502f")));

        assertThat(run("attest", "RES-18", "--for", "London", "--because", "x", "--as", ANA)
                        .err())
                .contains("may not attest: that is for the role ATTESTER");
        assertThat(run("attest", "RES-18", "--for", "London", "--because", "x", "--as", "lee.chen@contoso.example")
                        .code())
                .isZero();
    }

    private ShellRun run(String... arguments) {
        return ShellRun.of(new Beside(), arguments);
    }

    private final class Beside extends OverTenant {
        Beside() {
            super(tenant);
        }

        @Override
        public OpenAttestations attestations(String instead) {
            return new OpenAttestations(
                    AttestationsForTests.desk(
                            store, DriftsForTests.news(store, CLOCK).news(), CLOCK),
                    AttestationsForTests.testCalls(store, CLOCK),
                    new Roles(tenant.directory(), groups, CLOCK, Duration.ZERO),
                    tenant.reader(CLOCK, Duration.ofHours(1)),
                    tenant.directory(),
                    SETTINGS,
                    new AuditWatch(store.trail(), new AnchorFile((Path) null), CLOCK),
                    () -> {});
        }
    }
}
