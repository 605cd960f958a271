package dev.linekeeper.service.tenant.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.VoiceRoute;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.Failures;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What people share is a snapshot with an age; a person is read fresh. */
class TenantReaderTest {
    private static final SnapshotAges AGES =
            new SnapshotAges(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofSeconds(10));

    private final HandClock clock = new HandClock(Instant.parse("2026-11-25T12:00:00Z"));

    private final SimulatedTenant model = Fabrikam.model();
    private final Catalogue catalogue = new Catalogue(model.ports().policyCatalogue());
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final TenantReader tenantReader = new TenantReader(with(catalogue), clock, AGES, background::add);

    @Test
    void an_old_snapshot_is_shown_while_a_new_one_is_read_in_the_background() {
        var first = tenantReader.tenant();
        clock.pass(Duration.ofMinutes(6));
        assertThat(tenantReader.tenant().asOf()).isEqualTo(first.asOf());
        tenantReader.tenant();
        assertThat(background).as("one refresh however many look").hasSize(1);
        background.remove().run();
        assertThat(tenantReader.tenant().asOf()).isEqualTo(clock.instant());
        assertThat(background).isEmpty();
    }

    @Test
    void a_part_that_fails_is_shown_as_it_was_and_makes_the_snapshot_as_old_as_itself() {
        var first = tenantReader.tenant();
        catalogue.fails = true;
        clock.pass(Duration.ofMinutes(6));
        tenantReader.refresh();
        var shown = tenantReader.tenant();
        assertThat(shown.asOf()).isEqualTo(first.asOf());
        assertThat(policies(shown)).isEqualTo(policies(first));
        assertThat(shown.tenant().numbers())
                .isInstanceOfSatisfying(
                        Fact.Known.class, known -> assertThat(known.asOf()).isEqualTo(clock.instant()));
    }

    @Test
    void while_many_decide_what_they_share_is_read_again_before_anybody_has_to_wait_for_it() {
        TenantReader many =
                tenantReader.through(model.ports().directory(), model.ports().voiceUsers(), () -> true);
        var first = many.freshTenant();
        clock.pass(Duration.ofSeconds(4));
        many.freshTenant();
        assertThat(background).as("half of its time is not over").isEmpty();

        clock.pass(Duration.ofSeconds(2));
        assertThat(many.freshTenant().asOf()).isEqualTo(first.asOf());
        many.freshTenant();
        assertThat(background).as("one reading however many decide").hasSize(1);
        background.remove().run();
        assertThat(many.freshTenant().asOf()).isEqualTo(clock.instant());

        clock.pass(Duration.ofSeconds(6));
        tenantReader.freshTenant();
        assertThat(background).as("one who decides alone waits when it is time").isEmpty();
    }

    @Test
    void a_decision_takes_nothing_old_for_a_part_that_fails() {
        tenantReader.tenant();
        catalogue.fails = true;
        clock.pass(Duration.ofSeconds(11));
        assertThat(policies(tenantReader.freshTenant())).isEqualTo(Fact.missing("tenant file: away"));
        assertThat(policies(tenantReader.tenant()).known()).as("for looking at").isPresent();
    }

    @Test
    void a_failure_that_passes_is_not_noticed() {
        catalogue.stumbles.set(1);
        assertThat(policies(tenantReader.freshTenant()).known()).isPresent();
    }

    @Test
    void decisions_in_a_row_read_once() {
        tenantReader.freshTenant();
        int read = catalogue.asked.size();
        tenantReader.freshTenant();
        assertThat(catalogue.asked).hasSize(read);
        clock.pass(Duration.ofSeconds(10));
        tenantReader.freshTenant();
        assertThat(catalogue.asked).hasSize(2 * read);
    }

