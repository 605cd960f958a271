package dev.linekeeper.service.requests;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.execution.ChangeWriter;
import dev.linekeeper.service.execution.ExecutionResult;
import dev.linekeeper.service.execution.RetryPolicy;
import dev.linekeeper.service.history.HistoryRecorder;
import dev.linekeeper.service.history.SettingsSweep;
import dev.linekeeper.service.history.SweepHeard;
import dev.linekeeper.service.history.SweepListener;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.RoleGroups;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.people.Scope;
import dev.linekeeper.service.tenant.gathering.GatheredTenant;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.service.tenant.reading.TenantReader;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The whole of requests over a real store and the demo tenant. A restart is another house over the same two. */
public final class House implements AutoCloseable {
    public static final UserId ANA_ADMIN = new UserId("5e43303f-8f5c-57de-abb6-c2c813ee3de4");
    public static final UserId SAM_ADMIN_AND_APPROVER = new UserId("ebdcdfc7-7e07-532c-948c-dfe8b4fb7c0d");
    public static final UserId LEE_APPROVER = new UserId("2bcadb2f-2b54-5310-adc4-3a91a5ed46f6");
    public static final UserId PRIYA_APPROVER = new UserId("ab8a3eb0-c8e4-527d-ad37-d7a29118142b");
    public static final UserId ADELE = new UserId("439c272f-f89f-5cd1-b4af-06251327c7f3");
    public static final PolicyName SEATTLE = new PolicyName("Seattle");

    public final MovingClock clock;
    public final SimulatedTenant model;
    private final TenantPorts ports;
    public final OpenedStore kept;
    public final Faulty tenant;
    public final Fuse fuse;
    public final Diary diary = new Diary();
    public final List<Request> told = new CopyOnWriteArrayList<>();
    public final List<Batch> toldOfBatches = new CopyOnWriteArrayList<>();
    public final ButtonTokens tokens;
    public final TenantReader tenantReader;
    public final Requests requests;
    private final ApprovalPolicy policy;
    public OperatingMode mode = OperatingMode.LIVE;
    public static final GroupId APPROVERS = new GroupId("b3c5e9a9-57e7-596a-9ac2-b3f69f9b502f");
    public static final GroupId ADMINS = new GroupId("5949c86b-0ee4-5556-9acb-bfa0ff185d45");
    Set<GroupId> approvers = Set.of(APPROVERS);

    public House(Path folder, ApprovalPolicy policy) {
        this(folder, demo(new MovingClock()), policy);
    }

    private House(Path folder, SimulatedTenant model, ApprovalPolicy policy) {
        this(folder, model, model.ports(), new MovingClock(), policy, new Fuse());
    }

    /** Over a tenant that is reached through other ports than the model's own. */
    House(Path folder, SimulatedTenant model, TenantPorts ports, MovingClock clock, ApprovalPolicy policy) {
        this(folder, model, ports, clock, policy, new Fuse());
    }

    private House(
            Path folder,
            SimulatedTenant model,
            TenantPorts ports,
            MovingClock clock,
            ApprovalPolicy policy,
            Fuse fuse) {
        this(OpenedStore.inFile(folder, clock), model, ports, clock, policy, fuse);
    }

    /** Over a store that is open, and stays open as long as the house. */
    public House(
            OpenedStore store,
            SimulatedTenant model,
            TenantPorts ports,
            MovingClock clock,
            ApprovalPolicy policy,
            Fuse fuse) {
        this.clock = clock;
        this.model = model;
        this.ports = ports;
        this.fuse = fuse;
        this.kept = store;
        this.tenant = new Faulty(ports, fuse);
        this.tenantReader = tenant.readings().reader(clock, Duration.ofMinutes(5));
        this.tokens = new ButtonTokens(kept.tokens(), clock);
        this.policy = policy;
        this.requests = scoped(Map.of());
    }

    /** The same, with batches applied more carefully than all at once. */
    public Requests careful(Requests.Care care) {
        return scoped(Map.of(), care);
    }

    /** The same, where groups hold their roles over a part of the organisation. */
    Requests scoped(Map<Role, Map<GroupId, Scope>> scopes) {
        return scoped(scopes, Requests.Care.NONE);
    }

