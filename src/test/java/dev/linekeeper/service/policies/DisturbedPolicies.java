package dev.linekeeper.service.policies;

import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.util.function.Supplier;

/** The policies of a tenant, where something happens before and after each write, and writes are counted. */
final class DisturbedPolicies implements SharedCallingPolicies {
    private final SharedCallingPolicies real;
    private Runnable before = () -> {};
    private Runnable after = () -> {};
    int writes;

    DisturbedPolicies(SharedCallingPolicies real) {
        this.real = real;
    }

    void before(Runnable what) {
        before = what;
    }

    void after(Runnable what) {
        after = what;
    }

    static BackendFailure timeOut() {
        return new BackendFailure(FailureKind.TRANSIENT, "The service did not answer in time");
    }

    TenantPorts in(TenantPorts ports) {
        return new TenantPorts(
                ports.directory(),
                ports.voiceUsers(),
                ports.voiceSwitch(),
                ports.numbers(),
                ports.policyGrants(),
                ports.policyCatalogue(),
                ports.emergencyLocations(),
                ports.voiceApplications(),
                ports.organisation(),
                this,
                ports.groupGrants());
    }

    private WriteReceipt disturbed(Supplier<WriteReceipt> write) {
        before.run();
        WriteReceipt receipt = write.get();
        writes++;
        after.run();
        return receipt;
    }

    @Override
    public String source() {
        return real.source();
    }

    @Override
    public WriteReceipt create(Policy.SharedCalling policy, ChangeKey key) {
        return disturbed(() -> real.create(policy, key));
    }

    @Override
    public WriteReceipt change(Policy.SharedCalling expected, Policy.SharedCalling wanted, ChangeKey key) {
        return disturbed(() -> real.change(expected, wanted, key));
    }

    @Override
    public WriteReceipt remove(Policy.SharedCalling expected, ChangeKey key) {
        return disturbed(() -> real.remove(expected, key));
    }
}
