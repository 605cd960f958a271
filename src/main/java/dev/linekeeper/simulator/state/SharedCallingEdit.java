package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Changes to Shared Calling policies under the service's rules: the account needs a number with a location, callback
 * numbers must be free and of the type and country of the account's
 * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/new-csteamssharedcallingroutingpolicy">cmdlet</a>).
 */
public record SharedCallingEdit(TenantEdit edit) {
    private static final PolicyKind KIND = PolicyKind.SHARED_CALLING;

    /** Adds the policy, or replaces what the one of the same name says. */
    public void put(Policy.SharedCalling wanted) {
        if (wanted.name().isGlobal()) {
            throw TenantEdit.invalid("The Global policy is neither made nor removed");
        }
        var before = edit.known(KIND).get(wanted.name()) instanceof Policy.SharedCalling found
                ? found.emergencyNumbers()
                : List.<PhoneNumber>of();
        check(wanted, before);
        before.forEach(number -> edit.number(number).ifPresent(NumberEdit::free));
        for (var number : wanted.emergencyNumbers()) {
            edit.number(number)
                    .ifPresent(document -> document.put("assignmentStatus", "policyAssigned")
                            .put("assignmentTargetId", "%s|Tag:%s".formatted(KIND.type(), wanted.name())));
        }
        var policies = edit.policies(KIND);
        var document = WireJson.objects(policies).stream()
                .filter(policy -> wanted.name().equals(name(policy)))
                .findFirst()
                .orElseGet(() -> policies.addObject().put("Identity", "Tag:" + wanted.name()));
        var account = wanted.resourceAccount().map(UserId::value);
        document.put("ResourceAccount", account.orElse(null)).put("Description", wanted.description());
        var numbers = document.putArray("EmergencyNumbers");
        wanted.emergencyNumbers().forEach(number -> numbers.add(number.toString()));
    }

    /** Removes a policy that nobody is granted. */
    public void remove(Policy.SharedCalling policy) {
        if (granted(policy.name())) {
            throw TenantEdit.conflict("The policy %s is still assigned to people or groups".formatted(policy.name()));
        }
        policy.emergencyNumbers().forEach(number -> edit.number(number).ifPresent(NumberEdit::free));
        edit.policies(KIND).removeIf(document -> policy.name().equals(name(document)));
    }

    private static PolicyName name(JsonNode policy) {
        return new PolicyName(WireJson.text(policy, "Identity"));
    }

    /** The numbers in {@code held} are the policy's own. */
    private void check(Policy.SharedCalling wanted, List<PhoneNumber> held) {
        var stored = wanted.resourceAccount()
                .flatMap(edit.content()::account)
                .orElseThrow(() -> TenantEdit.invalid(
                        "The policy %s names no resource account of the tenant".formatted(wanted.name())));
        var number = FileTenant.needed(stored.account().number())
                .orElseThrow(() -> TenantEdit.conflict("The resource account %s has no telephone number"
                        .formatted(stored.account().userPrincipalName())));
        var own = new NumberEdit(edit).known(number);
        if (FileTenant.needed(own.location()).isEmpty()) {
            throw TenantEdit.conflict("Telephone number %s has no emergency location".formatted(number));
        }
        if (new HashSet<>(wanted.emergencyNumbers()).size()
                < wanted.emergencyNumbers().size()) {
            throw TenantEdit.invalid("An emergency number stands twice in the policy %s".formatted(wanted.name()));
        }
        wanted.emergencyNumbers().forEach(callback -> checkCallback(callback, own, held.contains(callback)));
    }

    private void checkCallback(PhoneNumber number, TelephoneNumber account, boolean held) {
        if (account.type() == NumberType.DIRECT_ROUTING
                && edit.content().number(number).isEmpty()) {
            // A Direct Routing number need not be in the inventory.
            return;
        }
        var callback = new NumberEdit(edit).known(number);
        if (callback.type() != account.type()
                || !callback.country().known().equals(account.country().known())) {
            throw TenantEdit.invalid(
                    "Emergency number %s is not of the type and country of %s".formatted(number, account.number()));
        }
        if (!callback.may(Capability.USER_ASSIGNMENT).known().orElse(false)) {
            throw TenantEdit.invalid("Emergency number %s is not a subscriber number".formatted(number));
        }
        if (!held && callback.status() != NumberStatus.UNASSIGNED) {
            throw TenantEdit.conflict("Emergency number %s is already in use".formatted(number));
        }
    }

    private boolean granted(PolicyName name) {
        var toGroups = edit.content().groupGrants().stream()
                .flatMap(grants -> grants.read().stream())
                .filter(grant -> grant.kind() == KIND)
                .map(GroupGrant::policy);
        var toPeople = edit.content().users().stream()
                .flatMap(users -> users.values().stream())
                .flatMap(user -> Stream.concat(
                        user.grants().known().map(grants -> grants.get(KIND)).stream(),
                        user.lines().known().stream()
                                .flatMap(List::stream)
                                .flatMap(line -> line.sharedCalling().known().stream())
                                .flatMap(Optional::stream)));
        return Stream.concat(toGroups, toPeople).anyMatch(name::equals);
    }
}
