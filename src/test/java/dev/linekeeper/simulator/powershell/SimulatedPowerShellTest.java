package dev.linekeeper.simulator.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.faults.Fault;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The child process by itself: what host.ps1 is documented to say, it says. */
class SimulatedPowerShellTest {
    private final ActiveFaults faults = new ActiveFaults();
    private final SimulatedPowerShell face = new SimulatedPowerShell(Fabrikam.model(), faults, Delays.AT_ONCE);
    private final Process child = started();
    private final BufferedReader said = child.inputReader(StandardCharsets.UTF_8);

    @AfterEach
    void close() {
        face.close();
        child.destroyForcibly();
    }

    @Test
    void every_answer_carries_the_marker_of_the_first_call_and_the_id_of_its_own() throws IOException {
        say("{\"id\":\"1\",\"call\":\"version\",\"marker\":\"~m~\"}");
        assertThat(said.readLine()).startsWith("~m~{").contains("\"id\":\"1\"").contains("\"module\"");
    }

    @Test
    void no_cmdlet_runs_before_the_sign_in() throws IOException {
        say(
                "{\"id\":\"1\",\"call\":\"invoke\",\"marker\":\"~\",\"cmdlet\":\"Get-CsOnlineVoiceRoute\",\"parameters\":{}}");
        assertThat(answer().path("error").path("errorId").asString()).isEqualTo("NotConnected");
    }

    @Test
    void a_sign_in_without_its_tokens_is_refused() throws IOException {
        say(
                "{\"id\":\"1\",\"call\":\"connect\",\"marker\":\"~\",\"signIn\":{\"method\":\"access-tokens\",\"graphToken\":\"g\"}}");
        assertThat(answer().path("error").path("message").asString()).contains("does not work here");
    }

    @Test
    void cmdlets_and_parameters_nobody_knows_are_refused() throws IOException {
        say("{\"id\":\"1\",\"call\":\"connect\",\"marker\":\"~\",\"signIn\":{\"method\":\"stand-in\"}}");
        assertThat(answer().path("result").booleanValue()).isTrue();
        say("{\"id\":\"2\",\"call\":\"invoke\",\"cmdlet\":\"Remove-Item\",\"parameters\":{}}");
        assertThat(answer().path("error").path("errorId").asString()).isEqualTo("CommandNotFound");
        say("{\"id\":\"3\",\"call\":\"invoke\",\"cmdlet\":\"Grant-CsDialoutPolicy\",\"parameters\":{\"Global\":true}}");
        assertThat(answer().path("error").path("errorId").asString()).isEqualTo("NamedParameterNotFound");
    }

    @Test
    void the_child_ends_when_nobody_talks_to_it_any_more() throws Exception {
        child.getOutputStream().close();
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isZero();
    }

    @Test
    void the_child_ends_with_the_emulator_which_cleans_up() throws Exception {
        say("{\"id\":\"1\",\"call\":\"version\",\"marker\":\"~\"}");
        answer();
        face.close();
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        var command = face.command();
        assertThat(Path.of(command.get(command.indexOf("-cp") + 1))).doesNotExist();
    }

    @Test
    void each_surface_meets_only_its_own_faults() {
        faults.set("", new Fault.Slow(Duration.ZERO), 1);
        faults.set("", new Fault.InPowerShell.Dies(), 1);
        assertThat(faults.nextInPowerShell("/powershell/connect")).contains(new Fault.InPowerShell.Dies());
        assertThat(faults.nextInPowerShell("/powershell/connect")).isEmpty();
        assertThat(faults.next("/users")).isEqualTo(Optional.of(new Fault.Slow(Duration.ZERO)));
        assertThat(faults.next("/users")).isEmpty();
    }

    private Process started() {
        try {
            return new ProcessBuilder(face.command()).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void say(String line) throws IOException {
        var out = child.getOutputStream();
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private JsonNode answer() throws IOException {
        return WireJson.parse(said.readLine().substring(1));
    }
}
