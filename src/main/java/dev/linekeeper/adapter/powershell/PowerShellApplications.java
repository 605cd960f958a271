package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.AutoAttendant.DirectorySearch;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.ResourceAccount.Association;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.VoiceApplications;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Resource accounts from three cmdlets: the application instance, the account as a user, and its associations. What a
 * cmdlet does not report is a missing fact of that account.
 */
record PowerShellApplications(PowerShell powerShell, Clock clock) implements VoiceApplications {
    private static final int ATTENDANTS_A_PAGE = 100;

    @Override
    public String source() {
        return PowerShell.SOURCE;
    }

    @Override
    public List<ResourceAccount> resourceAccounts() {
        var users =
                powerShell
                        .run(Cmdlet.FIND_USERS, Map.of("AccountType", "ResourceAccount"))
                        .list(Function.identity())
                        .stream()
                        .collect(Collectors.toMap(
                                user -> new UserId(user.at("Identity").text()),
                                Function.identity(),
                                (first, _) -> first));
        return powerShell.run(Cmdlet.READ_ACCOUNTS).list(instance -> {
            var id = new UserId(instance.at("ObjectId").text());
            return account(id, instance, Optional.ofNullable(users.get(id)));
        });
    }

    @Override
    public List<AutoAttendant> autoAttendants() {
        return CmdletPages.of(powerShell, Cmdlet.READ_AUTO_ATTENDANTS, "First", "Skip", ATTENDANTS_A_PAGE).stream()
                .map(PowerShellApplications::autoAttendant)
                .toList();
    }

    private ResourceAccount account(UserId id, JsonCursor instance, Optional<JsonCursor> user) {
        var name = instance.at("UserPrincipalName").text();
        return new ResourceAccount(
                id,
                name,
                instance.at("DisplayName").words().orElse(name),
                fact(instance, "ApplicationId", at -> Application.of(at.text())),
                ofUser(user, "AccountEnabled", JsonCursor::flag),
                ofUser(user, "UsageLocation", JsonCursor::country),
                ofUser(user, "AssignedPlan", plans -> plans.list(PowerShellApplications::plan)),
                fact(instance, "PhoneNumber", JsonCursor::optionalPhone),
                policies(user),
                associations(id));
    }

    private Fact<List<Association>> associations(UserId id) {
        try {
            return known(powerShell
                    .run(Cmdlet.READ_ASSOCIATION, Map.of("Identity", id.value()))
                    .list(association -> new Association(
                            association.at("ConfigurationType").oneOf(Application.class, "an Application"),
                            association.at("ConfigurationId").text())));
        } catch (BackendFailure failure) {
            return failure.kind() == FailureKind.NOT_FOUND
                    ? known(List.of())
                    : Fact.missing("Teams PowerShell: %s".formatted(failure.getMessage()));
        }
    }

    /** A kind that is not listed has nothing assigned, so Global applies; empty when there is no list. */
    private Map<PolicyKind, Fact<Assignment>> policies(Optional<JsonCursor> user) {
        var listed = user.map(found -> found.at("EffectivePolicyAssignments")).filter(list -> !list.empty());
        if (listed.isEmpty()) {
            return Map.of();
        }
        Map<PolicyKind, Fact<Assignment>> policies = new EnumMap<>(PolicyKind.class);
        for (var kind : PolicyKind.values()) {
            policies.put(kind, known(new Assignment.Inherited()));
        }
        listed.get().list(effective -> {
            PolicyKind.ofType(effective.at("PolicyType").text())
                    .ifPresent(kind -> policies.put(kind, factOf(() -> assignment(effective.at("PolicyAssignment")))));
            return effective;
        });
        return policies;
    }

    private static Assignment assignment(JsonCursor assigned) {
        var name = assigned.at("DisplayName").policyName();
        var type = assigned.at("AssignmentType");
        return switch (type.text().toLowerCase(Locale.ROOT)) {
            case "direct" ->
                new Assignment.Direct(
                        name, Fact.missing("Teams PowerShell reports only the policy in effect, not what is beneath"));
            case "group" ->
                new Assignment.ByGroup(name, new GroupId(assigned.at("GroupId").text()));
            default -> throw type.wrong("direct or group");
        };
    }

    private static ServicePlan plan(JsonCursor plan) {
        return new ServicePlan(
                plan.at("ServicePlanId").text(),
                plan.at("CapabilityStatus")
                        .known(ServicePlan.ServicePlanStatus.class)
                        .orElse(ServicePlan.ServicePlanStatus.UNKNOWN));
    }

    private static AutoAttendant autoAttendant(JsonCursor attendant) {
        var menu = attendant.at("DefaultCallFlow").at("Menu");
        var scope = attendant.at("DirectoryLookupScope");
        var operator = attendant.at("Operator");
        return new AutoAttendant(
                attendant
                        .at("Identity")
                        .words()
                        .orElseGet(() -> attendant.at("Id").text()),
                attendant.at("Name").text(),
                menu.at("DirectorySearchMethod").oneOf(DirectorySearch.class, "a DirectorySearch"),
                operator.empty() ? Optional.empty() : operator.at("Id").words(),
                scope.empty() ? Set.of() : groups(scope.at("InclusionScope")),
                scope.empty() ? Set.of() : groups(scope.at("ExclusionScope")),
                attendant.at("ApplicationInstances").list(id -> new UserId(id.text())));
    }

    private static Set<GroupId> groups(JsonCursor scope) {
        return scope.empty()
                ? Set.of()
                : Set.copyOf(scope.at("GroupScope").at("GroupIds").list(id -> new GroupId(id.text())));
    }

    private <T> Fact<T> ofUser(Optional<JsonCursor> user, String property, Function<JsonCursor, T> reading) {
        return user.map(found -> fact(found, property, reading))
                .orElseGet(() -> Fact.missing("Get-CsOnlineUser does not list the account"));
    }

    private <T> Fact<T> fact(JsonCursor of, String property, Function<JsonCursor, T> reading) {
        var found = of.at(property);
        return found.absent()
                ? Fact.missing("%s was not reported".formatted(found.place()))
                : factOf(() -> reading.apply(found));
    }

    private <T> Fact<T> factOf(Supplier<T> reading) {
        try {
            return known(reading.get());
        } catch (BackendFailure unreadable) {
            return Fact.missing("Teams PowerShell: %s".formatted(unreadable.getMessage()));
        }
    }

    private <T> Fact<T> known(T value) {
        return new Fact.Known<>(value, PowerShell.SOURCE, clock.instant());
    }
}
