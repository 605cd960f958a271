package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.AutoAttendant.DirectorySearch;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.ResourceAccount.Association;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.VoiceApplications;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resource accounts from three cmdlets: the application instance, the account as a user, and its associations. What a
 * cmdlet does not report is a missing fact of that account.
 */
record PowerShellApplications(PowerShell powerShell, Clock clock) implements VoiceApplications {
    private static final Logger log = LoggerFactory.getLogger(PowerShellApplications.class);
    private static final int ATTENDANTS_A_PAGE = 100;

    @Override
    public String source() {
        return PowerShell.SOURCE;
    }

    @Override
    public List<ResourceAccount> resourceAccounts() {
        Map<UserId, JsonCursor> users = new HashMap<>();
        powerShell
                .run(Cmdlet.FIND_USERS, Map.of("AccountType", "ResourceAccount"))
                .list(Function.identity())
                .forEach(user -> user.at("Identity").words().ifPresent(id -> users.putIfAbsent(new UserId(id), user)));
        return readable(powerShell.run(Cmdlet.READ_ACCOUNTS).list(Function.identity()), instance -> {
            var id = new UserId(instance.at("ObjectId").text());
            return account(id, instance, Optional.ofNullable(users.get(id)));
        });
    }

    @Override
    public List<AutoAttendant> autoAttendants() {
        return readable(
                CmdletPages.of(powerShell, Cmdlet.READ_AUTO_ATTENDANTS, "First", "Skip", ATTENDANTS_A_PAGE),
                PowerShellApplications::autoAttendant);
    }

    /** What cannot be read is left out and named in the log, so that what depends on it is unknown and the rest is not. */
    private static <T> List<T> readable(List<JsonCursor> entries, Function<JsonCursor, T> reading) {
        return entries.stream()
                .flatMap(entry -> {
                    try {
                        return Stream.of(reading.apply(entry));
                    } catch (BackendFailure unreadable) {
                        if (unreadable.kind() != FailureKind.PROTOCOL) {
                            throw unreadable;
                        }
                        log.warn("event=powershell_entry_unreadable why=\"{}\"", unreadable.getMessage());
                        return Stream.empty();
                    }
                })
                .toList();
    }

    private ResourceAccount account(UserId id, JsonCursor instance, Optional<JsonCursor> listed) {
        var name = instance.at("UserPrincipalName").words().orElseGet(id::value);
        var associations = associations(id);
        // Some tenants leave the plans out of the list and tell them when asked for the account alone.
        var user = listed.filter(found -> found.at("AssignedPlan").empty()).isPresent()
                ? alone(id).or(() -> listed)
                : listed;
        return new ResourceAccount(
                id,
                name,
                instance.at("DisplayName").words().orElse(name),
                application(instance.at("ApplicationId"), associations),
                ofUser(user, "AccountEnabled", JsonCursor::flag),
                ofUser(user, "UsageLocation", JsonCursor::country),
                ofUser(user, "AssignedPlan", plans -> stated(plans).list(PowerShellApplications::plan)),
                fact(instance, "PhoneNumber", JsonCursor::optionalPhone),
                new AccountPolicies(powerShell, clock).of(id, user),
                associations);
    }

    private Optional<JsonCursor> alone(UserId id) {
        try {
            return powerShell.run(Cmdlet.FIND_USERS, Map.of("Identity", id.value())).list(Function.identity()).stream()
                    .findFirst();
        } catch (BackendFailure unknown) {
            return Optional.empty();
        }
    }

    /** What the account is for: by its application, else by what it is associated with. */
    private Fact<Application> application(JsonCursor applicationId, Fact<List<Association>> associations) {
        return applicationId.words().isPresent()
                ? factOf(() -> Application.of(applicationId.text()))
                : associations.flatMap(all -> all.isEmpty()
                        ? Fact.missing("%s is empty".formatted(applicationId.place()))
                        : known(all.getFirst().type()));
    }

    /** A list that is null was not told; an empty one is empty. */
    private static JsonCursor stated(JsonCursor list) {
        if (list.empty()) {
            throw list.wrong("a list");
        }
        return list;
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
        return scope.empty() || scope.at("GroupScope").empty()
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
