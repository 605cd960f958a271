package dev.linekeeper.simulator.state;

import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.Optional;

/** What changes in a rehearsal: numbers, policy grants and the voice switch. */
record RehearsedChanges(SimulatedTenant tenant, NumberInventory reading)
        implements NumberInventory, PolicyGrants, EnterpriseVoiceSwitch, SharedCallingPolicies {
    @Override
    public String source() {
        return reading.source();
    }

    @Override
    public NumberList all() {
        return reading.all();
    }

    @Override
    public Optional<TelephoneNumber> find(PhoneNumber number) {
        return reading.find(number);
    }

    @Override
    public WriteReceipt assign(
            PhoneNumber number,
            NumberType type,
            UserId holder,
            Optional<LocationId> location,
            Category category,
            ChangeKey key) {
        return tenant.written(edit -> new NumberEdit(edit).assign(number, type, holder, location, category));
    }

    @Override
    public WriteReceipt release(PhoneNumber number, NumberType type, ChangeKey key) {
        return tenant.written(edit -> new NumberEdit(edit).release(number, type));
    }

    @Override
    public void setLocation(PhoneNumber number, Optional<LocationId> location, ChangeKey key) {
        tenant.written(edit -> new NumberEdit(edit).locate(number, location));
    }

    @Override
    public WriteReceipt grant(PhoneNumber number, Optional<PolicyName> policy, ChangeKey key) {
        return tenant.written(edit -> new NumberEdit(edit).grant(number, policy));
    }

    @Override
    public WriteReceipt set(UserId person, boolean on, ChangeKey key) {
        return tenant.written(edit -> new PersonEdit(edit).setVoice(person, on));
    }

    @Override
    public WriteReceipt grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key) {
        return tenant.written(edit -> new PersonEdit(edit).grant(person, kind, policy));
    }

    @Override
    public WriteReceipt revoke(UserId person, PolicyKind kind, ChangeKey key) {
        return tenant.written(edit -> new PersonEdit(edit).revoke(person, kind));
    }

    @Override
    public WriteReceipt create(Policy.SharedCalling policy, ChangeKey key) {
        return edited(policy.name(), Optional.empty(), Optional.of(policy));
    }

    @Override
    public WriteReceipt change(Policy.SharedCalling expected, Policy.SharedCalling wanted, ChangeKey key) {
        if (!expected.name().equals(wanted.name())) {
            throw TenantEdit.invalid("A policy cannot be renamed");
        }
        if (find(expected.name()).isEmpty()) {
            throw TenantEdit.notFound("There is no policy %s".formatted(expected.name()));
        }
        return edited(expected.name(), Optional.of(expected), Optional.of(wanted));
    }

    @Override
    public WriteReceipt remove(Policy.SharedCalling expected, ChangeKey key) {
        return edited(expected.name(), Optional.of(expected), Optional.empty());
    }

    private WriteReceipt edited(
            PolicyName name, Optional<Policy.SharedCalling> expected, Optional<Policy.SharedCalling> wanted) {
        if (name.isGlobal()) {
            throw TenantEdit.invalid("The Global policy is neither made nor removed");
        }
        var now = find(name);
        if (now.equals(wanted)) {
            return new WriteReceipt.NothingToWrite();
        }
        if (!now.equals(expected)) {
            throw TenantEdit.conflict("The policy %s says something else than expected".formatted(name));
        }
        return tenant.written(edit -> wanted.ifPresentOrElse(
                new SharedCallingEdit(edit)::put, () -> new SharedCallingEdit(edit).remove(expected.orElseThrow())));
    }

    private Optional<Policy.SharedCalling> find(PolicyName name) {
        return Optional.ofNullable(tenant.content().policies().get(PolicyKind.SHARED_CALLING))
                .map(all -> all.get(name))
                .filter(Policy.SharedCalling.class::isInstance)
                .map(Policy.SharedCalling.class::cast);
    }

    /** Fails: changes are immediate, so there are no operations. */
    @Override
    public WriteReceipt follow(WriteReceipt.RunningWrite receipt) {
        throw TenantEdit.notFound("There is no operation %s".formatted(receipt.operation()));
    }
}
