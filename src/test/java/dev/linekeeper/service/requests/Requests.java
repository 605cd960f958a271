package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.execution.ChangeWriter;
import dev.linekeeper.service.execution.FinalCheck;
import dev.linekeeper.service.execution.ManualStepsCheck;
import dev.linekeeper.service.execution.RequestExecution;
import dev.linekeeper.service.execution.RetryPolicy;
import dev.linekeeper.service.execution.StepExecution;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.limit.Sleeper;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Clock;
import java.util.function.Supplier;

/** The use cases of requests, put together without Spring. */
public final class Requests {
    private final RequestSubmission asking;
    private final RequestDecision deciding;
    private final RequestExecution applying;
    private final NotificationDispatcher announcing;
    private final ManualStepsCheck confirming;

    /** Everything that is kept: requests, audit trail, work for later, used buttons. */
    public record Kept(
            RequestStore store, AuditTrail trail, JobQueue agenda, ButtonTokens tokens, Transactions transactions) {}

    /** The tenant: what is read, who may do what, how it is judged, and what writes. */
    public record Tenancy(
            TenantReader readings,
            Roles roles,
            JudgementSettings settings,
            ChangeWriter writing,
            Supplier<OperatingMode> mode) {}

    /** How time passes and how much of it we give. */
    public record Time(Clock clock, Sleeper pause, RetryPolicy patience) {}

    public Requests(Kept kept, Tenancy tenancy, ApprovalPolicy policy, RequestEvents events, Time time) {
        var store = kept.store();
        var drafts = new TenantPlanner(tenancy.readings(), tenancy.settings(), store);
        var moves =
                new RequestTransitions(store, kept.trail(), kept.agenda(), kept.transactions(), policy, time.clock());
        var judging = new FinalCheck(tenancy.readings(), tenancy.settings(), time.clock());
        var stepping = new StepExecution(
                tenancy.readings(), tenancy.writing(), judging, time.patience(), time.pause(), time.clock());
        this.announcing = new NotificationDispatcher(store, events);
        this.asking = new RequestSubmission(
                store, drafts, moves, tenancy.roles(), kept.trail(), policy, tenancy.mode(), time.clock());
        this.deciding =
                new RequestDecision(store, moves, kept.tokens(), tenancy.roles(), kept.trail(), policy, time.clock());
        this.confirming = new ManualStepsCheck(
                store, moves, tenancy.readings(), judging, tenancy.roles(), kept.trail(), time.clock());
        this.applying = new RequestExecution(
                store,
                moves,
                drafts,
                stepping,
                announcing,
                tenancy.roles(),
                policy,
                tenancy.mode(),
                time.patience(),
                time.clock());
    }

    public RequestSubmission asking() {
        return asking;
    }

    public RequestDecision deciding() {
        return deciding;
    }

    public RequestExecution applying() {
        return applying;
    }

    public ManualStepsCheck confirming() {
        return confirming;
    }

    public NotificationDispatcher announcing() {
        return announcing;
    }
}
