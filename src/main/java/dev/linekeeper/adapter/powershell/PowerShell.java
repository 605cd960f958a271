package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.adapter.powershell.host.CmdletFailures;
import dev.linekeeper.adapter.powershell.host.ModuleVersion;
import dev.linekeeper.adapter.powershell.host.PowerShellWorker;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pool of PowerShell processes. Calls wait in one queue; the first in line gets the next process that is free.
 * Thread-safe.
 */
final class PowerShell {
    static final String SOURCE = "Teams PowerShell";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<PowerShellWorker> hosts;
    private final BlockingQueue<PowerShellWorker> free;
    private final ApiThrottle throttle;

    PowerShell(List<PowerShellWorker> hosts, ApiThrottle throttle) {
        this.hosts = List.copyOf(hosts);
        this.throttle = throttle;
        this.free = new ArrayBlockingQueue<>(hosts.size(), true, hosts);
    }

    /**
     * Runs a cmdlet in its turn, once: a process that hangs costs its caller a minute already.
     *
     * @param parameters by name; a null is {@code $null}
     * @return what it printed, always as a list
     * @throws BackendFailure whatever went wrong, in our words
     */
    JsonCursor run(Cmdlet cmdlet, Map<String, ?> parameters) {
        if (!cmdlet.parameters().containsAll(parameters.keySet())) {
            throw new BackendFailure(
                    FailureKind.UNSUPPORTED,
                    "%s is only ever run with %s".formatted(cmdlet.command(), cmdlet.parameters()));
        }
        ObjectNode splat = JSON.valueToTree(parameters);
        return throttle.once(RateLimitedApi.POWERSHELL, () -> answer(cmdlet, splat));
    }

    private JsonCursor answer(Cmdlet cmdlet, ObjectNode parameters) {
        var answer = onFreeHost(host -> host.invoke(cmdlet, parameters));
        if (!answer.has("result")) {
            throw CmdletFailures.of(cmdlet, answer.path("error"));
        }
        return CmdletOutput.of(cmdlet.command(), answer.path("result"));
    }

    JsonCursor run(Cmdlet cmdlet) {
        return run(cmdlet, Map.of());
    }

    ModuleVersion module() {
        return onFreeHost(PowerShellWorker::module);
    }

    void close() {
        hosts.forEach(PowerShellWorker::close);
    }

    private <T> T onFreeHost(Function<PowerShellWorker, T> call) {
        PowerShellWorker host;
        try {
            host = free.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BackendFailure(FailureKind.TRANSIENT, "Stopped while waiting for PowerShell");
        }
        try {
            return call.apply(host);
        } finally {
            free.add(host);
        }
    }
}
