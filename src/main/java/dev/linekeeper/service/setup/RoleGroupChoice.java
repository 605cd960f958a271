package dev.linekeeper.service.setup;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.RoleGroups;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.setup.RoleGroupStore.ChosenGroup;
import dev.linekeeper.service.tenant.Directory;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An owner's choice of the group whose members are voice admins or approvers, kept and in the audit trail. Thread-safe. */
public record RoleGroupChoice(
        RoleGroupsInForce groups,
        RoleGroupStore store,
        Roles roles,
        Directory directory,
        AuditTrail trail,
        Transactions transactions,
        Clock clock) {
    /** What came of a choice. */
    public sealed interface GroupChoice {
        /** The group holds the role from now on; it has so many members. */
        record Chosen(int people) implements GroupChoice {}

        /** It holds the role already. */
        record ChosenBefore() implements GroupChoice {}

        /** The setting of that name holds, whatever is chosen. */
        record Written(String setting) implements GroupChoice {}

        /** Nobody is in the group, so nobody would hold the role. */
        record Empty() implements GroupChoice {}

        /** They are no owner. */
        record NotAnOwner() implements GroupChoice {}
    }

    /**
     * Chooses the group for one of {@link RoleGroupsInForce#CHOOSABLE}. The owner's role and the members are read now.
     *
     * @throws dev.linekeeper.service.people.RolesNotRead when it is not known whether they are an owner
     * @throws dev.linekeeper.service.tenant.BackendFailure when the members cannot be read
     */
    public GroupChoice choose(UserId who, Role role, GroupId group) {
        if (!roles.hasAnyOver(who, Set.of(Role.OWNER), PolicyName.GLOBAL)) {
            return new GroupChoice.NotAnOwner();
        }
        if (groups.isWritten(role)) {
            return new GroupChoice.Written(RoleGroups.setting(role));
        }
        int people = directory.members(group).size();
        if (people == 0) {
            return new GroupChoice.Empty();
        }
        GroupChoice choice = transactions.run(() -> {
            Optional<GroupId> before = groups.chosen(role).map(ChosenGroup::group);
            if (before.equals(Optional.of(group))) {
                return new GroupChoice.ChosenBefore();
            }
            store.keep(role, new ChosenGroup(group, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            Map<String, String> details =
                    new TreeMap<>(Map.of("setting", RoleGroups.setting(role), "value", group.value()));
            before.ifPresent(was -> details.put("before", was.value()));
            trail.append(new AuditEntry(
                    clock.instant(), Optional.of(who), Action.SETTING, Optional.empty(), Optional.empty(), details));
            return new GroupChoice.Chosen(people);
        });
        groups.forget();
        return choice;
    }
}
