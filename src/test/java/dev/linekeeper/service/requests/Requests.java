package dev.linekeeper.service.requests;

import dev.linekeeper.core.bulk.Caution;
import dev.linekeeper.core.bulk.FreezeWindows;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.readiness.AcceptedGaps;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.bulk.BatchControl;
import dev.linekeeper.service.bulk.BatchCourse;
import dev.linekeeper.service.bulk.BatchStages;
import dev.linekeeper.service.bulk.BatchStarts;
import dev.linekeeper.service.bulk.MemberMoves;
import dev.linekeeper.service.bulk.SecondTry;
import dev.linekeeper.service.execution.ApplyGate;
import dev.linekeeper.service.execution.ChangeWriter;
import dev.linekeeper.service.execution.FinalCheck;
import dev.linekeeper.service.execution.ManualStepsCheck;
import dev.linekeeper.service.execution.MemberStart;
import dev.linekeeper.service.execution.RequestExecution;
import dev.linekeeper.service.execution.RetryPolicy;
import dev.linekeeper.service.execution.StepExecution;
import dev.linekeeper.service.history.HistoryInMemory;
import dev.linekeeper.service.history.HistoryRecorder;
import dev.linekeeper.service.history.SettingsHistory;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.schedule.BatchEndings;
import dev.linekeeper.service.schedule.Endings;
import dev.linekeeper.service.tenant.gathering.GatheredTenant;
import dev.linekeeper.service.tenant.limit.Sleeper;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The use cases of requests, put together without Spring. */
public final class Requests {
    private final RequestSubmission submission;
    private final BatchStore batchStore;
    private final BatchTransitions batchTransitions;
    private final BatchSubmission batchSubmission;
    private final BatchDecision batchDecision;
    private final BatchControl control;
    private final SecondOpinion secondOpinion;
    private final RequestDecision decision;
    private final RequestExecution applying;
    private final NotificationDispatcher dispatcher;
    private final ManualStepsCheck manualSteps;
    private final BatchEndings endings;
    private final RequestTransitions transitions;

    /** Everything that is kept: requests, audit trail, work for later, used buttons. */
    public record Kept(
            RequestStore store,
            BatchStore batches,
            AuditTrail trail,
            JobQueue agenda,
            ButtonTokens tokens,
            Transactions transactions,
            SettingsHistory history,
            AcceptedGaps gaps,
            Reservations reserved) {
        /** With nothing passed over or reserved. */
        public Kept(
                RequestStore store,
                BatchStore batches,
                AuditTrail trail,
                JobQueue agenda,
                ButtonTokens tokens,
                Transactions transactions,
                SettingsHistory history) {
            this(store, batches, trail, agenda, tokens, transactions, history, AcceptedGaps.NONE, Reservations.NONE);
        }

        /** With a history of settings that nobody looks at. */
        public Kept(
                RequestStore store,
                BatchStore batches,
                AuditTrail trail,
                JobQueue agenda,
                ButtonTokens tokens,
                Transactions transactions) {
            this(store, batches, trail, agenda, tokens, transactions, new HistoryInMemory());
        }
    }

    /** The tenant: what is read, who may do what, how it is judged, what writes, and what runs reach it by. */
    public record Tenancy(
            TenantReader readings,
            Roles roles,
            JudgementSettings settings,
            ChangeWriter writing,
            GatheredTenant gathered,
            Supplier<OperatingMode> mode) {}

    /** How time passes and how much of it we give. */
    public record Time(Clock clock, Sleeper pause, RetryPolicy patience) {}

    /** How carefully batches are applied, and when not at all. */
    public record Care(Caution caution, FreezeWindows freeze) {
        public static final Care NONE = new Care(new Caution(0, false, 100), FreezeWindows.NONE);
    }

    public Requests(Kept kept, Tenancy tenancy, ApprovalPolicy policy, RequestEvents events, Time time) {
        this(kept, tenancy, policy, Care.NONE, events, time);
    }

