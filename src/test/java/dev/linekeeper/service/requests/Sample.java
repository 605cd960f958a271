package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.EffectivePolicy;
import dev.linekeeper.core.enrolment.PersonState;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.Risk;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchPlan;
import dev.linekeeper.core.request.BatchTerms;
import dev.linekeeper.core.request.DecisionPermit;
import dev.linekeeper.core.request.LeftOut;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Requests to test with; Sam asks for Adele, Lee and Kim approve. */
public final class Sample {
    public static final UserId SAM = new UserId("00000000-0000-0000-0000-0000000000a1");
    public static final UserId ADELE = new UserId("00000000-0000-0000-0000-0000000000b1");
    public static final UserId LEE = new UserId("00000000-0000-0000-0000-0000000000c1");
    public static final UserId KIM = new UserId("00000000-0000-0000-0000-0000000000c2");
    public static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    public static final ApprovalPolicy POLICY = new ApprovalPolicy(
            Duration.ofDays(3),
            1,
            2,
            List.of(Duration.ofMinutes(30), Duration.ofHours(2)),
            Duration.ofDays(7),
            Duration.ofHours(1));

    private Sample() {}

    /** A plan with every kind of change and of argument in it. */
    public static Plan plan(UserId person) {
        var london = new PolicyName("London");
        var own = PhoneNumber.of("+14255550101;ext=12");
        var group = new EffectivePolicy(
                new PolicyName("UK"), EffectivePolicy.Origin.GROUP, Optional.of(new GroupId("g-1")), Optional.empty());
        var before = new PersonState(
                true,
                List.of(new PersonState.OwnNumber(own, Line.Category.PRIMARY)),
                Map.of(
                        PolicyKind.VOICE_ROUTING,
                        new EffectivePolicy(
                                london, EffectivePolicy.Origin.DIRECT, Optional.empty(), Optional.of(group)),
                        PolicyKind.SHARED_CALLING,
                        group,
                        PolicyKind.DIAL_PLAN,
                        new EffectivePolicy(
                                PolicyName.GLOBAL, EffectivePolicy.Origin.GLOBAL, Optional.empty(), Optional.empty())));
        return new Plan(
                person,
                Purpose.ENROL,
                Optional.of(london),
                List.of(
                        step(StepName.RELEASE_NUMBER, new Change.ReleaseNumber(person, own, NumberType.DIRECT_ROUTING)),
                        step(StepName.ASSIGN_NUMBER, new Change.AssignNumber(person, own, NumberType.CALLING_PLAN)),
                        step(StepName.EV_ON, new Change.SwitchVoice(person, true)),
                        step(StepName.GRANT_SC, new Change.GrantPolicy(person, PolicyKind.SHARED_CALLING, london)),
                        step(StepName.RESTORE_VRP, new Change.RevokePolicy(person, PolicyKind.VOICE_ROUTING)),
                        new Step(StepName.VERIFY, Optional.empty(), "", "", "")),
                before,
                new Risk(
                        Risk.RiskLevel.MEDIUM,
                        List.of(Explanation.of(
                                "plan.risk.sample", own, london, 3, true, "x'{0}", List.of(own, 4_000_000_000L)))),
                List.of(Explanation.of("plan.outlook.sample", own, List.of("POL-11"))),
                "f".repeat(64));
    }

    private static Step step(StepName name, Change change) {
        return new Step(name, Optional.of(change), "London", "none", "London");
    }

    public static RequestDetails terms(RequestId id, UserId person) {
        return new RequestDetails(
                id,
                SAM,
                plan(person),
                false,
                "joins \"sales\" \u0000 \uD83D\uDE00 <b>${x}</b>",
                MONDAY,
                MONDAY.plus(POLICY.expiry()),
                Set.of(LEE, KIM),
                1,
                false,
                Optional.of(new RequestId(7)),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with days. */
    public static RequestDetails scheduled(RequestDetails terms, Schedule days) {
        return new RequestDetails(
                terms.id(),
                terms.requester(),
                terms.plan(),
                terms.releaseNumber(),
                terms.reason(),
                terms.askedAt(),
                terms.expires(),
                terms.approvers(),
                terms.quorum(),
                terms.rehearsal(),
                terms.undoes(),
                terms.batch(),
                Optional.of(days));
    }

    static RequestDetails withQuorum(RequestDetails terms, int quorum) {
        return new RequestDetails(
                terms.id(),
                terms.requester(),
                terms.plan(),
                terms.releaseNumber(),
                terms.reason(),
                terms.askedAt(),
                terms.expires(),
                terms.approvers(),
                quorum,
                terms.rehearsal(),
                terms.undoes(),
                terms.batch(),
                terms.schedule());
    }

    public static Request.Pending pending(RequestId id, UserId person) {
        return Request.Pending.of(terms(id, person));
    }

    /** A request that is decided with a batch. */
    public static Request.Pending member(RequestId id, RequestId batch, UserId requester, UserId person) {
        return member(id, batch, requester, plan(person));
    }

    public static Request.Pending member(RequestId id, RequestId batch, UserId requester, Plan plan) {
        RequestDetails terms = terms(id, ADELE);
        return Request.Pending.of(new RequestDetails(
                id,
                requester,
                plan,
                false,
                "",
                terms.askedAt(),
                terms.expires(),
                terms.approvers(),
                1,
                false,
                Optional.empty(),
                Optional.of(batch),
                Optional.empty()));
    }

    public static Batch batch(RequestId id, List<Request.Pending> members) {
        return Batch.of(batchTerms(id, members), List.of());
    }

    static BatchTerms batchTerms(RequestId id, List<Request.Pending> members) {
        RequestDetails like = members.getFirst().terms();
        return new BatchTerms(
                id,
                like.requester(),
                BatchPlan.of(
                        members.stream().map(member -> member.terms().plan()).toList()),
                like.reason(),
                like.askedAt(),
                like.expires(),
                like.approvers(),
                1,
                false,
                List.of(new LeftOut(KIM, Explanation.of("chat.asked.row.unknown"))),
                Optional.empty(),
                Optional.empty());
    }

    public static DecisionPermit permit(AwaitingDecision request, UserId who) {
        return switch (POLICY.rule(request, who, true, "APPROVER", MONDAY)) {
            case ApprovalPolicy.Ruling.Granted(var permit) -> permit;
            case ApprovalPolicy.Ruling.Barred(var why) -> throw new AssertionError(why.toString());
        };
    }
}
