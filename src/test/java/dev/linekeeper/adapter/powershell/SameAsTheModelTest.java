package dev.linekeeper.adapter.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.simulator.state.Fabrikam;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes through cmdlet shapes, JSON and a process comes out as it was. */
class SameAsTheModelTest {
    private static @Nullable EmulatedPowerShell opened;
    private final EmulatedPowerShell emulated = same();

    EmulatedPowerShell open() {
        return new EmulatedPowerShell();
    }

    private EmulatedPowerShell same() {
        var there = opened == null ? open() : opened;
        opened = there;
        return there;
    }

    @AfterAll
    static void close() {
        if (opened != null) {
            opened.close();
        }
        opened = null;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CALLING")
    void policies(PolicyKind kind) {
        assertThat(said(emulated.backend.ports().policyCatalogue(), kind))
                .isEqualTo(said(emulated.model.ports().policyCatalogue(), kind));
    }

    @Test
    void usages_routes_and_sites() {
        var read = emulated.backend.ports().policyCatalogue();
        var model = emulated.model.ports().policyCatalogue();
        assertThat(read.pstnUsages()).isEqualTo(model.pstnUsages());
        assertThat(read.voiceRoutes()).isEqualTo(model.voiceRoutes());
        assertThat(read.networkSites()).isEqualTo(model.networkSites());
    }

    @Test
    void places() {
        assertThat(emulated.backend.ports().emergencyLocations().locations())
                .isEqualTo(emulated.model.ports().emergencyLocations().locations());
    }

    @Test
    void auto_attendants() {
        assertThat(told(emulated.backend.ports().voiceApplications()))
                .isEqualTo(told(emulated.model.ports().voiceApplications()));
    }

    /** The policies, whoever says so. */
    private static List<String> said(PolicyCatalogue catalogue, PolicyKind kind) {
        return catalogue.policies(kind).stream()
                .map(policy -> policy.toString().replace("source=" + catalogue.source(), ""))
                .toList();
    }

    private static List<List<Object>> told(VoiceApplications applications) {
        return applications.autoAttendants().stream()
                .map(attendant -> List.<Object>of(
                        attendant.id(),
                        attendant.name(),
                        attendant.directorySearch().known(),
                        attendant.operator().known(),
                        attendant.included().known(),
                        attendant.excluded().known(),
                        attendant.accounts()))
                .toList();
    }

    @Test
    void accounts_and_what_applies_to_them() {
        var read =
                emulated.backend.ports().voiceApplications().resourceAccounts().read();
        var model =
                emulated.model.ports().voiceApplications().resourceAccounts().read();
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
        var account = emulated.backend
                .ports()
                .voiceApplications()
                .resourceAccounts()
                .read()
                .getFirst();
        assertThat(account.number())
                .isInstanceOfSatisfying(
                        Fact.Known.class, known -> assertThat(known.source()).isEqualTo("Teams PowerShell"));
        assertThat(emulated.backend.ports().moduleVersion().get())
                .isEqualTo(Fabrikam.content().powerShellModule().orElse("7.9.0"));
    }
}
