package dev.linekeeper.service.override;

import static dev.linekeeper.simulator.state.Fabrikam.demo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.override.OverrideState.OverrideAsked;
import dev.linekeeper.core.override.OverrideState.OverrideEnd;
import dev.linekeeper.core.override.OverrideState.OverrideInForce;
import dev.linekeeper.core.override.OverrideState.OverrideOver;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.override.OverrideMove.OverrideMoved;
import dev.linekeeper.service.override.OverrideSubmission.OverrideWish;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.people.RolesNotRead;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an override by itself, over restarts and while others do not answer. */
class OverrideWatchTest {
    private static final UserId ANA = new UserId("5e43303f-8f5c-57de-abb6-c2c813ee3de4");
    private static final UserId SAM = new UserId("ebdcdfc7-7e07-532c-948c-dfe8b4fb7c0d");
    private static final UserId LEE = new UserId("2bcadb2f-2b54-5310-adc4-3a91a5ed46f6");
    private static final UserId PRIYA = new UserId("ab8a3eb0-c8e4-527d-ad37-d7a29118142b");
    private static final UserId INGRID = new UserId("b0f8129b-0cfc-550b-b815-33141382a2a3");
    private static final UserId OMAR = new UserId("a156df82-4f09-5ae1-beac-b272175f854c");
    private static final PolicyName BORROWED = new PolicyName("Seattle borrowed");

    @TempDir
    static Path folder;

    private static OpenedStore store;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-28T09:00:00Z"));
    private final SimulatedTenant tenant = demo(clock);
    private final Set<UserId> left = new HashSet<>();
    private boolean silent;
    private OverridesForTests overrides;

    @BeforeAll
    static void open() {
        store = OpenedStore.inFile(folder, Clock.systemUTC());
    }

