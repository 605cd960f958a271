package dev.linekeeper.adapter.powershell.host;

import dev.linekeeper.service.metrics.Tally;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.FailedCall;
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
 * before its token expires, and is replaced after it was stopped. Not thread-safe, except where it says so.
 */
public final class PowerShellWorker {
    private static final Logger log = LoggerFactory.getLogger(PowerShellWorker.class);
    /** How long before it expires a sign-in is renewed: longer than a cmdlet runs. */
    private static final Duration RENEWAL = Duration.ofMinutes(4);
    /** How long a session that a new sign-in did not mend is left alone. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final List<String> command;
    private final SignIn signIn;
    private final Duration timeout;
    private final Duration startTimeout;
    private final Clock clock;
    private final Tally starts;
    /** Guards {@code process} and {@code closed}, so that closing cannot miss a process that starts just then. */
    private final ReentrantLock starting = new ReentrantLock();

    private @Nullable PowerShellProcess process;
    private StartReason startsFor = StartReason.FIRST;
    private Instant noNewSessionUntil = Instant.MIN;
    private boolean closed;
    private volatile @Nullable SignedInProcess session;

    /** Why a process is started; the one before ended when it died, was killed or hung. */
    public enum StartReason {
        FIRST,
        ENDED,
        SESSION_LOST
    }

    private record SignedInProcess(PowerShellProcess process, ModuleVersion module, Instant signedInUntil) {}

    /**
     * A worker.
     *
     * @param command starts PowerShell, our arguments are put behind it
     * @param starts counts processes by why they were started
     */
    public PowerShellWorker(
            List<String> command, SignIn signIn, Duration timeout, Duration startTimeout, Clock clock, Tally starts) {
        this.command = command;
        this.signIn = signIn;
        this.timeout = timeout;
        this.startTimeout = startTimeout;
        this.clock = clock;
        this.starts = starts;
    }

    /** The module's version; starts the process without signing in. */
    public ModuleVersion module() {
        return running().module();
    }

    /** Whether a cmdlet can be run without a start or a sign-in before it. For any thread. */
    public boolean isSignedIn() {
        SignedInProcess current = session;
        return current != null && current.process().usable() && clock.instant().isBefore(current.signedInUntil());
    }

    /** Starts the process and signs in, where that is not done yet. */
    public void signIn() {
        signedIn();
    }

    /**
     * Runs a cmdlet; the answer has {@code result} or {@code error}. When the session has ended, signs in anew with a new
     * process, once, because a second sign-in in the same one may look successful and stay broken; a read is then repeated.
     *
     * @throws BackendFailure also of kind {@code TRANSIENT} for a write that met the end of a session: it was not done, and
     *     a read shows that the new session works
     */
    public ObjectNode invoke(Cmdlet cmdlet, ObjectNode parameters) {
        var answer = send(signedIn(), cmdlet, parameters);
        if (!CmdletFailures.endsSession(answer.path("error")) || clock.instant().isBefore(noNewSessionUntil)) {
            return answer;
        }
        log.warn("action=powershell-session-lost cmdlet={}", cmdlet.command());
        stop();
        startsFor = StartReason.SESSION_LOST;
        var proof = send(
                signedIn(),
                cmdlet.reads() ? cmdlet : Cmdlet.READ_EMERGENCY_CALL_ROUTING,
                cmdlet.reads() ? parameters : message());
        if (CmdletFailures.endsSession(proof.path("error"))) {
            noNewSessionUntil = clock.instant().plus(PAUSE);
            return answer;
        }
        if (cmdlet.reads()) {
            return proof;
        }
        throw new BackendFailure(
                FailureKind.TRANSIENT,
                "%s was not done, because the session had ended; there is a new one".formatted(cmdlet.command()));
    }

    private ObjectNode send(SignedInProcess current, Cmdlet cmdlet, ObjectNode parameters) {
        var started = clock.instant();
        var message = message().put("cmdlet", cmdlet.command());
        message.set("parameters", parameters);
        if (!cmdlet.properties().isEmpty()) {
            cmdlet.properties().forEach(message.putArray("properties")::add);
        }
        var answer = current.process().send("invoke", message, timeout);
        log.debug(
                "action=powershell-invoked pid={} cmdlet={} outcome={} ms={}",
                current.process().pid(),
                cmdlet.command(),
                answer.has("result") ? "done" : "refused",
                Duration.between(started, clock.instant()).toMillis());
        return answer;
    }

    private void stop() {
        SignedInProcess current = session;
        session = null;
        if (current != null) {
            current.process().kill();
        }
    }

    /** Ends the process, even during a call, and starts no other. For any thread. */
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
        var answer = connect(current, credentials);
        if (CmdletFailures.endsSession(answer.path("error"))) {
            // Tokens that do not fit together, or expired on the way.
            credentials = SignIn.message(signIn);
            answer = connect(current, credentials);
        }
        if (!answer.has("result")) {
            throw CmdletFailures.signIn(answer.path("error"));
        }
        log.info(
                "action=powershell-signed-in pid={} goodUntil={}",
                current.process().pid(),
                credentials.goodUntil());
        var until = credentials.goodUntil().equals(Instant.MAX)
                ? Instant.MAX
                : credentials.goodUntil().minus(RENEWAL);
        var renewed = new SignedInProcess(current.process(), current.module(), until);
        session = renewed;
        return renewed;
    }

    private ObjectNode connect(SignedInProcess current, SignIn.SignInMessage credentials) {
        current.process().keepSecret(credentials.message());
        var message = message();
        message.set("signIn", credentials.message());
        return current.process().send("connect", message, startTimeout);
    }

    private SignedInProcess running() {
        SignedInProcess current = session;
        return current != null && current.process().usable() ? current : start();
    }

    private SignedInProcess start() {
        // Written at each start, because temporary folders are cleaned; PowerShell has read it when it answers.
        var script = HostScript.unpacked();
        PowerShellProcess fresh;
        ObjectNode answer;
        try {
            fresh = launch(script.command(command));
            answer = fresh.send("version", message(), startTimeout);
        } finally {
            script.delete();
        }
        if (!answer.has("result")) {
            fresh.kill();
            throw CmdletFailures.start(answer.path("error"));
        }
        var version = ModuleVersion.of(answer.path("result").path("module").asString(""));
        log.info("action=powershell-started pid={} module={}", fresh.pid(), version);
        var started = new SignedInProcess(fresh, version, Instant.MIN);
        session = started;
        return started;
    }

    private PowerShellProcess launch(List<String> hostCommand) {
        starting.lock();
        try {
            if (closed) {
                throw new BackendFailure(FailureKind.TRANSIENT, "Linekeeper is shutting down");
            }
            starts.add(FailedCall.label(startsFor));
            startsFor = StartReason.ENDED;
            var fresh = PowerShellProcess.start(hostCommand);
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
