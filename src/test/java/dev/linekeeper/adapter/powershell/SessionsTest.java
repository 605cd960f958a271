package dev.linekeeper.adapter.powershell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.simulator.powershell.RecordedCmdlet;
import dev.linekeeper.simulator.state.Fabrikam;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that end (P6): a new process signs in, a read proves it, and only reads are repeated. */
class SessionsTest {
    private static final ChangeKey KEY = new ChangeKey("SC-1042", 1);
    private static final String ROUTES = "Get-CsOnlineVoiceRoute";
    private static final String ENDED =
            "'error':{'message':'You must call the Connect-MicrosoftTeams cmdlet before calling any other cmdlets.'}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You must call the Connect-MicrosoftTeams cmdlet before calling any other cmdlets.",
                "Your access token has expired. Please renew it before submitting the request.",
                "Invalid Credential Provide valid credential",
                "Session is not established and cmdlets can not be run"
            })
    void a_read_that_meets_the_end_of_a_session_is_repeated_in_a_new_one(String words) {
        try (var shell = new ScriptedPowerShell(folder)) {
            shell.answer(ROUTES, "'error':{'message':'%s'}".formatted(words), "'result':[]");
            assertThat(shell.backend.ports().policyCatalogue().voiceRoutes()).isEmpty();
            assertThat(shell.asked())
                    .extracting(line -> line.split(" ", 2)[0])
                    .containsExactly("start", "version", "connect", ROUTES, "start", "version", "connect", ROUTES);
        }
    }

    @Test
    void a_sign_in_that_does_not_help_is_a_missing_right_and_is_not_tried_at_every_call() {
        try (var shell = new ScriptedPowerShell(folder)) {
            shell.answer(ROUTES, ENDED);
            for (int times = 0; times < 3; times++) {
                denied(() -> shell.backend.ports().policyCatalogue().voiceRoutes());
            }
            assertThat(shell.asked("start")).isEqualTo(2);
        }
    }

    @Test
    void a_write_that_meets_the_end_of_a_session_is_left_to_whoever_wants_it_again() {
        try (var shell = new ScriptedPowerShell(folder)) {
            shell.answer("Grant-CsTeamsCallingPolicy", ENDED, "'result':[]");
            var grants = shell.backend.ports().policyGrants();
            assertThatThrownBy(() -> grants.grant(new UserId("x"), PolicyKind.CALLING, new PolicyName("A"), KEY))
                    .isInstanceOfSatisfying(
                            BackendFailure.class,
                            failure -> assertThat(failure.worthRetrying()).isTrue())
                    .hasMessageContaining("was not done");
            assertThat(shell.asked("Grant-CsTeamsCallingPolicy")).isEqualTo(1);
            grants.grant(new UserId("x"), PolicyKind.CALLING, new PolicyName("A"), KEY);
            assertThat(shell.asked("start")).isEqualTo(2);
        }
    }

    @Test
    void tokens_that_do_not_fit_together_are_fetched_again_once() {
        try (var shell = new ScriptedPowerShell(folder)) {
            shell.answer(
                    "connect",
                    "'error':{'message':'The provided tokens must have less than 5400 seconds difference in the time"
                            + " range of expiration.'}",
                    "'result':true");
            assertThat(shell.backend.ports().policyCatalogue().voiceRoutes()).isEmpty();
            assertThat(shell.asked("connect")).isEqualTo(2);
        }
    }

    @Test
    void in_a_real_powershell_too() {
        try (var real = EmulatedPowerShell.inRealPowerShell()) {
            var catalogue = real.backend.ports().policyCatalogue();
            assertThat(catalogue.voiceRoutes()).hasSize(1);
            RealPowerShell.endSessions();
            assertThat(catalogue.voiceRoutes()).hasSize(1);
            assertThat(real.heard)
                    .filteredOn(call -> call.name().equals("connect"))
                    .isNotEmpty();
            RealPowerShell.endSessions();
            // The read before the write meets it, so the write is done once, in the new session.
            real.backend.ports().voiceSwitch().set(Fabrikam.BEN, true, KEY);
            assertThat(real.heard)
                    .extracting(RecordedCmdlet::name)
                    .containsSubsequence(
                            "Get-CsOnlineUser", "connect", "Get-CsOnlineUser", "Set-CsPhoneNumberAssignment");
        }
    }

    private static void denied(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BackendFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.DENIED));
    }
}