    @BeforeEach
    void start() {
        store.forgetEverything();
        told(true);
        overrides = started();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    /** The same data, in a process that has just started. */
    private OverridesForTests restarted() {
        close();
        open();
        overrides = started();
        return overrides;
    }

    private OverridesForTests started() {
        return new OverridesForTests(
                store,
                tenant.ports().reader(clock, Duration.ofHours(1)),
                new JudgementSettings(Optional.of(new PolicyName("NoPSTN")), false, Map.of()),
                new Roles(
                        directory(),
                        Map.of(
                                Role.ADMIN, Set.of(new GroupId("5949c86b-0ee4-5556-9acb-bfa0ff185d45")),
                                Role.APPROVER, Set.of(new GroupId("b3c5e9a9-57e7-596a-9ac2-b3f69f9b502f")),
                                Role.AUDITOR, Set.of(new GroupId("2bcc861f-85bb-5cd9-8f30-fbcae7dcb377")),
                                Role.OWNER, Set.of(new GroupId("81406b08-ec71-5056-b8b6-d70da63a6287"))),
                        clock,
                        Duration.ZERO),
                Sample.POLICY,
                clock);
    }

    /** The demo's, which may be silent, and in whose groups somebody may be no more. */
    private Directory directory() {
        Directory real = tenant.ports().directory();
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (_, method, arguments) -> {
                    if (silent) {
                        throw new BackendFailure(FailureKind.TRANSIENT, "The directory is silent");
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (answer instanceof Set<?> members) {
                            var now = new HashSet<Object>(members);
                            now.removeAll(left);
                            return now;
                        }
                        return answer;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    @Test
    @Requirement("T30")
    void its_end_comes_over_a_restart_and_is_told_and_the_person_is_broken_again() {
        RequestId id = inForce(LocalDate.of(2026, 12, 10));
        UserId person = stored(id).override().person();
        clock.pass(Duration.ofDays(12));
        restarted();
        assertThat(overrides.inForce().of(person)).isPresent();
        told(true);

        clock.pass(Duration.ofHours(15));
        assertThat(overrides.inForce().of(person)).as("before anybody looked").isEmpty();
        restarted().watch().run();
        assertThat(stored(id).override().state()).isInstanceOfSatisfying(OverrideOver.class, over -> {
            assertThat(over.how()).isEqualTo(OverrideEnd.EXPIRED);
            assertThat(over.by()).isEmpty();
        });
        assertThat(told(false)).containsExactlyInAnyOrder(ANA, SAM, LEE, PRIYA, INGRID, OMAR);
        assertThat(overrides.inForce().of(person)).isEmpty();
        overrides.watch().run();
        assertThat(told(false)).hasSize(6);
    }

    @Test
    void nobody_who_decides_in_time_ends_it_and_a_late_yes_does_nothing() {
        RequestId id = asked(LocalDate.of(2026, 12, 10));
        overrides.desk().approve(LEE, id, OptionalLong.empty());
        clock.pass(Duration.ofDays(3));
        overrides.desk().approve(PRIYA, id, OptionalLong.empty());
        assertThat(stored(id).override().approvals()).hasSize(1);
        overrides.watch().run();
        assertThat(stored(id).override().state())
                .isInstanceOfSatisfying(
                        OverrideOver.class, over -> assertThat(over.how()).isEqualTo(OverrideEnd.LAPSED));
    }

    @Test
    @Requirement("T30")
    void while_the_directory_does_not_say_who_approves_nothing_is_agreed_to() {
        RequestId id = asked(LocalDate.of(2026, 12, 10));
        overrides.desk().approve(LEE, id, OptionalLong.empty());
        silent = true;
        assertThatThrownBy(() -> overrides.desk().approve(PRIYA, id, OptionalLong.empty()))
                .isInstanceOf(RolesNotRead.class);
        silent = false;
        assertThat(stored(id).override().approvals()).hasSize(1);
        assertThat(stored(id).override().state()).isInstanceOf(OverrideAsked.class);
    }

    @Test
    @Requirement("T30")
    void the_yes_of_somebody_who_is_no_approver_any_more_counts_no_more() {
        RequestId id = asked(LocalDate.of(2026, 12, 10));
        overrides.desk().approve(LEE, id, OptionalLong.empty());
        left.add(LEE);
        overrides.desk().approve(PRIYA, id, OptionalLong.empty());
        assertThat(stored(id).override().state()).isInstanceOf(OverrideAsked.class);
        overrides.desk().approve(SAM, id, OptionalLong.empty());
        assertThat(stored(id).override().state()).isInstanceOf(OverrideInForce.class);
        assertThat(stored(id).override().approvals())
                .extracting(approval -> approval.by())
                .containsExactly(PRIYA, SAM);
    }

    @Test
    void what_was_shown_in_another_state_is_not_agreed_to_unseen() {
        RequestId id = asked(LocalDate.of(2026, 12, 10));
        overrides.desk().approve(LEE, id, OptionalLong.of(1));
        overrides.desk().approve(PRIYA, id, OptionalLong.of(1));
        assertThat(stored(id).override().approvals()).hasSize(1);
    }

    private RequestId inForce(LocalDate until) {
        RequestId id = asked(until);
        overrides.desk().approve(LEE, id, OptionalLong.empty());
        overrides.desk().approve(PRIYA, id, OptionalLong.empty());
        assertThat(stored(id).override().state()).isInstanceOf(OverrideInForce.class);
        return id;
    }

    private RequestId asked(LocalDate until) {
        UserId megan = tenant.ports()
                .directory()
                .findByPrincipalName("megan.bowen@contoso.example")
                .orElseThrow()
                .id();
        var move = overrides.submission().ask(new OverrideWish(ANA, megan, BORROWED, until, "the port"));
        return ((OverrideMoved) move).now().override().id();
    }

    private StoredOverride stored(RequestId id) {
        return store.overrides().find(id).orElseThrow();
    }

    /** Whom a message waits for, which are then forgotten where that is wanted. */
    private List<UserId> told(boolean forget) {
        var told = store.sql()
                .sql("select person from message where kind = 'OUTCOME'")
                .query((row, _) -> new UserId(row.getString(1)))
                .list();
        if (forget) {
            store.sql().sql("delete from message").update();
        }
        return told;
    }
}
