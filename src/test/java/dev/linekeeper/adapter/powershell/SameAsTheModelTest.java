package dev.linekeeper.adapter.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.simulator.state.Fabrikam;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes through cmdlet shapes, JSON and a process comes out as it was. */
class SameAsTheModelTest {
    private static final EmulatedPowerShell EMULATED = new EmulatedPowerShell();

    @AfterAll
    static void close() {
        EMULATED.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CALLING")
    void policies(PolicyKind kind) {
        assertThat(EMULATED.backend.ports().policyCatalogue().policies(kind))
                .containsExactlyElementsOf(
                        EMULATED.model.ports().policyCatalogue().policies(kind));
    }

    @Test
    void usages_routes_and_sites() {
        var read = EMULATED.backend.ports().policyCatalogue();
        var model = EMULATED.model.ports().policyCatalogue();
        assertThat(read.pstnUsages()).isEqualTo(model.pstnUsages());
        assertThat(read.voiceRoutes()).isEqualTo(model.voiceRoutes());
        assertThat(read.networkSites()).isEqualTo(model.networkSites());
    }

    @Test
    void places() {
        assertThat(EMULATED.backend.ports().emergencyLocations().locations())
                .isEqualTo(EMULATED.model.ports().emergencyLocations().locations());
    }

    @Test
    void auto_attendants() {
        assertThat(EMULATED.backend.ports().voiceApplications().autoAttendants())
                .isEqualTo(EMULATED.model.ports().voiceApplications().autoAttendants());
    }

    @Test
    void accounts_and_what_applies_to_them() {
        var read = EMULATED.backend.ports().voiceApplications().resourceAccounts();
        var model = EMULATED.model.ports().voiceApplications().resourceAccounts();
        assertThat(read).hasSameSizeAs(model);
        for (int at = 0; at < model.size(); at++) {
            var mine = read.get(at);
            var theirs = model.get(at);
            assertThat(mine.id()).isEqualTo(theirs.id());
            assertThat(mine.displayName()).isEqualTo(theirs.displayName());
            assertThat(mine.application().known())
                    .isEqualTo(theirs.application().known());
            assertThat(mine.signInEnabled().known())
                    .isEqualTo(theirs.signInEnabled().known());
            assertThat(mine.usageLocation().known())
                    .isEqualTo(theirs.usageLocation().known());
            assertThat(mine.plans().known()).isEqualTo(theirs.plans().known());
            assertThat(mine.number().known()).isEqualTo(theirs.number().known());
            assertThat(mine.associations().known())
                    .isEqualTo(theirs.associations().known());
            for (var kind : PolicyKind.values()) {
                assertThat(mine.policy(kind).map(Assignment::policy).known())
                        .isEqualTo(theirs.policy(kind).map(Assignment::policy).known());
            }
        }
    }

    @Test
    void everything_read_says_who_said_it() {
        var account =
                EMULATED.backend.ports().voiceApplications().resourceAccounts().getFirst();
        assertThat(account.number())
                .isInstanceOfSatisfying(
                        Fact.Known.class, known -> assertThat(known.source()).isEqualTo("Teams PowerShell"));
        assertThat(EMULATED.backend.ports().moduleVersion().get())
                .isEqualTo(Fabrikam.content().powerShellModule().orElse("7.9.0"));
    }
}
