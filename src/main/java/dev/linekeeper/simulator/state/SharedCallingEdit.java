package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Changes to Shared Calling policies under the service's rules: the account needs a number with a location, callback
 * numbers must be free and of the type and country of the account's
 * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/new-csteamssharedcallingroutingpolicy">cmdlet</a>).
 */
record SharedCallingEdit(TenantEdit edit) {
    private static final PolicyKind KIND = PolicyKind.SHARED_CALLING;

    Optional<Policy.SharedCalling> find(PolicyName name) {
        return Optional.ofNullable(edit.policies(KIND).get(name))
                .filter(Policy.SharedCalling.class::isInstance)
                .map(Policy.SharedCalling.class::cast);
    }

    /** Adds the policy, or replaces the one of the same name. */
    TenantContent put(Policy.SharedCalling wanted) {
        var before = find(wanted.name());
        var freed = free(before.map(Policy.SharedCalling::emergencyNumbers).orElse(List.of()));
        freed.check(wanted);
        var changed = freed.edit.replace(KIND, wanted.name(), Optional.of(wanted));
        for (var number : wanted.emergencyNumbers()) {
            var known = changed.content().number(number);
            if (known.isPresent()) {
                var target = "%s|Tag:%s".formatted(KIND.type(), wanted.name());
                changed = changed.replace(
                        NumberEdit.withStatus(known.get(), NumberStatus.POLICY_ASSIGNED, Optional.of(target)));
            }
        }
        return changed.content();
    }

    TenantContent remove(Policy.SharedCalling policy) {
        if (granted(policy.name())) {
            throw TenantEdit.conflict("The policy %s is still assigned to people or groups".formatted(policy.name()));
        }
        return free(policy.emergencyNumbers())
                .edit
                .replace(KIND, policy.name(), Optional.empty())
                .content();
    }

    private SharedCallingEdit free(List<PhoneNumber> numbers) {
        var changed = edit;
        for (var number : numbers) {
            var known = changed.content().number(number);
            if (known.isPresent()) {
                changed =
                        changed.replace(NumberEdit.withStatus(known.get(), NumberStatus.UNASSIGNED, Optional.empty()));
            }
        }
        return new SharedCallingEdit(changed);
    }

    private void check(Policy.SharedCalling wanted) {
        var account = wanted.resourceAccount()
                .orElseThrow(
                        () -> TenantEdit.invalid("The policy %s names no resource account".formatted(wanted.name())));
        var stored = edit.findAccount(account)
                .orElseThrow(() -> TenantEdit.invalid("No resource account has the id %s".formatted(account)));
        var number = FileTenant.needed(stored.account().number())
                .orElseThrow(() -> TenantEdit.conflict("The resource account %s has no telephone number"
                        .formatted(stored.account().userPrincipalName())));
        var own = edit.number(number);
        if (FileTenant.needed(own.location()).isEmpty()) {
            throw TenantEdit.conflict("Telephone number %s has no emergency location".formatted(number));
        }
        if (new HashSet<>(wanted.emergencyNumbers()).size()
                < wanted.emergencyNumbers().size()) {
            throw TenantEdit.invalid("An emergency number stands twice in the policy %s".formatted(wanted.name()));
        }
        wanted.emergencyNumbers().forEach(callback -> checkCallback(callback, own));
    }

    private void checkCallback(PhoneNumber number, TelephoneNumber account) {
        if (account.type() == NumberType.DIRECT_ROUTING
                && edit.content().number(number).isEmpty()) {
            // A Direct Routing number need not be in the inventory.
            return;
        }
        var callback = edit.number(number);
        if (callback.type() != account.type()
                || !callback.country().known().equals(account.country().known())) {
            throw TenantEdit.invalid(
                    "Emergency number %s is not of the type and country of %s".formatted(number, account.number()));
        }
        if (!callback.may(Capability.USER_ASSIGNMENT).known().orElse(false)) {
            throw TenantEdit.invalid("Emergency number %s is not a subscriber number".formatted(number));
        }
        if (callback.status() != NumberStatus.UNASSIGNED) {
            throw TenantEdit.conflict("Emergency number %s is already in use".formatted(number));
        }
    }

    private boolean granted(PolicyName name) {
        var toGroups = edit.content().groupGrants().stream()
                .flatMap(List::stream)
                .anyMatch(grant -> grant.kind() == KIND && grant.policy().equals(name));
        return toGroups
                || edit.content().users().stream()
                        .flatMap(users -> users.values().stream())
                        .anyMatch(user -> name.equals(user.grants()
                                        .known()
                                        .map(grants -> grants.get(KIND))
                                        .orElse(null))
                                || user.lines().known().stream()
                                        .flatMap(List::stream)
                                        .anyMatch(line -> line.sharedCalling()
                                                .known()
                                                .flatMap(policy -> policy)
                                                .filter(name::equals)
                                                .isPresent()));
    }
}