    @Test
    void numbers_we_have_changed_are_read_again_and_nothing_else() {
        tenantReader.tenant();
        int read = catalogue.asked.size();
        var held = Fabrikam.BACKDROP.heldNumber();
        model.ports().numbers().release(held, Fabrikam.BACKDROP.type(), Failures.KEY);
        assertThat(status(tenantReader.tenant())).isEqualTo(TelephoneNumber.NumberStatus.USER_ASSIGNED);
        tenantReader.forget(SharedPart.NUMBERS);
        assertThat(status(tenantReader.tenant())).isEqualTo(TelephoneNumber.NumberStatus.UNASSIGNED);
        assertThat(catalogue.asked).hasSize(read);
    }

    /** Were they read one after the other, the first would wait in vain for the others. */
    @Test
    void the_directory_the_groups_and_the_voice_settings_of_a_person_are_read_side_by_side() {
        var all = new CyclicBarrier(3);
        var ports = model.ports();
        var directory = meeting(Directory.class, ports.directory(), all);
        var voiceUsers = meeting(VoiceUsers.class, ports.voiceUsers(), all);
        var meeting = new TenantReader(
                new TenantPorts(
                        directory,
                        voiceUsers,
                        ports.voiceSwitch(),
                        ports.numbers(),
                        ports.policyGrants(),
                        ports.policyCatalogue(),
                        ports.emergencyLocations(),
                        ports.voiceApplications(),
                        ports.organisation(),
                        ports.sharedCallingPolicies(),
                        ports.groupGrants()),
                clock,
                AGES,
                Runnable::run);
        assertThat(meeting.person(Fabrikam.ADA).orElseThrow().voiceOn().known()).contains(true);
    }

    private TenantPorts with(PolicyCatalogue other) {
        var ports = model.ports();
        return new TenantPorts(
                ports.directory(),
                ports.voiceUsers(),
                ports.voiceSwitch(),
                ports.numbers(),
                ports.policyGrants(),
                other,
                ports.emergencyLocations(),
                ports.voiceApplications(),
                ports.organisation(),
                ports.sharedCallingPolicies(),
                ports.groupGrants());
    }

    private static Fact<Map<PolicyName, Policy>> policies(TenantSnapshot snapshot) {
        return snapshot.tenant().policies(PolicyKind.SHARED_CALLING);
    }

    private static TelephoneNumber.NumberStatus status(TenantSnapshot snapshot) {
        return snapshot.tenant()
                .number(Fabrikam.BACKDROP.heldNumber())
                .known()
                .flatMap(number -> number)
                .orElseThrow()
                .status();
    }

    /** Every call waits until the others are under way. */
    private static <T> T meeting(Class<T> port, T real, CyclicBarrier all) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    if (!method.getName().equals("source")) {
                        all.await(20, TimeUnit.SECONDS);
                    }
                    return method.invoke(real, arguments);
                }));
    }

    /** Counts what it is asked, and fails on demand. */
    private static final class Catalogue implements PolicyCatalogue {
        private final PolicyCatalogue real;
        private final List<String> asked = new CopyOnWriteArrayList<>();
        private volatile boolean fails;
        private final AtomicInteger stumbles = new AtomicInteger();

        Catalogue(PolicyCatalogue real) {
            this.real = real;
        }

        @Override
        public String source() {
            return real.source();
        }

        @Override
        public List<Policy> policies(PolicyKind kind) {
            return answered(kind.type(), () -> real.policies(kind));
        }

        @Override
        public Entries<String> pstnUsages() {
            return answered("usages", real::pstnUsages);
        }

        @Override
        public Entries<VoiceRoute> voiceRoutes() {
            return answered("routes", real::voiceRoutes);
        }

        @Override
        public Entries<NetworkSite> networkSites() {
            return answered("sites", real::networkSites);
        }

        private <T> T answered(String what, Supplier<T> value) {
            asked.add(what);
            if (fails || stumbles.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new BackendFailure(BackendFailure.FailureKind.TRANSIENT, "away");
            }
            return value.get();
        }
    }
}
