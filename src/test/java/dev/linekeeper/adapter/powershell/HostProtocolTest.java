package dev.linekeeper.adapter.powershell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.powershell.host.SignIn;
import dev.linekeeper.adapter.store.TokenBucketRateLimit;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.VoiceRoute;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.simulator.faults.Fault.InPowerShell;
import dev.linekeeper.simulator.powershell.RecordedCmdlet;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the process does: a clear failure, and the next call works. */
class HostProtocolTest {
    private static final ChangeKey KEY = new ChangeKey("SC-1042", 1);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String ROUTES = "Get-CsOnlineVoiceRoute";

    private EmulatedPowerShell emulated = new EmulatedPowerShell();

    @AfterEach
    void close() {
        emulated.close();
    }

    @Test
    void a_process_that_dies_under_a_call_is_replaced_for_the_next() {
        works();
        emulated.faults.set(ROUTES, new InPowerShell.Dies(), 1);
        fails(FailureKind.TRANSIENT, "ended before it answered (exit code 0)", this::works);
        works();
        assertThat(heard("version")).hasSize(2);
    }

    @Test
    void a_process_killed_between_two_calls_is_not_missed() throws Exception {
        works();
        var child = onlyChild();
        child.destroyForcibly();
        child.onExit().get(10, TimeUnit.SECONDS);
        works();
        assertThat(onlyChild().pid()).isNotEqualTo(child.pid());
    }

