package dev.linekeeper.service.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.HandClock;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may do what, and what is said when that cannot be looked up. */
class RolesTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BEN = new UserId("ben");
    private static final GroupId ADMINS = new GroupId("admins");
    private static final GroupId MORE_ADMINS = new GroupId("more-admins");
    private static final GroupId APPROVERS = new GroupId("approvers");

    private final HandClock clock = new HandClock(Instant.parse("2026-11-27T12:00:00Z"));
    private final Map<GroupId, Set<UserId>> groups =
            new HashMap<>(Map.of(ADMINS, Set.of(ANA), MORE_ADMINS, Set.of(), APPROVERS, Set.of(BEN)));
    private final Roles roles = new Roles(
            (Directory) Proxy.newProxyInstance(
                    Directory.class.getClassLoader(),
                    new Class<?>[] {Directory.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "members" -> members((GroupId) arguments[0]);
                        case "source" -> "a directory";
                        default -> InvocationHandler.invokeDefault(proxy, method, arguments);
                    }),
            Map.of(Role.ADMIN, Set.of(ADMINS, MORE_ADMINS), Role.APPROVER, Set.of(APPROVERS)),
            clock,
            Duration.ofSeconds(30));

    @Test
    @Requirement("T1")
    void a_role_comes_from_a_group_that_can_be_read() {
        assertThat(roles.of(ANA)).containsExactly(Role.USER, Role.ADMIN);
        assertThat(roles.hasAny(ANA, Set.of(Role.APPROVER))).isFalse();
        assertThat(roles.hasAny(BEN, Set.of(Role.ADMIN, Role.APPROVER))).isTrue();
        assertThat(roles.hasAny(BEN, Set.of(Role.AUDITOR)))
                .as("no group is named for it")
                .isFalse();
    }

    @Test
    @Requirement("T1")
    void a_group_that_cannot_be_read_is_no_refusal() {
        groups.remove(ADMINS);
        assertThatThrownBy(() -> roles.hasAny(ANA, Set.of(Role.ADMIN)))
                .isInstanceOfSatisfying(RolesNotRead.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(FailureKind.TRANSIENT);
                    assertThat(failure).hasMessage("unexpected end of stream");
                });
        assertThatThrownBy(() -> roles.hasAnyOver(BEN, Set.of(Role.ADMIN), ANA)).isInstanceOf(RolesNotRead.class);
        assertThatThrownBy(() -> roles.of(BEN)).isInstanceOf(RolesNotRead.class);
        assertThatThrownBy(() -> roles.holders(Role.ADMIN)).isInstanceOf(RolesNotRead.class);
        assertThat(roles.holdsOver(ANA, Role.ADMIN, BEN)).isInstanceOf(Fact.Missing.class);
    }

    @Test
    void a_group_that_cannot_be_read_hides_nothing_another_group_says() {
        groups.remove(MORE_ADMINS);
        assertThat(roles.hasAny(ANA, Set.of(Role.ADMIN))).isTrue();
        assertThat(roles.hasAny(BEN, Set.of(Role.ADMIN, Role.APPROVER))).isTrue();
        assertThat(roles.hasAny(BEN, Set.of(Role.APPROVER))).isTrue();
        assertThat(roles.hasAny(ANA, Set.of(Role.USER, Role.ADMIN))).isTrue();
    }

    @Test
    void what_may_be_offered_includes_what_could_not_be_looked_up() {
        groups.remove(ADMINS);
        assertThat(roles.maybe(BEN)).containsExactly(Role.USER, Role.ADMIN, Role.APPROVER);
        assertThat(roles.maybe(ANA)).containsExactly(Role.USER, Role.ADMIN);
    }

    @Test
    @Requirement("T1")
    void a_failure_is_not_remembered_and_what_was_read_is_for_a_while() {
        groups.remove(ADMINS);
        assertThatThrownBy(() -> roles.hasAny(ANA, Set.of(Role.ADMIN))).isInstanceOf(RolesNotRead.class);
        groups.put(ADMINS, Set.of(ANA));
        assertThat(roles.hasAny(ANA, Set.of(Role.ADMIN))).isTrue();
        groups.remove(ADMINS);
        assertThat(roles.hasAny(ANA, Set.of(Role.ADMIN))).isTrue();
        assertThatThrownBy(() -> roles.hasAnyOver(ANA, Set.of(Role.ADMIN), BEN)).isInstanceOf(RolesNotRead.class);
        clock.pass(Duration.ofSeconds(31));
        assertThatThrownBy(() -> roles.hasAny(ANA, Set.of(Role.ADMIN))).isInstanceOf(RolesNotRead.class);
    }

    private Set<UserId> members(GroupId group) {
        var read = groups.get(group);
        if (read == null) {
            throw new BackendFailure(FailureKind.TRANSIENT, "unexpected end of stream");
        }
        return read;
    }
}
