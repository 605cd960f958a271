package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.ApprovalPolicy;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Pause;
import dev.linekeeper.service.tenant.Readings;
import java.time.Clock;
import java.util.function.Supplier;

/** The use cases of requests, put together without Spring. */
public final class Requests {
    private final Asking asking;
    private final Deciding deciding;
    private final Applying applying;
    private final Announcing announcing;
    private final Confirming confirming;

    /** Everything that is kept: requests, audit trail, work for later, used buttons. */
    public record Kept(RequestStore store, AuditTrail trail, Agenda agenda, Tokens tokens, Transactions transactions) {}

    /** The tenant: what is read, who may do what, how it is judged, and what writes. */
    public record Tenancy(
            Readings readings, Roles roles, JudgementSettings settings, Writing writing, Supplier<OperatingMode> mode) {}

    /** How time passes and how much of it we give. */
    public record Time(Clock clock, Pause pause, Patience patience) {}

    public Requests(Kept kept, Tenancy tenancy, ApprovalPolicy policy, RequestEvents events, Time time) {
        var store = kept.store();
        var drafts = new Drafts(tenancy.readings(), tenancy.settings(), store);
        var moves = new Moves(store, kept.trail(), kept.agenda(), kept.transactions(), policy, time.clock());
        var judging = new Judging(tenancy.readings(), tenancy.settings(), time.clock());
        var stepping = new Stepping(tenancy.readings(), tenancy.writing(), judging, time.patience(), time.pause(), time.clock());
        this.announcing = new Announcing(store, events);
        this.asking =
                new Asking(store, drafts, moves, tenancy.roles(), kept.trail(), policy, tenancy.mode(), time.clock());
        this.deciding = new Deciding(store, moves, kept.tokens(), tenancy.roles(), kept.trail(), policy, time.clock());
        this.confirming = new Confirming(store, moves, tenancy.readings(), judging, tenancy.roles(), kept.trail(), time.clock());
        this.applying = new Applying(
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

    public Asking asking() {
        return asking;
    }

    public Deciding deciding() {
        return deciding;
    }

    public Applying applying() {
        return applying;
    }

    public Confirming confirming() {
        return confirming;
    }

    public Announcing announcing() {
        return announcing;
    }
}
