package dev.linekeeper.adapter.emulator;

import dev.linekeeper.adapter.tenantfile.TenantModel;
import dev.linekeeper.core.tenant.PolicyKind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Microsoft's services simulated on this machine: one tenant, seen through Graph and through Teams PowerShell. */
public final class Emulator implements AutoCloseable {
    private final GraphFace graph;
    private final PowerShellFace powerShell;

    private Emulator(GraphFace graph, PowerShellFace powerShell) {
        this.graph = graph;
        this.powerShell = powerShell;
    }

    /**
     * How the services behave.
     *
     * @param latency how long every call takes
     * @param rate how many calls a second Graph answers before it says 429; 0 for any number
     * @param refusedTypes policy types Graph does not grant
     * @param faults a file of fault switches set from the start
     */
    public record Behaviour(
            Later later, Duration latency, int rate, Set<PolicyKind> refusedTypes, Optional<Path> faults) {
        /** At once and without fault. */
        public static final Behaviour PERFECT =
                new Behaviour(Later.AT_ONCE, Duration.ZERO, 0, Set.of(), Optional.empty());
    }

    public static Emulator open(TenantModel model, Behaviour behaviour, Clock clock) {
        var faults = new Faults();
        return new Emulator(
                GraphFace.open(model, faults, behaviour.later(), behaviour.refusedTypes(), clock),
                PowerShellFace.open(model, faults, behaviour.later(), clock));
    }

    /** Where Graph is. */
    public URI graph() {
        return graph.baseUrl();
    }

    /** How a PowerShell host is started. */
    public List<String> powerShell() {
        return powerShell.command();
    }

    @Override
    public void close() {
        powerShell.close();
        graph.close();
    }
}
