package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.AutoAttendant.DirectorySearch;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.ResourceAccount.Association;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

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
    public Entries<ResourceAccount> resourceAccounts() {
        Map<UserId, JsonCursor> users = new HashMap<>();
        powerShell
                .run(Cmdlet.FIND_USERS, Map.of("AccountType", "ResourceAccount"))
                .entries(
                        user -> users.putIfAbsent(new UserId(user.at("Identity").text()), user) == null);
        return powerShell.run(Cmdlet.READ_ACCOUNTS).entries(instance -> {
            var id = new UserId(instance.at("ObjectId").text());
            return account(id, instance, Optional.ofNullable(users.get(id)));
        });
    }

    @Override
    public Entries<AutoAttendant> autoAttendants() {
        return JsonCursor.entries(
                CmdletPages.of(powerShell, Cmdlet.READ_AUTO_ATTENDANTS, "First", "Skip", ATTENDANTS_A_PAGE),
                this::autoAttendant);
    }

    @Override
    public WriteReceipt associate(UserId account, String attendant, ChangeKey key) {
        return new AccountAssociations(powerShell).associate(account, attendant, key);
    }

    @Override
    public WriteReceipt create(String userPrincipalName, String displayName, ChangeKey key) {
        return new AccountWrites(powerShell).create(userPrincipalName, displayName, key);
    }

    @Override
    public WriteReceipt assign(
            UserId account, PhoneNumber number, NumberType type, Optional<LocationId> place, ChangeKey key) {
        return new AccountWrites(powerShell).assign(account, number, type, place, key);
    }

    @Override
    public WriteReceipt dissociate(UserId account, ChangeKey key) {
        return new AccountAssociations(powerShell).dissociate(account, key);
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
                ofUser(user, "AssignedPlan", plans -> CatalogueReader.plans(stated(plans))),
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
            return known(new AccountAssociations(powerShell).of(id));
        } catch (BackendFailure failure) {
            return Fact.missing("Teams PowerShell: %s".formatted(failure.getMessage()));
        }
    }

    private AutoAttendant autoAttendant(JsonCursor attendant) {
        var id = attendant
                .at("Identity")
                .words()
                .orElseGet(() -> attendant.at("Id").text());
        var instances = attendant.at("ApplicationInstances");
        return new AutoAttendant(
                id,
                attendant.at("Name").fact(JsonCursor::text).known().orElse(id),
                factOf(() -> attendant
                        .at("DefaultCallFlow")
                        .at("Menu")
                        .at("DirectorySearchMethod")
                        .oneOf(DirectorySearch.class, "a DirectorySearch")),
                fact(
                        attendant,
                        "Operator",
                        operator -> operator.optional(found -> found.at("Id").text())),
                groups(attendant, "InclusionScope"),
                groups(attendant, "ExclusionScope"),
                instances.node().isArray()
                        ? instances.entries(held -> new UserId(held.text())).read()
                        : List.of());
    }

    /** The groups of one half of the scope; none where there is no such half. */
    private Fact<Set<GroupId>> groups(JsonCursor attendant, String half) {
        return factOf(() -> {
            var scope = attendant.at("DirectoryLookupScope");
            if (scope.empty() || scope.at(half).empty()) {
                return Set.of();
            }
            var ids = stated(scope.at(half).at("GroupScope")).at("GroupIds");
            return Set.copyOf(stated(ids).list(group -> new GroupId(group.text())));
        });
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
