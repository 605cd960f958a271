package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.adapter.powershell.host.CmdletFailures;
import dev.linekeeper.adapter.powershell.host.ModuleVersion;
import dev.linekeeper.adapter.powershell.host.PowerShellWorker;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.limit.CallNotes;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A pool of PowerShell processes. Calls wait in order for a free process. Thread-safe.
 */
final class PowerShell {
    static final String SOURCE = "Teams PowerShell";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<PowerShellWorker> workers;
    private final BlockingQueue<PowerShellWorker> free;
    private final ApiThrottle throttle;
    private final AtomicReference<@Nullable CompletableFuture<Void>> starting = new AtomicReference<>();

    PowerShell(List<PowerShellWorker> workers, ApiThrottle throttle) {
        this.workers = List.copyOf(workers);
        this.throttle = throttle;
        this.free = new ArrayBlockingQueue<>(workers.size(), true, workers);
    }

    /**
     * Runs a cmdlet, without a retry: a process that hangs has already cost the caller a minute.
     *
     * @param parameters by name; null is {@code $null}
     * @return the cmdlet's output, always a list
     * @throws BackendFailure when it fails
     */
    JsonCursor run(Cmdlet cmdlet, Map<String, ?> parameters) {
        if (!cmdlet.parameters().containsAll(parameters.keySet())) {
            throw new BackendFailure(
                    FailureKind.UNSUPPORTED,
                    "%s is only ever run with %s".formatted(cmdlet.command(), cmdlet.parameters()));
        }
        ObjectNode splat = JSON.valueToTree(parameters);
        start();
        return throttle.once(RateLimitedApi.POWERSHELL, () -> answer(cmdlet, splat));
    }

    private JsonCursor answer(Cmdlet cmdlet, ObjectNode parameters) {
        CallNotes.operation(cmdlet.command());
        var answer = onFreeWorker(worker -> worker.invoke(cmdlet, parameters));
        if (!answer.has("result")) {
            throw CmdletFailures.of(cmdlet, answer.path("error"));
        }
        CmdletFailures.refusal(cmdlet, answer).ifPresent(refused -> {
            throw refused;
        });
        return CmdletOutput.of(cmdlet.command(), answer.path("result"));
    }

    JsonCursor run(Cmdlet cmdlet) {
        return run(cmdlet, Map.of());
    }

    ModuleVersion module() {
        return onFreeWorker(PowerShellWorker::module);
    }

    void close() {
        workers.forEach(PowerShellWorker::close);
    }

    /**
     * Starts a process when none is signed in. Apart from the queue of calls: a start takes longer than a call may wait for
     * its turn. Whoever comes meanwhile waits for it, and shares its failure.
     */
    private void start() {
        if (workers.stream().anyMatch(PowerShellWorker::isSignedIn)) {
            return;
        }
        var ours = new CompletableFuture<Void>();
        var underWay = starting.compareAndExchange(null, ours);
        if (underWay != null) {
            share(underWay);
            return;
        }
        try {
            throttle.<Boolean>outside(RateLimitedApi.POWERSHELL, () -> {
                CallNotes.operation("Connect-MicrosoftTeams");
                return onFreeWorker(worker -> {
                    worker.signIn();
                    return true;
                });
            });
            ours.complete(null);
        } catch (RuntimeException failed) {
            ours.completeExceptionally(failed);
            throw failed;
        } finally {
            starting.set(null);
        }
    }

    private static void share(Future<Void> start) {
        try {
            start.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BackendFailure(FailureKind.TRANSIENT, "Stopped while PowerShell was starting");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(failed);
        }
    }

    private <T> T onFreeWorker(Function<PowerShellWorker, T> call) {
        PowerShellWorker worker;
        try {
            worker = free.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BackendFailure(FailureKind.TRANSIENT, "Stopped while waiting for PowerShell");
        }
        try {
            return call.apply(worker);
        } finally {
            free.add(worker);
        }
    }
}
