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
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One running host: a line of JSON goes in, a line of JSON comes out, one after the other. A process that does not
 * answer in time, ends, or answers something else than was asked is stopped with all it has started, and is of no
 * more use.
 */
final class PowerShellProcess {
    private static final Logger log = LoggerFactory.getLogger(PowerShellProcess.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_LINE = 32 * 1024 * 1024;
    private static final long MOST_NOISE = 16L * 1024 * 1024;
    private static final Duration GOODBYE = Duration.ofMillis(500);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Process process;
    private final String marker;
    private final HostOutput lines;
    private final SecretMask secrets = new SecretMask();
    private volatile boolean stopped;
    private int calls;

    private PowerShellProcess(Process process, String marker) {
        this.process = process;
        this.marker = marker;
        this.lines = new HostOutput(
                new BufferedInputStream(process.getInputStream()),
                marker,
                LONGEST_LINE,
                MOST_NOISE,
                line -> log.debug("event=powershell_noise pid={} text={}", process.pid(), secrets.hide(line)));
    }

    /**
     * Starts the process; nothing has been said to it yet.
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

    /** Whether another call makes sense. */
    boolean usable() {
        return !stopped && process.toHandle().isAlive();
    }

    /** What is in the message must not be seen in anything the process says. */
    void keepSecret(ObjectNode message) {
        secrets.keep(message);
    }

    /**
     * Says one thing and waits for the answer to it.
     *
     * @param message gets the id of the call
     * @return the answer with {@code result} or {@code error}
     */
    ObjectNode say(String call, ObjectNode message, Duration timeout) {
        var id = String.valueOf(++calls);
        message.put("id", id).put("call", call);
        if (calls == 1) {
            message.put("marker", marker);
        }
        write(message.toString());
        try {
            return switch (lines.next(timeout)) {
                case HostOutput.OutputLine.AnswerLine(var text) -> answer(text, id);
                case HostOutput.OutputLine.OutputEnd() ->
                    throw useless(FailureKind.TRANSIENT, "PowerShell ended before it answered%s".formatted(exitCode()));
                case HostOutput.OutputLine.UnreadableLine(var why) ->
                    throw useless(FailureKind.PROTOCOL, "PowerShell printed %s and was stopped".formatted(why));
                case null ->
                    throw useless(
                            FailureKind.TRANSIENT,
                            "PowerShell gave no answer within %d ms and was stopped".formatted(timeout.toMillis()));
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw useless(FailureKind.TRANSIENT, "Stopped while waiting for PowerShell");
        }
    }

    private ObjectNode answer(String text, String id) {
        ObjectNode answer;
        try {
            if (!(JSON.readTree(text) instanceof ObjectNode object)) {
                throw useless(
                        FailureKind.PROTOCOL, "PowerShell answered something that is no JSON object and was stopped");
            }
            answer = object;
        } catch (JacksonException notJson) {
            throw useless(FailureKind.PROTOCOL, "PowerShell answered something that is no JSON and was stopped");
        }
        if (!answer.path("id").asString("").equals(id)) {
            throw useless(
                    FailureKind.PROTOCOL,
                    "PowerShell answered another call than the one that was made and was stopped");
        }
        JsonNode error = answer.path("error");
        if (error instanceof ObjectNode told) {
            told.put("message", secrets.hide(told.path("message").asString("")));
        } else if (!answer.has("result")) {
            throw useless(FailureKind.PROTOCOL, "PowerShell answered neither a result nor an error and was stopped");
        }
        return answer;
    }

    /** In a thread of its own: a process that does not read must not hold us longer than the deadline. */
    private void write(String line) {
        Thread.ofVirtual().name("powershell-writer").start(() -> {
            try {
                var out = process.getOutputStream();
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException gone) {
                log.debug("event=powershell_not_listening pid={}", process.pid());
            }
        });
    }

    private BackendFailure useless(FailureKind kind, String why) {
        log.warn("event=powershell_stopped pid={} kind={} why=\"{}\"", process.pid(), kind, why);
        kill();
        return new BackendFailure(kind, why);
    }

    private String exitCode() throws InterruptedException {
        return process.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)
                ? " (exit code %d)".formatted(process.exitValue())
                : "";
    }

    /** Lets the process end by itself: it does when nobody talks to it any more. */
    void close() {
        try {
            process.getOutputStream().close();
            if (process.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (IOException gone) {
            log.debug("event=powershell_gone pid={}", process.pid());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /** Stops the process and everything it has started. */
    void kill() {
        stopped = true;
        var started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
