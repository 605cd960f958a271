package dev.linekeeper.service.mode;

import static dev.linekeeper.core.enrolment.OperatingMode.DRY_RUN;
import static dev.linekeeper.core.enrolment.OperatingMode.LIVE;
import static dev.linekeeper.core.enrolment.OperatingMode.READ_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.enrolment.OperatingMode.ModeLimits;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.drift.DriftsForTests;
import dev.linekeeper.service.mode.ModeSwitch.ModeChoice;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.ManualTime;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the settings allow, how long a wish waits, and who may at the moment they ask. */
class ModeSwitchTest {
    private static final UserId OLA = new UserId("ola");
    private static final UserId ANA = new UserId("ana");
    private static final GroupId OWNERS = new GroupId("owners");
    private static final GroupId ADMINS = new GroupId("admins");

    private final ManualTime time = new ManualTime();
    private final OpenedStore store = OpenedStore.inMemory("switch-" + UUID.randomUUID(), time);
    private Set<UserId> admins = Set.of(ANA);
    private final Roles roles = new Roles(
            (Directory) Proxy.newProxyInstance(
                    Directory.class.getClassLoader(),
                    new Class<?>[] {Directory.class},
                    (proxy, method, arguments) -> method.getName().equals("members")
                            ? (arguments[0].equals(OWNERS) ? Set.of(OLA) : admins)
                            : InvocationHandler.invokeDefault(proxy, method, arguments)),
            Map.of(Role.OWNER, Set.of(OWNERS), Role.ADMIN, Set.of(ADMINS)),
            time,
            Duration.ofHours(1));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void nobody_goes_beyond_what_is_written() {
        var written = over(new ModeLimits(READ_ONLY, READ_ONLY, Duration.ofDays(3)));

        assertThat(written.choose(OLA, LIVE)).isEqualTo(new ModeChoice.Beyond(READ_ONLY));
        assertThat(written.choose(OLA, DRY_RUN)).isEqualTo(new ModeChoice.Beyond(READ_ONLY));
        assertThat(written.get()).isEqualTo(READ_ONLY);
    }

    @Test
    void what_was_chosen_before_the_settings_were_tightened_does_not_hold_beyond_them() {
        assertThat(unwritten().choose(OLA, DRY_RUN)).isEqualTo(new ModeChoice.Switched(DRY_RUN));

        assertThat(over(new ModeLimits(READ_ONLY, READ_ONLY, Duration.ofDays(3)))
                        .get())
                .isEqualTo(READ_ONLY);
        assertThat(unwritten().get()).isEqualTo(DRY_RUN);
    }

    @Test
    void a_wish_that_is_too_old_is_confirmed_by_nobody() {
        var mode = unwritten();
        assertThat(mode.choose(OLA, LIVE)).isInstanceOf(ModeChoice.LiveWaits.class);
        time.passes(Duration.ofDays(3));

        assertThat(mode.choose(ANA, LIVE)).isEqualTo(new ModeChoice.NotTheirs());
        assertThat(mode.get()).isEqualTo(READ_ONLY);
        assertThat(mode.now().wish()).isEmpty();
    }

    @Test
    void whoever_left_the_group_a_moment_ago_confirms_nothing() {
        var mode = unwritten();
        mode.choose(OLA, LIVE);
        assertThat(roles.hasAny(ANA, Set.of(Role.ADMIN)))
                .as("remembered for an hour")
                .isTrue();
        admins = Set.of();

        assertThat(mode.choose(ANA, LIVE)).isEqualTo(new ModeChoice.NotTheirs());
        assertThat(mode.get()).isEqualTo(READ_ONLY);
    }

    @Test
    void the_card_of_a_wish_knows_it_again_however_exact_the_clock_is() {
        var mode = unwritten();
        time.passes(Duration.ofNanos(123_456_789));
        mode.choose(OLA, LIVE);
        var told = store.sql()
                .sql("select subject from news where kind = ?")
                .param(ModeSwitch.KIND)
                .query(String.class)
                .single();

        assertThat(mode.now().wish().orElseThrow().at()).hasToString(told);
    }

    @Test
    void voice_admins_are_told_once_of_each_wish() {
        var mode = unwritten();
        mode.choose(OLA, LIVE);
        mode.choose(OLA, LIVE);
        assertThat(told()).isEqualTo(1);

        mode.choose(ANA, LIVE);
        mode.choose(OLA, READ_ONLY);
        time.passes(Duration.ofSeconds(1));
        mode.choose(OLA, LIVE);
        assertThat(told()).isEqualTo(2);
    }

    private long told() {
        return store.sql()
                .sql("select count(*) from news where kind = ?")
                .param(ModeSwitch.KIND)
                .query(Long.class)
                .single();
    }

    private ModeSwitch unwritten() {
        return over(new ModeLimits(READ_ONLY, LIVE, Duration.ofDays(3)));
    }

    private ModeSwitch over(ModeLimits limits) {
        return new ModeSwitch(
                store.mode(),
                limits,
                roles,
                store.trail(),
                DriftsForTests.news(store, time).news(),
                store.transactions(),
                time);
    }
}
