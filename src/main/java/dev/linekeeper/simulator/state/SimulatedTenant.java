package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.ReadingTime;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A tenant in memory under the rules of the real service. Thread-safe: readers see one consistent state, changes run one
 * at a time. Ports fail for an absent section, which becomes a missing fact.
 */
public final class SimulatedTenant {
    private final FileTenant file;
    private final List<Consumer<TenantContent>> watchers = new CopyOnWriteArrayList<>();
    private volatile TenantContent content;

    public SimulatedTenant(TenantContent content, Clock clock) {
        this.content = content;
        this.file = new FileTenant(this::content, clock);
    }

    public TenantContent content() {
        return content;
    }

    /** Replaces the content by the result of {@code edit}, unless it throws; watchers are called before this returns. */
    public synchronized void change(UnaryOperator<TenantContent> edit) {
        var changed = edit.apply(content);
        if (!changed.equals(content)) {
            content = changed;
            watchers.forEach(watcher -> watcher.accept(changed));
        }
    }

    public void onChange(Consumer<TenantContent> watcher) {
        watchers.add(watcher);
    }

    public TenantPorts ports() {
        var read = file.ports();
        return new TenantPorts(
                read.directory(),
                read.voiceUsers(),
                new SimulatedVoiceSwitch(this),
                new SimulatedNumbers(this, read.numbers()),
                new SimulatedPolicyGrants(this),
                read.policyCatalogue(),
                read.emergencyLocations(),
                read.voiceApplications(),
                read.organisation());
    }

    public SharedCallingPolicies sharedCallingPolicies() {
        return new SimulatedSharedCallingPolicies(this);
    }

    public GroupGrants groupGrants() {
        return new SimulatedGroupGrants(this);
    }

    ReadingTime stamp() {
        return file.stamp();
    }
}
