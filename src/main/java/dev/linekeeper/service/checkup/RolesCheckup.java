package dev.linekeeper.service.checkup;

import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.RoleGroups;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Who holds which role, read straight from the groups: a role without people is the commonest way to be locked out. */
public final class RolesCheckup implements Checkup {
    private static final Set<Role> INDISPENSABLE = Set.of(Role.ADMIN, Role.APPROVER);

    private final Directory directory;
    private final Supplier<RoleGroups> groups;
    private final ApprovalPolicy policy;

    /** {@code groups} as they are now, those that were chosen included. */
    public RolesCheckup(Directory directory, Supplier<RoleGroups> groups, ApprovalPolicy policy) {
        this.directory = directory;
        this.groups = groups;
        this.policy = policy;
    }

    @Override
    public List<SetupCheck> checks() {
        var roles = Arrays.stream(Role.values()).filter(role -> role != Role.USER);
        try {
            var now = groups.get();
            return roles.map(role -> check(role, now.of(role))).toList();
        } catch (BackendFailure unread) {
            var why = SetupCheck.notChecked(String.valueOf(unread.getMessage()));
            return roles.map(role -> of(role, CheckState.UNKNOWN, why)).toList();
        }
    }

    private SetupCheck check(Role role, Set<GroupId> named) {
        if (named.isEmpty() && role == Role.ATTESTER) {
            return of(role, CheckState.GOOD, Explanation.of("doctor.found.admins-attest"));
        }
        if (named.isEmpty()) {
            return of(role, lacking(role), SetupCheck.nothingFound());
        }
        var people = new HashSet<UserId>();
        for (GroupId group : named) {
            try {
                people.addAll(directory.members(group));
            } catch (BackendFailure failure) {
                return of(role, CheckState.UNKNOWN, SetupCheck.notChecked(String.valueOf(failure.getMessage())));
            }
        }
        int needed = Math.max(policy.quorum(), policy.highRiskQuorum());
        if (role == Role.APPROVER && !people.isEmpty() && people.size() < needed) {
            return of(
                    role,
                    people.size() < policy.quorum() ? CheckState.MISSING : CheckState.ATTENTION,
                    Explanation.of("doctor.found.too-few-people", people.size(), needed));
        }
        return of(
                role,
                people.isEmpty() ? lacking(role) : CheckState.GOOD,
                Explanation.of("doctor.found.people", people.size(), named.size()));
    }

    private static CheckState lacking(Role role) {
        return INDISPENSABLE.contains(role) ? CheckState.MISSING : CheckState.ATTENTION;
    }

    private static SetupCheck of(Role role, CheckState state, Explanation found) {
        String setting = RoleGroups.setting(role);
        return SetupCheck.of("role", state, setting, found, role, setting).withLoss("role." + role.name());
    }
}
