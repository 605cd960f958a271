package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;

/**
 * A tenant that changes, under the rules of the real service. Thread-safe: readers see one consistent state, changes run
 * one at a time.
 */
public final class SimulatedTenant {
    private final FileTenant file;
    private final List<Consumer<TenantState>> watchers = new CopyOnWriteArrayList<>();
    private volatile TenantState state;

    public SimulatedTenant(TenantState state, Clock clock) {
        this.state = state;
        this.file = new FileTenant(this::content, clock);
    }

    public TenantState state() {
        return state;
    }

    public TenantContent content() {
        return state.content();
    }

    /** Makes the change, unless it throws; watchers are called before this returns. False when it was so already. */
    public synchronized boolean change(Consumer<TenantEdit> change) {
        var after = after(change);
        after.ifPresent(this::become);
        return after.isPresent();
    }

    /** The same as a receipt. */
    WriteReceipt written(Consumer<TenantEdit> change) {
        return change(change) ? new WriteReceipt.AcceptedWrite() : new WriteReceipt.NothingToWrite();
    }

    /** Throws what the change would throw now. */
    public void check(Consumer<TenantEdit> change) {
        var _ = after(change);
    }

    private Optional<TenantState> after(Consumer<TenantEdit> change) {
        var edit = new TenantEdit(state);
        change.accept(edit);
        return edit.after();
    }

    public synchronized void become(TenantState wanted) {
        state = wanted;
        watchers.forEach(watcher -> watcher.accept(wanted));
    }

    public void onChange(Consumer<TenantState> watcher) {
        watchers.add(watcher);
    }

    /** What applies to a person or an account; empty when there is neither. */
    public Map<PolicyKind, Fact<Assignment>> policies(UserId holder) {
        return file.policies(holder);
    }

    /** The policies in effect but Global, as Graph's effectivePolicyAssignments; empty when one of them is not known. */
    public Optional<ArrayNode> reported(UserId holder) {
        var listed = WireJson.array();
        for (var effective : policies(holder).entrySet()) {
            var assignment = effective.getValue().known();
            if (assignment.isEmpty()) {
                return Optional.empty();
            }
            if (!(assignment.get() instanceof Assignment.Inherited)) {
                var entry = listed.addObject()
                        .put("policyType", effective.getKey().type())
                        .putObject("policyAssignment")
                        .put("displayName", assignment.get().policy().value())
                        .put("assignmentType", assignment.get() instanceof Assignment.Direct ? "direct" : "group");
                if (assignment.get() instanceof Assignment.ByGroup(_, var group)) {
                    entry.put("groupId", group.value());
                }
            }
        }
        return Optional.of(listed);
    }

    /** The ports in this process. They fail for an absent section, which becomes a missing fact. */
    public TenantPorts ports() {
        var read = file.ports();
        var changes = new RehearsedChanges(this, read.numbers());
        return new TenantPorts(
                read.directory(),
                read.voiceUsers(),
                changes,
                changes,
                changes,
                new RehearsedCatalogue(this, read.policyCatalogue()),
                read.emergencyLocations(),
                new RehearsedApplications(this, read.voiceApplications()),
                read.organisation(),
                changes,
                new RehearsedGroupGrants(this, read.groupGrants()));
    }
}
