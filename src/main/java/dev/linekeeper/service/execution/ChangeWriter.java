package dev.linekeeper.service.execution;

import dev.linekeeper.core.tenant.Policy.SharedCallingChange;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.groundwork.AttendantOfAccount;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.GroupGrantChange;
import dev.linekeeper.core.tenant.groundwork.NewAccount;
import dev.linekeeper.core.tenant.groundwork.NumberOfAccount;
import dev.linekeeper.core.tenant.groundwork.PlaceOfNumber;
import dev.linekeeper.core.tenant.groundwork.PolicyFix;
import dev.linekeeper.core.tenant.groundwork.PolicyOfNumber;
import dev.linekeeper.core.tenant.groundwork.RoutingOfAccount;
import dev.linekeeper.core.tenant.groundwork.SignInOfAccount;
import dev.linekeeper.core.tenant.groundwork.SignInOfAccount.SignInState;
import dev.linekeeper.core.tenant.groundwork.UsageLocationOfAccount;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.WriteReceipt;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.time.Duration;
import java.util.Optional;

/** Writes changes to the tenant, each through the port that can. */
public record ChangeWriter(
        NumberInventory numbers,
        PolicyGrants grants,
        EnterpriseVoiceSwitch voice,
        SharedCallingPolicies policies,
        VoiceApplications applications,
        PolicyCatalogue catalogue,
        GroupGrants groups) {
    /** Over those ports, with grants of its own. */
    public static ChangeWriter of(TenantPorts ports, PolicyGrants grants) {
        return new ChangeWriter(
                ports.numbers(),
                grants,
                ports.voiceSwitch(),
                ports.sharedCallingPolicies(),
                ports.voiceApplications(),
                ports.policyCatalogue(),
                ports.groupGrants());
    }

    /** Makes, changes or removes a policy that says what the change expects. */
    WriteReceipt write(SharedCallingChange change, ChangeKey key) {
        return change.after().isEmpty()
                ? policies.remove(change.before().orElseThrow(), key)
                : change.before().isEmpty()
                        ? policies.create(change.after().orElseThrow(), key)
                        : policies.change(
                                change.before().orElseThrow(), change.after().orElseThrow(), key);
    }

    /** Sets what a fix sets, or takes it away; what is set now was compared just before. */
    WriteReceipt write(Fix<?> fix, ChangeKey key) {
        return switch (fix) {
            case PlaceOfNumber it -> {
                numbers.setLocation(it.number(), it.after(), key);
                yield new WriteReceipt.AcceptedWrite();
            }
            case PolicyOfNumber it -> numbers.grant(it.number(), it.after(), key);
            case PolicyFix<?> it -> catalogue.write(it, key);
            case AttendantOfAccount it ->
                it.after()
                        .map(attendant -> applications.associate(it.account(), attendant, key))
                        .orElseGet(() -> applications.dissociate(it.account(), key));
            case UsageLocationOfAccount it ->
                applications.setUsageLocation(it.account(), it.after().orElseThrow(), key);
            case SignInOfAccount it ->
                applications.setSignIn(it.account(), it.after().orElseThrow() == SignInState.ALLOWED, key);
            case NewAccount it -> applications.create(it.userPrincipalName(), it.displayName(), key);
            case NumberOfAccount it ->
                it.after()
                        .map(number -> applications.assign(it.account(), number, it.type(), it.place(), key))
                        .orElseGet(() -> numbers.release(it.before().orElseThrow(), it.type(), key));
            case RoutingOfAccount it ->
                it.after()
                        .map(policy -> grants.grant(it.account(), PolicyKind.VOICE_ROUTING, policy, key))
                        .orElseGet(() -> grants.revoke(it.account(), PolicyKind.VOICE_ROUTING, key));
        };
    }

    /** Grants a policy to a group that has none of the kind, or takes away the one it has. */
    WriteReceipt write(GroupGrantChange change, ChangeKey key) {
        return change.after()
                .map(it -> groups.grant(it.group(), it.kind(), it.policy(), it.rank(), key))
                .orElseGet(() -> groups.revoke(
                        change.group(), change.before().orElseThrow().kind(), key));
    }

    /** Sends the change; an accepted change is not visible yet. */
    WriteReceipt write(Change change, ChangeKey key) {
        return switch (change) {
            case Change.ReleaseNumber(
                    _,
                    var number,
                    var type,
                    _,
                    _) -> numbers.release(number, type, key);
            case Change.AssignNumber(var person, var number, var type, var location, var category) ->
                numbers.assign(number, type, person, location, category, key);
            case Change.SwitchVoice(var person, var on) -> voice.set(person, on, key);
            case Change.GrantPolicy(var person, var kind, var policy) -> grants.grant(person, kind, policy, key);
            case Change.RevokePolicy(var person, var kind) -> grants.revoke(person, kind, key);
        };
    }

    /** Waits until the backend has finished the write; throws {@link BackendFailure} when the pauses end before. */
    void follow(WriteReceipt receipt, ReadBackPauses pauses) throws InterruptedException {
        while (receipt instanceof WriteReceipt.RunningWrite running) {
            if (!pauses.next()) {
                throw new BackendFailure(
                        FailureKind.TRANSIENT,
                        "RUNNING",
                        "The change was accepted and is still under way",
                        running.operation(),
                        Optional.of(Duration.ofSeconds(30)));
            }
            receipt = numbers.follow(running);
        }
    }
}
