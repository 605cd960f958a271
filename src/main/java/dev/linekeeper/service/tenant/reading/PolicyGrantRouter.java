package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change.PolicyChange;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.Operation.GrantOperation;
import dev.linekeeper.service.tenant.OperationProvider.ProvidingBackend;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.PolicyTypeProbe;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Grants through Microsoft Graph, and kind by kind through Teams PowerShell where Graph does not take them. A kind that
 * Graph refuses is demoted and stays so; the grant that found out is made through PowerShell in the same call. A
 * missing permission demotes nothing: it is for an admin to put right.
 */
final class PolicyGrantRouter implements PolicyGrants {
    private static final Logger log = LoggerFactory.getLogger(PolicyGrantRouter.class);

    private final PolicyGrants graph;
    private final PolicyTypeProbe probe;
    private final PolicyGrants powerShell;
    private final Capabilities capabilities;
    private final Map<PolicyKind, String> demoted = new ConcurrentHashMap<>();
    private final Set<PolicyKind> proven = ConcurrentHashMap.newKeySet();

    PolicyGrantRouter(PolicyGrants graph, PolicyTypeProbe probe, PolicyGrants powerShell, Capabilities capabilities) {
        this.graph = graph;
        this.probe = probe;
        this.powerShell = powerShell;
        this.capabilities = capabilities;
        for (var kind : PolicyKind.values()) {
            capabilities.put(new GrantOperation(kind), new ProvidingBackend(graph.source()));
        }
    }

    /** Asks Graph about every kind that is not demoted yet; Global is a policy of every kind. */
    void probe() {
        for (var kind : PolicyKind.values()) {
            if (!demoted.containsKey(kind)) {
                probe(kind);
            }
        }
    }

    private void probe(PolicyKind kind) {
        try {
            probe.probe(kind, PolicyName.GLOBAL);
            capabilities.put(new GrantOperation(kind), new ProvidingBackend(graph.source()));
        } catch (BackendFailure failure) {
            if (failure.kind() == FailureKind.UNSUPPORTED) {
                demote(kind, failure);
            } else {
                capabilities.put(
                        new GrantOperation(kind),
                        new ProvidingBackend(graph.source(), Optional.of(String.valueOf(failure.getMessage()))));
            }
        }
    }

    @Override
    public String source() {
        return graph.source();
    }

    @Override
    public WriteReceipt grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key) {
        return route(kind, grants -> grants.grant(person, kind, policy, key));
    }

    @Override
    public WriteReceipt revoke(UserId person, PolicyKind kind, ChangeKey key) {
        return route(kind, grants -> grants.revoke(person, kind, key));
    }

    @Override
    public int atOnce(PolicyKind kind) {
        return demoted.containsKey(kind) ? powerShell.atOnce(kind) : graph.atOnce(kind);
    }

    /** Through Graph; what a refusal means is found out by asking for one at a time. */
    @Override
    public WriteReceipt writeTogether(Map<ChangeKey, PolicyChange> changes) {
        var receipt = graph.writeTogether(changes);
        changes.values().forEach(change -> proven.add(change.kind()));
        return receipt;
    }

    private WriteReceipt route(PolicyKind kind, Function<PolicyGrants, WriteReceipt> call) {
        if (demoted.containsKey(kind)) {
            return call.apply(powerShell);
        }
        try {
            var receipt = call.apply(graph);
            proven.add(kind);
            return receipt;
        } catch (BackendFailure failure) {
            return switch (failure.kind()) {
                case UNSUPPORTED -> {
                    demote(kind, failure);
                    yield call.apply(powerShell);
                }
                case INVALID -> retryWithPowerShell(kind, failure, call);
                case NOT_FOUND, DENIED, CONFLICT, THROTTLED, TRANSIENT, PROTOCOL -> throw failure;
            };
        }
    }

    /**
     * How Graph refuses a type it does not take is not documented: until it has taken one, a refused request may mean
     * that. What PowerShell then accepts was right, and Graph's refusal was about the type.
     */
    private WriteReceipt retryWithPowerShell(
            PolicyKind kind, BackendFailure refusal, Function<PolicyGrants, WriteReceipt> call) {
        if (proven.contains(kind)) {
            throw refusal;
        }
        try {
            var receipt = call.apply(powerShell);
            demote(kind, refusal);
            return receipt;
        } catch (BackendFailure powerShellFailure) {
            if (powerShellFailure.worthRetrying()) {
                throw powerShellFailure;
            }
            refusal.addSuppressed(powerShellFailure);
            throw refusal;
        }
    }

    private void demote(PolicyKind kind, BackendFailure refusal) {
        var why = "%s: %s".formatted(graph.source(), refusal.getMessage());
        if (demoted.putIfAbsent(kind, why) == null) {
            capabilities.put(new GrantOperation(kind), new ProvidingBackend(powerShell.source(), Optional.of(why)));
            log.warn("action=demoted operation=grant kind={} to={} reason=\"{}\"", kind, powerShell.source(), why);
        }
    }
}
