package dev.linekeeper.service.execution;

import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.time.Duration;
import java.util.Optional;

/** Writes changes to the tenant, each through the port that can. */
public final class ChangeWriter {
    private final NumberInventory numbers;
    private final PolicyGrants grants;
    private final EnterpriseVoiceSwitch voice;

    public ChangeWriter(NumberInventory numbers, PolicyGrants grants, EnterpriseVoiceSwitch voice) {
        this.numbers = numbers;
        this.grants = grants;
        this.voice = voice;
    }

    /** Asks for the change; that it was accepted does not mean that it is there. */
    WriteReceipt write(Change change, ChangeKey key) {
        return switch (change) {
            case Change.ReleaseNumber(_, var number, var type) -> numbers.release(number, type, key);
            case Change.AssignNumber(var person, var number, var type) ->
                numbers.assign(number, type, person, Optional.empty(), key);
            case Change.SwitchVoice(var person, var on) -> voice.set(person, on, key);
            case Change.GrantPolicy(var person, var kind, var policy) -> grants.grant(person, kind, policy, key);
            case Change.RevokePolicy(var person, var kind) -> grants.revoke(person, kind, key);
        };
    }

    /** Waits until the backend has finished what it accepted. */
    void follow(WriteReceipt ticket, ReadBackPauses pauses) throws InterruptedException {
        while (ticket instanceof WriteReceipt.RunningWrite running) {
            if (!pauses.another()) {
                throw new BackendFailure(
                        BackendFailure.FailureKind.TRANSIENT,
                        "RUNNING",
                        "The change was accepted and is still under way",
                        running.operation(),
                        Optional.of(Duration.ofSeconds(30)));
            }
            ticket = numbers.follow(running);
        }
    }
}
