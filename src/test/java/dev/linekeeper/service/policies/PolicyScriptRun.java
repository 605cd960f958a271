package dev.linekeeper.service.policies;

import dev.linekeeper.adapter.powershell.RealPowerShell;
import dev.linekeeper.core.script.PlanScript;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.powershell.SimulatedPowerShell;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** One run of a policy's script in real PowerShell, with the stand-in module of src/test/powershell before a simulated tenant. */
record PolicyScriptRun(
        Path home,
        String name,
        Path folder,
        PlanScript script,
        SimulatedTenant tenant,
        ActiveFaults faults,
        Map<String, Object> arguments,
        List<String> heard) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path DRIVER =
            Path.of("src/test/powershell/run-scripts.ps1").toAbsolutePath();

    PolicyScriptRun(Path home, String name, PlanScript script, SimulatedTenant tenant) {
        this(
                home,
                name,
                home.resolve(name),
                script,
                tenant,
                new ActiveFaults(),
                Map.of(),
                new CopyOnWriteArrayList<>());
    }

    PolicyScriptRun with(Map<String, Object> other) {
        return new PolicyScriptRun(home, name, folder, script, tenant, faults, other, heard);
    }

    /** The same script once more, in the folder and the tenant of this one. */
    PolicyScriptRun again() {
        return new PolicyScriptRun(
                home, name + "-again", folder, script, tenant, faults, arguments, new CopyOnWriteArrayList<>());
    }

    /** Runs them one after another in one PowerShell. */
    static void all(PolicyScriptRun... runs) throws IOException, InterruptedException {
        var home = runs[0].home;
        var cases = home.resolve("cases.json");
        var emulators = Arrays.stream(runs).map(PolicyScriptRun::emulator).toList();
        var described = new ArrayList<Map<String, String>>();
        for (int at = 0; at < runs.length; at++) {
            described.add(runs[at].described(
                    RealPowerShell.serve("script-%d-%s".formatted(at, home.getFileName()), emulators.get(at))));
        }
        Files.writeString(cases, JSON.writeValueAsString(described));
        var process = new ProcessBuilder(Stream.concat(
                                RealPowerShell.command().stream(),
                                Stream.of(
                                        "-NoLogo",
                                        "-NoProfile",
                                        "-NonInteractive",
                                        "-File",
                                        DRIVER.toString(),
                                        cases.toString()))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("pwsh.txt").toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
        process.destroyForcibly();
        emulators.forEach(SimulatedPowerShell::close);
        if (!ended) {
            throw new AssertionError(Files.readString(home.resolve("pwsh.txt")));
        }
    }

    private SimulatedPowerShell emulator() {
        var emulator = new SimulatedPowerShell(tenant, faults, Delays.AT_ONCE);
        emulator.watch(call -> heard.add(call.name()));
        return emulator;
    }

    private Map<String, String> described(String address) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(script.fileName()), script.text());
        return Map.of(
                "folder",
                folder.toString(),
                "name",
                name,
                "script",
                script.fileName(),
                "arguments",
                JSON.writeValueAsString(arguments),
                "fault",
                "{}",
                "delay",
                "{}",
                "lost",
                "{}",
                "tenant",
                address);
    }

    /** What it said, after a line with {@code 0}, or {@code 1} when it ended with an error. */
    String said() throws IOException {
        return Files.readString(home.resolve(name + ".said.txt"));
    }

    /** The cmdlets that write. */
    List<String> writes() {
        return heard.stream()
                .filter(cmdlet -> cmdlet.matches("(New|Set|Remove|Grant)-.*"))
                .toList();
    }

    List<String> outcomes() throws IOException {
        return JSON.readTree(Files.readString(folder.resolve(script.request() + ".answer.json")))
                .path("steps")
                .findValuesAsString("outcome");
    }

    Optional<SharedCalling> policy(PolicyName policy) {
        return tenant.ports()
                .reader(Clock.systemUTC(), Duration.ZERO)
                .freshTenant()
                .tenant()
                .sharedCalling(policy)
                .known()
                .orElseThrow();
    }
}
