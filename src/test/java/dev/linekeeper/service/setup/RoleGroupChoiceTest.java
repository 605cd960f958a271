package dev.linekeeper.service.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.RoleGroups;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.people.RolesNotRead;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.setup.RoleGroupChoice.GroupChoice;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.ManualTime;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** An owner's choice of a group, and when it holds. */
class RoleGroupChoiceTest {
    private static final GroupId OWNERS = new GroupId("owners");
    private static final GroupId SALES = new GroupId("sales");
    private static final GroupId VOICE = new GroupId("voice");
    private static final UserId OMAR = new UserId("omar");
    private static final UserId LEE = new UserId("lee");
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final Map<GroupId, Set<UserId>> members = new HashMap<>(
            Map.of(OWNERS, Set.of(OMAR), SALES, Set.of(LEE), VOICE, Set.of(LEE, OMAR), new GroupId("empty"), Set.of()));
    private final List<AuditEntry> audited = new ArrayList<>();
    private final Kept store = new Kept();
    private final ManualTime time = new ManualTime();

    @Test
    void a_choice_holds_here_at_once_and_elsewhere_when_what_was_read_is_old() {
        var here = inForce(Map.of());
        var elsewhere = inForce(Map.of());
        assertThat(here.within(TEN_SECONDS).of(Role.APPROVER)).isEmpty();
        assertThat(elsewhere.within(TEN_SECONDS).of(Role.APPROVER)).isEmpty();

        assertThat(choose(here, OMAR, Role.APPROVER, VOICE)).isEqualTo(new GroupChoice.Chosen(2));

        assertThat(here.within(TEN_SECONDS).of(Role.APPROVER)).containsExactly(VOICE);
        assertThat(elsewhere.within(TEN_SECONDS).of(Role.APPROVER)).isEmpty();
        assertThat(elsewhere.within(Duration.ZERO).of(Role.APPROVER)).containsExactly(VOICE);
    }

    @Test
    void who_chose_what_in_place_of_what_is_in_the_audit_trail_once() {
        var groups = inForce(Map.of());
        choose(groups, OMAR, Role.ADMIN, SALES);
        assertThat(choose(groups, OMAR, Role.ADMIN, SALES)).isEqualTo(new GroupChoice.ChosenBefore());
        choose(groups, OMAR, Role.ADMIN, VOICE);

        assertThat(audited)
                .allSatisfy(entry -> assertThat(entry.actor()).contains(OMAR))
                .extracting(AuditEntry::details)
                .containsExactly(
                        new TreeMap<>(Map.of("setting", "linekeeper.roles.admin", "value", "sales")),
                        new TreeMap<>(
                                Map.of("setting", "linekeeper.roles.admin", "value", "voice", "before", "sales")));
    }

    @Test
    void what_is_written_what_is_empty_and_who_is_no_owner_change_nothing() {
        var written = inForce(Map.of(Role.APPROVER, Set.of(SALES)));

        assertThat(choose(written, OMAR, Role.APPROVER, VOICE))
                .isEqualTo(new GroupChoice.Written("linekeeper.roles.approver"));
        assertThat(choose(written, OMAR, Role.ADMIN, new GroupId("empty"))).isEqualTo(new GroupChoice.Empty());
        assertThat(choose(written, LEE, Role.ADMIN, VOICE)).isEqualTo(new GroupChoice.NotAnOwner());
        // Chosen before the setting was written: it counts no more.
        store.groups.put(Role.APPROVER, new RoleGroupStore.ChosenGroup(VOICE, time.instant()));
        assertThat(written.within(Duration.ZERO).of(Role.APPROVER)).containsExactly(SALES);
        assertThat(written.chosen(Role.APPROVER)).isEmpty();
        assertThat(audited).isEmpty();
    }

    @Test
    void what_cannot_be_read_changes_nothing_either() {
        members.remove(SALES);
        assertThatThrownBy(() -> choose(inForce(Map.of()), OMAR, Role.ADMIN, SALES))
                .isInstanceOf(BackendFailure.class);
        members.remove(OWNERS);
        assertThatThrownBy(() -> choose(inForce(Map.of()), OMAR, Role.ADMIN, VOICE))
                .isInstanceOf(RolesNotRead.class);
        assertThat(store.groups).isEmpty();
    }

    private RoleGroupsInForce inForce(Map<Role, Set<GroupId>> more) {
        var written = new EnumMap<Role, Set<GroupId>>(Map.of(Role.OWNER, Set.of(OWNERS)));
        written.putAll(more);
        return new RoleGroupsInForce(new RoleGroups(written), store, time);
    }

    private GroupChoice choose(RoleGroupsInForce groups, UserId who, Role role, GroupId group) {
        var directory = (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (_, method, arguments) -> {
                    if (!method.getName().equals("members")) {
                        throw new AssertionError(method);
                    }
                    if (!members.containsKey((GroupId) arguments[0])) {
                        throw new BackendFailure(FailureKind.TRANSIENT, "gone");
                    }
                    return members.get((GroupId) arguments[0]);
                });
        var trail = (AuditTrail) Proxy.newProxyInstance(
                AuditTrail.class.getClassLoader(), new Class<?>[] {AuditTrail.class}, (_, method, arguments) -> {
                    if (!method.getName().equals("append")) {
                        throw new AssertionError(method);
                    }
                    audited.add((AuditEntry) arguments[0]);
                    return null;
                });
        Transactions transactions = new Transactions() {
            @Override
            public <T> T run(Supplier<T> work) {
                return work.get();
            }
        };
        var roles = new Roles(directory, groups, time, Duration.ZERO);
        return new RoleGroupChoice(groups, store, roles, directory, trail, transactions, time).choose(who, role, group);
    }

    private static final class Kept implements RoleGroupStore {
        private final Map<Role, ChosenGroup> groups = new EnumMap<>(Role.class);

        @Override
        public Map<Role, ChosenGroup> chosen() {
            return Map.copyOf(groups);
        }

        @Override
        public void keep(Role role, ChosenGroup group) {
            groups.put(role, group);
        }
    }
}
