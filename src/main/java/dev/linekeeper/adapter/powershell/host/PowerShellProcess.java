package dev.linekeeper.adapter.powershell.host;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A running host process: each call writes a line of JSON and reads one. Not thread-safe. A process that does not answer
 * in time, ends, or answers another call is stopped together with its child processes and cannot be used again.
 */
final class PowerShellProcess {
    private static final Logger log = LoggerFactory.getLogger(PowerShellProcess.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_LINE = 32 * 1024 * 1024;
    private static final long MOST_NOISE = 16L * 1024 * 1024;
    private static final Duration GOODBYE = Duration.ofMillis(500);
    private static final int LAST_PRINTED = 5;
    /** Exit codes that a program gives itself; higher ones are signals. */
    private static final int HIGHEST_EXIT_CODE = 127;

    private static final Pattern NAME = Pattern.compile("\\w{1,80}(?:,[\\w.,-]{1,200})?");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Process process;
    private final String marker;
    private final HostOutput lines;
    private final SecretMask secrets = new SecretMask();
    private final Queue<String> lastPrinted = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;
    private int calls;

    private PowerShellProcess(Process process, String marker) {
        this.process = process;
        this.marker = marker;
        this.lines = new HostOutput(
                new BufferedInputStream(process.getInputStream()), marker, LONGEST_LINE, MOST_NOISE, this::noise);
    }

    private void noise(String line) {
        var shown = secrets.hide(line);
        log.debug("action=powershell-noise pid={} text={}", process.pid(), shown);
        if (!shown.isBlank()) {
            lastPrinted.add(shown);
            while (lastPrinted.size() > LAST_PRINTED) {
                lastPrinted.poll();
            }
        }
    }

    /**
     * Starts a process.
     *
     * @throws BackendFailure when the command cannot be started
     */
    static PowerShellProcess start(List<String> command) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(SecretMask::mayBeIn);
        try {
            var process = builder.start();
            return new PowerShellProcess(process, "~" + HexFormat.of().formatHex(bytes) + "~");
        } catch (IOException failed) {
            throw new BackendFailure(
                    FailureKind.UNSUPPORTED,
                    "PowerShell cannot be started; linekeeper.powershell.command says '%s': %s"
                            .formatted(command.getFirst(), failed.getMessage()));
        }
    }

    long pid() {
        return process.pid();
    }

    boolean usable() {
        return !stopped && process.toHandle().isAlive();
    }

    /** Masks the secrets of this message in everything the process prints. */
    void keepSecret(ObjectNode message) {
        secrets.keep(message);
    }

    /**
     * Sends a message and waits for its answer.
     *
     * @param message the id of the call is added to it
     * @return the answer with {@code result} or {@code error}
     * @throws BackendFailure when the process gives no valid answer in time; it is then stopped
     */
    ObjectNode send(String call, ObjectNode message, Duration timeout) {
        var id = String.valueOf(++calls);
        message.put("id", id).put("call", call);
        if (calls == 1) {
            message.put("marker", marker);
        }
        write(message.toString());
        try {
            return switch (lines.next(timeout)) {
                case HostOutput.OutputLine.AnswerLine(var text) -> answer(text, id);
                case HostOutput.OutputLine.OutputEnd() -> throw ended();
                case HostOutput.OutputLine.UnreadableLine(var why) ->
                    throw stop(FailureKind.PROTOCOL, "PowerShell printed %s and was stopped".formatted(why));
                case null ->
                    throw stop(
                            FailureKind.TRANSIENT,
                            "PowerShell gave no answer within %d ms and was stopped".formatted(timeout.toMillis()));
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw stop(FailureKind.TRANSIENT, "Stopped while waiting for PowerShell");
        }
    }

    /** An end at the first call with a complaint is a host that cannot start, which no other try mends. */
    private BackendFailure ended() throws InterruptedException {
        var code = process.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)
                ? OptionalInt.of(process.exitValue())
                : OptionalInt.empty();
        var said = String.join(" ", lastPrinted);
        var complained = code.orElse(0) > 0 && code.orElse(0) <= HIGHEST_EXIT_CODE && !said.isEmpty();
        return stop(
                calls == 1 && complained ? FailureKind.UNSUPPORTED : FailureKind.TRANSIENT,
                "PowerShell ended before it answered%s%s"
                        .formatted(
                                code.isPresent() ? " (exit code %d)".formatted(code.getAsInt()) : "",
                                complained ? ": " + said : ""));
    }

    private ObjectNode answer(String text, String id) {
        ObjectNode answer;
        try {
            if (!(JSON.readTree(text) instanceof ObjectNode read)) {
                throw stop(
                        FailureKind.PROTOCOL, "PowerShell answered something that is no JSON object and was stopped");
            }
            answer = read;
        } catch (JacksonException notJson) {
            throw stop(FailureKind.PROTOCOL, "PowerShell answered something that is no JSON and was stopped");
        }
        if (!answer.path("id").asString("").equals(id)) {
            throw stop(
                    FailureKind.PROTOCOL,
                    "PowerShell answered another call than the one that was made and was stopped");
        }
        JsonNode error = answer.path("error");
        if (error instanceof ObjectNode object) {
            object.put("message", secrets.hide(object.path("message").asString("")));
            // What is no name may be a text, and texts may have secrets.
            var errorId = secrets.hide(object.path("errorId").asString(""));
            object.put("errorId", NAME.matcher(errorId).matches() ? errorId : "");
        } else if (!answer.has("result")) {
            throw stop(FailureKind.PROTOCOL, "PowerShell answered neither a result nor an error and was stopped");
        }
        answer.path("notes").forEach(note -> noise(note.asString("")));
        answer.path("warnings")
                .forEach(warning -> log.warn(
                        "action=powershell-warning pid={} text=\"{}\"",
                        process.pid(),
                        secrets.hide(warning.asString(""))));
        return answer;
    }

    /** In a thread of its own: a process that does not read must not block the caller beyond the time-out. */
    private void write(String line) {
        Thread.ofVirtual().name("powershell-writer").start(() -> {
            try {
                var out = process.getOutputStream();
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException gone) {
                log.debug("action=powershell-not-listening pid={}", process.pid());
            }
        });
    }

    private BackendFailure stop(FailureKind kind, String why) {
        log.warn("action=powershell-stopped pid={} kind={} why=\"{}\"", process.pid(), kind, why);
        kill();
        return new BackendFailure(kind, why);
    }

    /** Closes the input, at which the process ends by itself; kills it when it does not. */
    void close() {
        try {
            process.getOutputStream().close();
            if (process.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (IOException gone) {
            log.debug("action=powershell-gone pid={}", process.pid());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /** Stops the process and its child processes. */
    void kill() {
        stopped = true;
        var started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
