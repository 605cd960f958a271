package dev.linekeeper.adapter.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.powershell.host.SignIn;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PowerShellCheckupTest {
    private static final PowerShellBackend.PowerShellPool PACE =
            new PowerShellBackend.PowerShellPool(1, Duration.ofSeconds(30), Duration.ofSeconds(30));

    @Test
    void a_powershell_that_starts_and_reads_is_right_and_nothing_is_written() {
        try (var shell = new EmulatedPowerShell()) {
            assertThat(shell.backend.checkup().checks())
                    .extracting(SetupCheck::state)
                    .containsExactly(CheckState.GOOD, CheckState.GOOD);
            assertThat(shell.heard)
                    .allMatch(heard -> !heard.toString().contains("Grant-")
                            && !heard.toString().contains("Set-"));
        }
    }

    @Test
    void a_command_that_does_not_start_is_missing_by_its_reason_and_the_role_is_not_asked_about() {
        try (var shell = PowerShellBackend.open(
                List.of("/nowhere/pwsh"),
                new SignIn.StandInSignIn(),
                PACE,
                Throttles.in(new ManualTime()),
                Clock.systemUTC())) {
            assertThat(shell.checkup().checks()).singleElement().satisfies(check -> {
                assertThat(check.state()).isEqualTo(CheckState.MISSING);
                assertThat(check.expected()).isEqualTo("MicrosoftTeams ≥ 6.0.0");
                assertThat(check.found().arguments().getFirst().toString()).contains("pwsh");
            });
        }
    }
}
