package dev.linekeeper.service.setup;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.RoleGroupSource;
import dev.linekeeper.service.people.RoleGroups;
import dev.linekeeper.service.setup.RoleGroupStore.ChosenGroup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The groups of the settings, and for voice admins and approvers, where no setting names one, the group an owner has chosen.
 * A setting that is written wins. Thread-safe.
 */
public final class RoleGroupsInForce implements RoleGroupSource {
    /** The roles for which a group can be chosen. */
    public static final Set<Role> CHOOSABLE = Set.of(Role.ADMIN, Role.APPROVER);

    private final RoleGroups written;
    private final RoleGroupStore store;
    private final Clock clock;
    private final Set<Role> open;
    private volatile @Nullable Read last;

    private record Read(RoleGroups groups, Instant at) {}

    public RoleGroupsInForce(RoleGroups written, RoleGroupStore store, Clock clock) {
        this.written = written;
        this.store = store;
        this.clock = clock;
        this.open =
                CHOOSABLE.stream().filter(role -> written.of(role).isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public RoleGroups within(Duration maxAge) {
        Read read = last;
        if (open.isEmpty()) {
            return written;
        }
        if (read == null || !clock.instant().isBefore(read.at().plus(maxAge))) {
            Instant now = clock.instant();
            read = new Read(merged(store.chosen()), now);
            last = read;
        }
        return read.groups();
    }

    /** Whether a setting names the groups of the role, so that none can be chosen. */
    public boolean isWritten(Role role) {
        return !open.contains(role);
    }

    /** The group that was chosen for the role and holds. */
    public Optional<ChosenGroup> chosen(Role role) {
        return isWritten(role)
                ? Optional.empty()
                : Optional.ofNullable(store.chosen().get(role));
    }

    /** The next who asks reads anew: another group was chosen here. */
    void forget() {
        last = null;
    }

    private RoleGroups merged(Map<Role, ChosenGroup> chosen) {
        Map<Role, Set<GroupId>> groups = new EnumMap<>(Role.class);
        groups.putAll(written.groups());
        chosen.forEach((role, group) -> {
            if (open.contains(role)) {
                groups.put(role, Set.of(group.group()));
            }
        });
        return new RoleGroups(groups, written.scopes());
    }
}
