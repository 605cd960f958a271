package dev.linekeeper.service.requests;

import dev.linekeeper.adapter.powershell.PwshOnPath;
import dev.linekeeper.core.script.PlanScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of an exported script in real PowerShell, with the stand-in module of src/test/trials/powershell/script: in a
 * folder, over a tenant of one person in a file beside it.
 *
 * @param home where the folder and the files about the run lie
 * @param fault cmdlet to fault, as the README of the trials says
 */
record ScriptRun(
        Path home,
        String name,
        PlanScript script,
        Map<String, Object> arguments,
        Map<String, Object> fault,
        Map<String, Object> delay,
        Map<String, Object> lost) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path MODULES =
            Path.of("src/test/trials/powershell/script/module").toAbsolutePath();
    private static final Path DRIVER =
            Path.of("src/test/powershell/run-scripts.ps1").toAbsolutePath();

    ScriptRun(Path home, String name, PlanScript script) {
        this(home, name, script, Map.of(), Map.of(), Map.of(), Map.of());
    }

    ScriptRun with(Map<String, Object> arguments) {
        return new ScriptRun(home, name, script, arguments, fault, delay, lost);
    }

    ScriptRun failing(String cmdlet, Object how) {
        return new ScriptRun(home, name, script, arguments, Map.of(cmdlet, how), delay, lost);
    }

    ScriptRun delayed(Map<String, Object> seconds) {
        return new ScriptRun(home, name, script, arguments, fault, seconds, lost);
    }

    /** Times out at a cmdlet, {@code before} or {@code after} it is done; for {@link #all}. */
    ScriptRun losing(String cmdlet, String when) {
        return new ScriptRun(home, name, script, arguments, fault, delay, Map.of(cmdlet, when));
    }

    /** The same script, with the files and the tenant that this run leaves. */
    ScriptRun again() {
        return new ScriptRun(home, name, script);
    }

    ScriptRun prepared(ScriptTenant tenant) throws IOException {
        return prepared(tenant, Map.of());
    }

    /** Makes the folder and the tenant; {@code otherwise} is what differs from a quiet tenant one is signed in to. */
    ScriptRun prepared(ScriptTenant tenant, Map<String, Object> otherwise) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve(script.fileName()), script.text());
        var state = new HashMap<String, Object>(Map.of("signedIn", true, "pending", List.of()));
        state.put("tenantId", script.tenantId().orElse(""));
        state.put("person", tenant.json(script.plan()));
        state.putAll(otherwise);
        Files.writeString(file("state.json"), JSON.writeValueAsString(state));
        return this;
    }

    /** Runs them one after another in one PowerShell. */
    static void all(ScriptRun... runs) throws IOException, InterruptedException {
        var home = runs[0].home;
        var cases = home.resolve("cases.json");
        Files.writeString(
                cases,
                JSON.writeValueAsString(Arrays.stream(runs)
                        .map(run -> Map.of(
                                "folder", run.folder().toString(),
                                "name", run.name,
                                "script", run.script.fileName(),
                                "arguments", JSON.writeValueAsString(run.arguments),
                                "fault", JSON.writeValueAsString(run.fault),
                                "delay", JSON.writeValueAsString(run.delay),
                                "lost", JSON.writeValueAsString(run.lost)))
                        .toList()));
        var process = pwsh(home, Map.of(), "& '%s' '%s'".formatted(DRIVER, cases));
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(Files.readString(home.resolve("pwsh.txt")));
        }
    }

    /** Starts this run alone, the way people do. */
    Process start() throws IOException {
        Files.writeString(file("calls.txt"), "");
        return pwsh(
                folder(),
                Map.of(
                        "STANDIN_STATE", file("state.json").toString(),
                        "STANDIN_LOG", file("calls.txt").toString(),
                        "STANDIN_DELAY", JSON.writeValueAsString(delay),
                        "STANDIN_FAULT", JSON.writeValueAsString(fault)),
                "& ./%s".formatted(script.fileName()));
    }

    private static Process pwsh(Path folder, Map<String, String> environment, String command) throws IOException {
        var builder = new ProcessBuilder(
                        PwshOnPath.program().toString(),
                        "-NoLogo",
                        "-NoProfile",
                        "-NonInteractive",
                        "-Command",
                        command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(folder.resolve("pwsh.txt").toFile());
        builder.environment().putAll(environment);
        builder.environment().putAll(Map.of("PSModulePath", MODULES.toString(), "NO_COLOR", "1", "TERM", "dumb"));
        return builder.start();
    }

    /** {@code 0}, or {@code 1} when the script ended with an error. */
    int code() throws IOException {
        return Integer.parseInt(Files.readAllLines(file("said.txt")).getFirst());
    }

    String said() throws IOException {
        return Files.readString(file("said.txt"));
    }

    List<JsonNode> calls() throws IOException {
        try (Stream<String> lines = Files.lines(file("calls.txt"))) {
            return lines.filter(line -> line.endsWith("}")).map(JSON::readTree).toList();
        }
    }

    List<String> writes() throws IOException {
        return calls().stream()
                .filter(call -> call.path("write").asBoolean())
                .map(call -> call.path("cmdlet").asString())
                .toList();
    }

    /** The outcome of every step in the answer file. */
    List<String> outcomes() throws IOException {
        var outcomes = new ArrayList<String>();
        answer().path("steps").forEach(step -> outcomes.add(step.path("outcome").asString()));
        return outcomes;
    }

    JsonNode answer() throws IOException {
        return JSON.readTree(Files.readString(folder().resolve(script.request() + ".answer.json")));
    }

    String transcript() throws IOException {
        return Files.readString(folder().resolve(script.request() + ".transcript.txt"));
    }

    ScriptTenant tenant() throws IOException {
        return ScriptTenant.of(
                JSON.readTree(Files.readString(file("state.json"))).path("person"));
    }

    Path folder() {
        return home.resolve(name);
    }

    private Path file(String suffix) {
        return home.resolve(name + "." + suffix);
    }
}
