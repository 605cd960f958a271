package dev.linekeeper.core.policies;

import dev.linekeeper.core.emergency.PolicyEmergencyView;
import dev.linekeeper.core.enrolment.ExpectedResult;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.PlanResult.OfPolicy;
import dev.linekeeper.core.enrolment.PlanResult.PolicyReady;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.Resumption;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.Policy.SharedCallingChange;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Plans changes of Shared Calling policies, each judged under all rules as it would be: nothing is planned that would fail
 * one, and nothing on a guess.
 *
 * @param tenant as it is now
 * @param users who has a policy; looked up only where it matters, as everybody is read for it
 */
public record PolicyPlanner(Tenant tenant, JudgementSettings settings, Function<PolicyName, PolicyUsers> users) {

    /** The plan for a wish, or why there is none. */
    public OfPolicy plan(PolicyWish wish) {
        return present(wish.name(), now -> switch (wish) {
            case PolicyWish.NewPolicy(var wanted) -> made(now, wanted);
            case PolicyWish.CopiedPolicy it ->
                present(
                        it.from(),
                        other -> other.map(found -> made(now, it.of(found)))
                                .orElseGet(() -> refused(it.from(), PolicyObstacle.NO_SUCH_POLICY)));
            case PolicyWish.ChangedPolicy it ->
                now.<OfPolicy>map(found -> planned(Purpose.CHANGE_POLICY, now, Optional.of(it.of(found))))
                        .orElseGet(() -> refused(it.name(), PolicyObstacle.NO_SUCH_POLICY));
            case PolicyWish.NoPolicy(var name) ->
                now.isEmpty()
                        ? refused(name, PolicyObstacle.NO_SUCH_POLICY)
                        : planned(Purpose.REMOVE_POLICY, now, Optional.empty());
        });
    }

    private OfPolicy made(Optional<SharedCalling> now, SharedCalling wanted) {
        return now.isEmpty() || now.get().equals(wanted)
                ? planned(Purpose.NEW_POLICY, now, Optional.of(wanted))
                : refused(wanted.name(), PolicyObstacle.NAME_TAKEN);
    }

    /** The same plan once more, from what the policy says now. */
    public OfPolicy again(Plan approved) {
        SharedCallingChange change = change(approved);
        return present(
                change.policy(),
                now -> now.equals(change.before()) || now.equals(change.after())
                        ? planned(approved.purpose(), now, change.after())
                        : moved(change.policy(), change.before(), now));
    }

    /** The way back from a plan that was applied. */
    public OfPolicy undo(Plan applied) {
        SharedCallingChange change = change(applied);
        return present(
                change.policy(),
                now -> now.equals(change.after())
                        ? planned(Purpose.UNDO, now, change.before())
                        : moved(change.policy(), change.after(), now));
    }

    /** What is left of an approved plan, from planning the same now: all of it, or nothing once it is there. */
    public static Resumption rest(PlanResult fresh, Plan approved) {
        return switch (fresh) {
            case PolicyReady(var plan, _)
            when plan.fingerprint().equals(approved.fingerprint()) -> new Resumption.SameRest();
            case PolicyRefused(_, var why, _, _)
            when why == PolicyObstacle.NOTHING_TO_DO -> new Resumption.SameRest();
            case PolicyRefused(_, var why, var rules, _)
            when why == PolicyObstacle.NOT_READ ->
                new Resumption.RestNotVerified("Not everything could be read %s".formatted(rules));
            case PolicyRefused(_, var why, var rules, _) ->
                new Resumption.OtherRest("%s %s".formatted(why, rules));
            case PlanResult.NoAnswer(var why) -> new Resumption.RestNotVerified(why);
            case PlanResult _ -> new Resumption.OtherRest("the rules");
        };
    }

    /** The change of a plan for a policy; there is one. */
    public static SharedCallingChange change(Plan plan) {
        return plan.steps().stream()
                .flatMap(step -> step.policyChange().stream())
                .findFirst()
                .orElseThrow();
    }

    private OfPolicy present(PolicyName name, Function<Optional<SharedCalling>, OfPolicy> planning) {
        return name.isGlobal()
                ? refused(name, PolicyObstacle.GLOBAL)
                : tenant.sharedCalling(name).fold(planning, why -> notRead(name, why));
    }

    private OfPolicy planned(Purpose purpose, Optional<SharedCalling> now, Optional<SharedCalling> then) {
        if (now.equals(then)) {
            return refused(then.or(() -> now).orElseThrow().name(), PolicyObstacle.NOTHING_TO_DO);
        }
        var change = new SharedCallingChange(now, then);
        return then.isPresent() ? saved(purpose, change) : removed(purpose, change);
    }

    private OfPolicy saved(Purpose purpose, SharedCallingChange change) {
        PolicyName name = change.policy();
        var asItWouldBe = PolicyJudgement.of(change, tenant, settings);
        return asItWouldBe
                .refusal()
                .<OfPolicy>map(refusal -> refusal)
                .orElseGet(() -> ready(
                        purpose, change, asItWouldBe.then(), change.before().map(_ -> users.apply(name))));
    }

    private OfPolicy removed(Purpose purpose, SharedCallingChange change) {
        PolicyName name = change.policy();
        PolicyUsers found = users.apply(name);
        if (found.using() > 0) {
            return refused(name, PolicyObstacle.IN_USE, Explanation.of("policy.in-use", found.using()));
        }
        if (found.unread() > 0) {
            return refused(name, PolicyObstacle.NOT_READ, Explanation.of("policy.users-unread", found.unread()));
        }
        return ready(purpose, change, Readiness.policy(name, tenant, settings), Optional.of(found));
    }

    private OfPolicy ready(
            Purpose purpose, SharedCallingChange change, Report<PolicyCase> report, Optional<PolicyUsers> found) {
        var step = new Step(
                name(change),
                Optional.empty(),
                Optional.of(change),
                Optional.empty(),
                Optional.empty(),
                change.policy().value(),
                PolicyText.of(change.before(), tenant),
                PolicyText.of(change.after(), tenant));
        return new PolicyReady(
                new Plan(
                        change.policy(),
                        purpose,
                        Optional.of(change.policy()),
                        List.of(step, Step.verify()),
                        Optional.empty(),
                        PolicyRisk.of(change, found),
                        change.after().isEmpty()
                                ? List.of()
                                : List.of(
                                        ExpectedResult.rules(report),
                                        PolicyJudgement.number(report),
                                        PolicyEmergencyView.of(report).verdict().headline()),
                        PolicyText.fingerprint(purpose, change)),
                report);
    }

    private static StepName name(SharedCallingChange change) {
        return change.before().isEmpty()
                ? StepName.CREATE_POLICY
                : change.after().isEmpty() ? StepName.REMOVE_POLICY : StepName.CHANGE_POLICY;
    }

    private OfPolicy moved(PolicyName name, Optional<SharedCalling> expected, Optional<SharedCalling> now) {
        return refused(
                name,
                PolicyObstacle.STATE_MOVED,
                Explanation.of("policy.moved", PolicyText.of(expected, tenant), PolicyText.of(now, tenant)));
    }

    private static PolicyRefused notRead(PolicyName name, String why) {
        return refused(name, PolicyObstacle.NOT_READ, Explanation.of("policy.not-read", why));
    }

    private static PolicyRefused refused(PolicyName name, PolicyObstacle why, Explanation... details) {
        return new PolicyRefused(name, why, List.of(), List.of(details));
    }
}