    private Requests scoped(Map<Role, Map<GroupId, Scope>> scopes, Requests.Care care) {
        return new Requests(
                new Requests.Kept(
                        fuse.watched(kept.requests()),
                        kept.batches(),
                        kept.trail(),
                        diary,
                        tokens,
                        this::inOne,
                        kept.history()),
                new Requests.Tenancy(
                        tenantReader,
                        roles(scopes),
                        settings(),
                        new ChangeWriter(
                                tenant.numbers(),
                                tenant.grants(),
                                tenant.voice(),
                                ports.sharedCallingPolicies(),
                                ports.voiceApplications(),
                                ports.policyCatalogue(),
                                ports.groupGrants()),
                        GatheredTenant.of(tenant.all(), tenantReader),
                        () -> mode),
                policy,
                care,
                new Told(),
                new Requests.Time(
                        clock,
                        clock::pass,
                        new RetryPolicy(
                                Duration.ofSeconds(10),
                                3,
                                Duration.ofSeconds(1),
                                Duration.ofMinutes(1),
                                Duration.ofHours(1))));
    }

    /** The process is gone; a new one finds the same database and the same tenant. */
    public House restarted(Path folder, ApprovalPolicy policy) {
        close();
        return new House(folder, model, ports, clock, policy, new Fuse());
    }

    private <T> T inOne(Supplier<T> work) {
        fuse.tick("before a transaction");
        T result = kept.transactions().run(() -> {
            T done = work.get();
            fuse.tick("before a commit");
            return done;
        });
        fuse.tick("after a commit");
        return result;
    }

    private Roles roles(Map<Role, Map<GroupId, Scope>> scopes) {
        var groups = new EnumMap<Role, Set<GroupId>>(Role.class);
        groups.put(Role.ADMIN, Set.of(ADMINS));
        groups.put(Role.APPROVER, approvers);
        groups.put(Role.HELPDESK, Set.of(new GroupId("f17d2e91-9d3c-5920-9d67-1bdbf390c179")));
        return new Roles(
                tenant.directory(ports.directory()), new RoleGroups(groups, scopes), clock, Duration.ofSeconds(30));
    }

    static JudgementSettings settings() {
        return new JudgementSettings(
                Optional.of(new PolicyName("NoPSTN")),
                false,
                Map.of(
                        "callingPlan/US", new PolicyName("Emergency-US"),
                        "operatorConnect/GB", new PolicyName("Emergency-UK"),
                        "directRouting/DE", new PolicyName("Emergency-DE")));
    }

    static SimulatedTenant demo(Clock clock) {
        return Fabrikam.demo(clock);
    }

    public Request.Pending asked() {
        return ((SubmissionResult.Sent) requests.asking().submit(enrolAdele())).request();
    }

    public static PlanResult planned(SubmissionResult asked) {
        return ((SubmissionResult.OnlyPlanned) asked).result();
    }

    public static ChangeRequest enrolAdele() {
        return new ChangeRequest(ANA_ADMIN, new Intent.EnrolPerson(ADELE, SEATTLE, false), "joins sales");
    }

    public Request now(RequestId id) {
        return kept.requests().find(id).orElseThrow().request();
    }

    /** Somebody says yes, and once more where the risk is high. */
    public DecisionResult yes(UserId approver, RequestId id) {
        var first = requests.deciding().approve(approver, id, new DecisionInput.Typed());
        return first instanceof DecisionResult.ConfirmationNeeded
                ? requests.deciding().confirm(approver, id, new DecisionInput.Typed())
                : first;
    }

    public Request.Approved approved() {
        var decided = yes(LEE_APPROVER, asked().id());
        return ((DecisionResult.FullyApproved) decided).request();
    }

    /** Runs like the scheduler: again and again until nothing is left to do. */
    public Request applied(RequestId id) {
        for (int i = 0; i < 50; i++) {
            if (!(requests.applying().run(id) instanceof ExecutionResult.Deferred(_, var after))) {
                return now(id);
            }
            clock.pass(after);
        }
        throw new AssertionError("%s does not come to an end: %s".formatted(id, now(id)));
    }