    public Requests(Kept kept, Tenancy tenancy, ApprovalPolicy policy, Care care, RequestEvents events, Time time) {
        var store = kept.store();
        var planner = new TenantPlanner(
                tenancy.readings(),
                tenancy.gathered().directory(),
                tenancy.settings(),
                store,
                kept.gaps(),
                kept.reserved());
        this.transitions = new RequestTransitions(
                store,
                kept.trail(),
                new HistoryRecorder(kept.history()),
                kept.agenda(),
                kept.transactions(),
                policy,
                time.clock());
        var gathered = tenancy.gathered();
        var writing = new ChangeWriter(
                tenancy.writing().numbers(),
                gathered.grants(),
                tenancy.writing().voice(),
                tenancy.writing().policies(),
                tenancy.writing().applications(),
                tenancy.writing().catalogue(),
                tenancy.writing().groups());
        var finalCheck = new FinalCheck(gathered.reader(), tenancy.settings(), kept.gaps(), time.clock());
        var stepExecution =
                new StepExecution(gathered.reader(), writing, finalCheck, time.patience(), time.pause(), time.clock());
        this.secondOpinion = new SecondOpinion(planner, policy, time.clock());
        this.batchStore = kept.batches();
        this.batchTransitions = new BatchTransitions(
                kept.batches(),
                transitions,
                kept.trail(),
                kept.agenda(),
                kept.transactions(),
                care.caution(),
                time.clock());
        var members = new MemberMoves(kept.batches(), kept.trail(), kept.transactions(), time.clock());
        var stages = new BatchStages(kept.batches(), kept.trail(), kept.agenda(), kept.transactions(), time.clock());
        var course = new BatchCourse(kept.batches(), store, stages, members, care.caution(), time.clock());
        this.dispatcher = new NotificationDispatcher(store, kept.batches(), course, events);
        this.control = new BatchControl(
                kept.batches(),
                stages,
                new SecondTry(kept.batches(), stages, members, kept.agenda(), kept.transactions(), time.clock()),
                kept.tokens(),
                tenancy.roles(),
                time.clock());
        this.submission = new RequestSubmission(
                store, planner, transitions, tenancy.roles(), kept.trail(), policy, tenancy.mode(), time.clock());
        var single = new Endings(
                store, planner, transitions, submission, tenancy.roles(), policy, tenancy.mode(), time.clock());
        this.batchSubmission =
                new BatchSubmission(kept.batches(), submission, gathered, batchTransitions, tenancy.roles(), policy);
        this.endings = new BatchEndings(single, kept.batches(), batchSubmission, batchTransitions, gathered);
        this.batchDecision = new BatchDecision(
                kept.batches(), batchTransitions, kept.tokens(), tenancy.roles(), policy, time.clock());
        this.decision = new RequestDecision(
                store, transitions, kept.tokens(), tenancy.roles(), kept.trail(), policy, time.clock());
        var gate = new ApplyGate(
                planner.through(gathered.reader()),
                tenancy.roles().through(gathered.directory()),
                policy,
                tenancy.mode(),
                time.clock());
        this.manualSteps = new ManualStepsCheck(
                store,
                transitions,
                tenancy.readings(),
                gate,
                finalCheck,
                tenancy.roles(),
                kept.trail(),
                time.pause(),
                time.clock());
        this.applying = new RequestExecution(
                store,
                gate,
                new MemberStart(
                        new BatchStarts(kept.batches(), care.freeze(), time.clock()),
                        kept.batches(),
                        transitions,
                        kept.transactions()),
                stepExecution,
                dispatcher,
                policy,
                time.patience(),
                gathered.runs(),
                time.clock());
    }

    public SecondOpinion secondOpinion() {
        return secondOpinion;
    }

    public RequestTransitions moving() {
        return transitions;
    }

    public RequestSubmission asking() {
        return submission;
    }

    /** A batch for people of whom the tenant knows nothing. */
    public Optional<Batch> askedForMany(UserId requester, List<UserId> people) {
        return batchTransitions.open(() -> {
            RequestId id = batchStore.next(1);
            long first = batchStore.next(people.size()).number();
            List<Request.Pending> members = IntStream.range(0, people.size())
                    .mapToObj(at -> Sample.member(new RequestId(first + at), id, requester, people.get(at)))
                    .toList();
            return Optional.of(new BatchTransitions.NewBatch(
                    Sample.batchTerms(id, members),
                    members.stream()
                            .map(member -> new BatchTransitions.NewMember(member, Map.of()))
                            .toList()));
        });
    }

    public BatchSubmission askingForMany() {
        return batchSubmission;
    }

    public BatchDecision decidingMany() {
        return batchDecision;
    }

    public BatchControl controlling() {
        return control;
    }

    public RequestDecision deciding() {
        return decision;
    }

    public RequestExecution applying() {
        return applying;
    }

    public ManualStepsCheck confirming() {
        return manualSteps;
    }

    public BatchEndings ending() {
        return endings;
    }

    public NotificationDispatcher announcing() {
        return dispatcher;
    }
}
