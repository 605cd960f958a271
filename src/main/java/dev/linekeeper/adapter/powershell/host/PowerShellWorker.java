package dev.linekeeper.adapter.powershell.host;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A worker of the pool: a PowerShell process that starts at the first call, signs in before the first cmdlet and again
 * before its token expires, and is replaced after it was stopped. Not thread-safe, except {@link #close}.
 */
public final class PowerShellWorker {
    private static final Logger log = LoggerFactory.getLogger(PowerShellWorker.class);
    /** How long before it expires a sign-in is renewed: longer than a cmdlet runs. */
    private static final Duration RENEWAL = Duration.ofMinutes(4);

    private final List<String> command;
    private final SignIn signIn;
    private final Duration timeout;
    private final Duration startTimeout;
    private final Clock clock;
    /** Guards {@code process} and {@code closed}, so that closing cannot miss a process that starts just then. */
    private final ReentrantLock starting = new ReentrantLock();

    private @Nullable PowerShellProcess process;
    private boolean closed;
    private volatile @Nullable SignedInProcess session;

    private record SignedInProcess(PowerShellProcess process, ModuleVersion module, Instant signedInUntil) {}

    public PowerShellWorker(List<String> command, SignIn signIn, Duration timeout, Duration startTimeout, Clock clock) {
        this.command = command;
        this.signIn = signIn;
        this.timeout = timeout;
        this.startTimeout = startTimeout;
        this.clock = clock;
    }

    /** The module's version; starts the process without signing in. */
    public ModuleVersion module() {
        return running().module();
    }

    /** Runs a cmdlet; the answer has {@code result} or {@code error}. */
    public ObjectNode invoke(Cmdlet cmdlet, ObjectNode parameters) {
        var current = signedIn();
        var started = clock.instant();
        var message = message().put("cmdlet", cmdlet.command());
        message.set("parameters", parameters);
        var answer = current.process().send("invoke", message, timeout);
        log.debug(
                "event=powershell_invoked pid={} cmdlet={} outcome={} ms={}",
                current.process().pid(),
                cmdlet.command(),
                answer.has("result") ? "done" : "refused",
                Duration.between(started, clock.instant()).toMillis());
        return answer;
    }

    /** Ends the process, even during a call, and starts no other. */
    public void close() {
        starting.lock();
        try {
            closed = true;
            if (process != null) {
                process.close();
            }
        } finally {
            starting.unlock();
        }
    }

    private SignedInProcess signedIn() {
        var current = running();
        current.module().mustKnowSharedCalling();
        if (clock.instant().isBefore(current.signedInUntil())) {
            return current;
        }
        var credentials = SignIn.message(signIn);
        current.process().keepSecret(credentials.message());
        var message = message();
        message.set("signIn", credentials.message());
        var answer = current.process().send("connect", message, startTimeout);
        if (!answer.has("result")) {
            throw CmdletFailures.signIn(answer.path("error"));
        }
        log.info(
                "event=powershell_signed_in pid={} goodUntil={}",
                current.process().pid(),
                credentials.goodUntil());
        var until = credentials.goodUntil().equals(Instant.MAX)
                ? Instant.MAX
                : credentials.goodUntil().minus(RENEWAL);
        var renewed = new SignedInProcess(current.process(), current.module(), until);
        session = renewed;
        return renewed;
    }

    private SignedInProcess running() {
        SignedInProcess current = session;
        return current != null && current.process().usable() ? current : start();
    }

    private SignedInProcess start() {
        var fresh = launch();
        var answer = fresh.send("version", message(), startTimeout);
        if (!answer.has("result")) {
            fresh.kill();
            throw CmdletFailures.start(answer.path("error"));
        }
        var version = ModuleVersion.of(answer.path("result").path("module").asString(""));
        log.info("event=powershell_started pid={} module={}", fresh.pid(), version);
        var started = new SignedInProcess(fresh, version, Instant.MIN);
        session = started;
        return started;
    }

    private PowerShellProcess launch() {
        starting.lock();
        try {
            if (closed) {
                throw new BackendFailure(FailureKind.TRANSIENT, "Linekeeper is shutting down");
            }
            var fresh = PowerShellProcess.start(command);
            process = fresh;
            return fresh;
        } finally {
            starting.unlock();
        }
    }

    private static ObjectNode message() {
        return JsonNodeFactory.instance.objectNode();
    }
}