    public Person adele() {
        return tenantReader.person(ADELE).orElseThrow();
    }

    /** A reading of everybody; the clock goes on, as two readings are not of one moment. */
    public void swept() {
        swept(new SweepHeard());
    }

    /** The same, of which somebody hears. */
    public void swept(SweepListener listener) {
        clock.pass(Duration.ofMinutes(1));
        new SettingsSweep(
                        tenantReader,
                        ports.directory(),
                        ports.voiceUsers(),
                        new BulkPersonReader(tenantReader, Duration.ofMinutes(1), clock::pass),
                        new HistoryRecorder(kept.history()),
                        listener,
                        this::isChanging,
                        clock)
                .run();
        clock.pass(Duration.ofMinutes(1));
    }

    /** Whether somebody's settings are being changed. */
    public boolean isChanging(UserId person) {
        return kept.requests()
                .open(person)
                .filter(Request.Applying.class::isInstance)
                .isPresent();
    }

    public PolicyName policyOfAdele(PolicyKind kind) {
        return adele().policy(kind).known().orElseThrow().policy();
    }

    @Override
    public void close() {
        kept.close();
    }

    final class Told implements RequestEvents {
        @Override
        public void changed(Optional<Request> before, Request after, long version) {
            told.add(after);
        }

        @Override
        public void stillWaiting(AwaitingDecision request) {
            told.add(request);
        }

        @Override
        public void ending(Request request) {
            told.add(request);
        }

        @Override
        public void batchChanged(Batch now, long version) {
            toldOfBatches.add(now);
        }

        @Override
        public void batchEnding(Batch batch) {
            toldOfBatches.add(batch);
        }

        @Override
        public void batchStillWaiting(Batch batch) {
            toldOfBatches.add(batch);
        }

        @Override
        public void otherMoved(RequestId number, long version) {}
    }

    /** An agenda on paper. */
    public static final class Diary implements JobQueue {
        public final List<String> entries = new ArrayList<>();

        /** When members of batches are applied at the earliest. */
        public final Map<RequestId, Instant> times = new HashMap<>();

        @Override
        public void apply(RequestId request) {
            entries.add("apply " + request);
        }

        @Override
        public void applyAll(RequestId batch, List<RequestId> members, Instant at) {
            members.forEach(this::apply);
            members.forEach(member -> times.put(member, at));
        }

        @Override
        public void bringForward(RequestId batch) {
            entries.add("bring forward " + batch);
        }

        @Override
        public void expire(RequestId request, Instant at) {
            entries.add("expire %s at %s".formatted(request, at));
        }

        @Override
        public void remind(RequestId request, Instant at) {
            entries.add("remind %s at %s".formatted(request, at));
        }

        @Override
        public void end(RequestId request, Instant at, List<Instant> reminders) {
            entries.add("end %s at %s after %s".formatted(request, at, reminders));
        }

        @Override
        public void announce(RequestId request, long version) {
            entries.add("announce %s/%d".formatted(request, version));
        }
    }

    public static final class MovingClock extends Clock {
        private Instant now = Sample.MONDAY;

        public synchronized void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Cuts the power at a given moment. */
    public static class Fuse {
        private int left = Integer.MAX_VALUE;

        public static final class PowerCut extends Error {
            private static final long serialVersionUID = 1L;

            PowerCut(String where) {
                super(where);
            }
        }

        public void blowAfter(int ticks) {
            left = ticks;
        }

        /** A moment at which the process may die. */
        public void tick(String where) {
            if (left-- == 0) {
                throw new PowerCut(where);
            }
        }

        /** The store as requests see it. */
        public RequestStore watched(RequestStore store) {
            return store;
        }
    }

    /** Power that is cut for everybody at once. */
    public static final class Power extends Fuse {
        private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

        public void cutAfter(int ticks) {
            left.set(ticks);
        }

        public void on() {
            left.set(Integer.MAX_VALUE);
        }

        /** How many moments there were since it was to be cut after so many. */
        public int since(int ticks) {
            return ticks - left.get();
        }

        @Override
        public void tick(String where) {
            if (left.getAndUpdate(before -> Math.max(0, before - 1)) == 0) {
                throw new PowerCut(where);
            }
        }
    }
}
