package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.Ticket;
import dev.linekeeper.service.tenant.VoiceSwitch;

/** The voice switch and the policy grants of a tenant file: every write fails as unsupported. */
record RefusedChanges() implements VoiceSwitch, PolicyGrants {
    @Override
    public String source() {
        return Spot.SOURCE;
    }

    @Override
    public Ticket set(UserId person, boolean on, ChangeKey key) {
        throw refusal();
    }

    @Override
    public Ticket grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key) {
        throw refusal();
    }

    @Override
    public Ticket revoke(UserId person, PolicyKind kind, ChangeKey key) {
        throw refusal();
    }

    static BackendFailure refusal() {
        return new BackendFailure(BackendFailure.Kind.UNSUPPORTED, "A tenant file is read, never changed");
    }
}