    @Test
    void a_process_that_hangs_is_stopped_at_the_deadline() {
        emulated.close();
        emulated = new EmulatedPowerShell(
                Fabrikam.model(),
                new SignIn.StandInSignIn(),
                new PowerShellBackend.PowerShellPool(1, Duration.ofMillis(150), LONG),
                Clock.systemUTC());
        emulated.faults.set(ROUTES, new InPowerShell.Hangs(), 1);
        fails(FailureKind.TRANSIENT, "no answer within 150 ms", this::works);
        Awaitility.await().until(() -> children().isEmpty());
        emulated.backend.ports().moduleVersion().get();
        assertThat(children()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not JSON at all", "[1]", "{\"id\":", ""})
    void an_answer_that_is_no_answer_costs_the_process(String garbage) {
        emulated.faults.set(ROUTES, new InPowerShell.Garbage(garbage), 1);
        fails(FailureKind.PROTOCOL, "was stopped", this::works);
        works();
    }

    @Test
    void the_answer_to_another_call_is_never_taken_for_ours() {
        emulated.faults.set(ROUTES, new InPowerShell.AnotherAnswer(), 1);
        fails(FailureKind.PROTOCOL, "another call", this::works);
        works();
    }

    @Test
    void what_modules_print_is_no_answer() {
        var forged = "{\"id\":\"3\",\"result\":[]}";
        emulated.faults.set(ROUTES, new InPowerShell.Noise(forged, 500), 1);
        works();
        assertThat(heard("version")).hasSize(1);
    }

    @Test
    void names_arrive_as_they_are() {
        var name = "a\"b'c`n$(Stop-Process 1); | & {x} @p \\ é 🚑";
        fails(
                FailureKind.INVALID,
                "not found",
                () -> emulated.backend
                        .ports()
                        .policyGrants()
                        .grant(Fabrikam.BEN, PolicyKind.SHARED_CALLING, new PolicyName(name), KEY));
        var line = heard("Grant-CsTeamsSharedCallingRoutingPolicy").getFirst().line();
        var parameters = JsonMapper.shared().readTree(line).path("parameters");
        assertThat(parameters.path("PolicyName").asString()).isEqualTo(name);
        assertThat(parameters.path("Identity").asString()).isEqualTo(Fabrikam.BEN.value());
        assertThat(line).doesNotContain("\n");
    }

    @Test
    void a_module_that_does_not_know_shared_calling_is_told_and_not_used() {
        emulated.faults.set("/powershell/version", new InPowerShell.Module("5.9.9"), 1);
        assertThat(emulated.backend.ports().moduleVersion().get()).isEqualTo("5.9.9");
        fails(FailureKind.UNSUPPORTED, "is 5.9.9; 6.0.0 or newer is needed", this::works);
        assertThat(heard("connect")).isEmpty();
    }

    @Test
    void a_refused_sign_in_is_a_missing_right_and_tried_again_next_time() {
        emulated.faults.set(
                "/powershell/connect", new InPowerShell.Fails("No such application.", "AADSTS700016", 0), 1);
        fails(FailureKind.DENIED, "Signing in to Teams PowerShell failed: No such application.", this::works);
        works();
    }

    @Test
    void faults_of_the_service_keep_their_kind() {
        emulated.faults.set(ROUTES, InPowerShell.Fails.ACCESS_DENIED, 1);
        fails(FailureKind.DENIED, "Get-CsOnlineVoiceRoute: Access Denied.", this::works);
        emulated.faults.set(ROUTES, InPowerShell.Fails.UNAVAILABLE, 1);
        fails(FailureKind.TRANSIENT, "Service is unavailable", this::works);
        emulated.faults.set(ROUTES, InPowerShell.Fails.THROTTLED, 1);
        fails(FailureKind.THROTTLED, "Too many requests", this::works);
        works();
    }

    @Test
    void two_workers_do_not_wait_for_each_other_and_closing_leaves_nothing_behind() {
        emulated.close();
        emulated = new EmulatedPowerShell(
                Fabrikam.model(),
                new SignIn.StandInSignIn(),
                new PowerShellBackend.PowerShellPool(2, LONG, LONG),
                Clock.systemUTC());
        emulated.faults.set(ROUTES, new InPowerShell.Hangs(), 1);
        var hanging = CompletableFuture.runAsync(this::works);
        Awaitility.await().until(() -> !heard(ROUTES).isEmpty());
        works();
        assertThat(children()).hasSize(2);
        emulated.backend.close();
        assertThatThrownBy(() -> hanging.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(BackendFailure.class);
        Awaitility.await().until(() -> children().isEmpty());
        fails(FailureKind.TRANSIENT, "shutting down", this::works);
    }

    /** A start takes longer than a call may wait for its turn, and that is not because too much was asked. */
    @Test
    void calls_wait_for_a_slow_start_together_and_none_is_turned_away() {
        emulated.faults.set("/powershell/version", new InPowerShell.Late(Duration.ofMillis(1_500)), 1);
        try (var impatient = impatient()) {
            var reads = together(impatient, 8);
            assertThat(reads)
                    .allSatisfy(
                            read -> assertThat(read.get(20, TimeUnit.SECONDS)).hasSize(1));
        }
        assertThat(heard("version")).hasSize(1);
        assertThat(heard("connect")).hasSize(1);
    }

    @Test
    void calls_that_waited_for_a_start_together_fail_together() {
        emulated.faults.set("/powershell/version", new InPowerShell.Late(Duration.ofMillis(1_500)), 1);
        emulated.faults.set("/powershell/connect", InPowerShell.Fails.ACCESS_DENIED, 1);
        try (var impatient = impatient()) {
            assertThat(together(impatient, 8))
                    .allSatisfy(read -> assertThatThrownBy(() -> read.get(20, TimeUnit.SECONDS))
                            .hasMessageContaining("Signing in to Teams PowerShell failed: Access Denied."));
        }
        assertThat(heard("connect")).hasSize(1);
    }

    private PowerShellBackend impatient() {
        var throttle = new ApiThrottle(
                Throttles.limits(100, 2),
                TokenBucketRateLimit.inMemory(Throttles.rates(100), Clock.systemUTC()),
                Duration.ofMillis(600),
                Clock.systemUTC(),
                Thread::sleep);
        return PowerShellBackend.open(
                emulated.face.command(),
                new SignIn.StandInSignIn(),
                new PowerShellBackend.PowerShellPool(1, LONG, LONG),
                throttle,
                Clock.systemUTC());
    }

    private static List<CompletableFuture<List<VoiceRoute>>> together(PowerShellBackend backend, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> backend.ports().policyCatalogue().voiceRoutes().read(),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
    }

    @Test
    void a_command_that_is_not_there_is_named() {
        try (var nowhere = PowerShellBackend.open(
                List.of("/no/such/pwsh"),
                new SignIn.StandInSignIn(),
                new PowerShellBackend.PowerShellPool(1, LONG, LONG),
                Throttles.in(new ManualTime()),
                Clock.systemUTC())) {
            fails(
                    FailureKind.UNSUPPORTED,
                    "linekeeper.powershell.command says '/no/such/pwsh'",
                    () -> nowhere.ports().policyCatalogue().voiceRoutes());
        }
    }

    private void works() {
        assertThat(emulated.backend.ports().policyCatalogue().voiceRoutes()).hasSize(1);
    }

    private List<RecordedCmdlet> heard(String name) {
        return emulated.heard.stream().filter(each -> each.name().equals(name)).toList();
    }

    private static void fails(FailureKind kind, String words, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BackendFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind))
                .hasMessageContaining(words);
    }

    private ProcessHandle onlyChild() {
        var all = children();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** The relays of this test's face: their command line names its port. */
    private List<ProcessHandle> children() {
        var port = emulated.face.command().getLast();
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(" " + port + " "))
                .toList();
    }
}
