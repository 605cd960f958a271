package dev.linekeeper.core.fixes;

import static dev.linekeeper.core.fixes.FixRefusals.moved;
import static dev.linekeeper.core.fixes.FixRefusals.notOurs;
import static dev.linekeeper.core.fixes.FixRefusals.notRead;
import static dev.linekeeper.core.fixes.FixRefusals.refused;

import dev.linekeeper.core.enrolment.ExpectedResult;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult.OfPolicy;
import dev.linekeeper.core.enrolment.PlanResult.PolicyReady;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.fixes.policies.NeededEmergencyRouting;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.EmergencyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.PolicyFix;
import dev.linekeeper.core.tenant.groundwork.PolicyOfNumber;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Plans what is put right behind people, judged as it would be: the rules it is for hold then and were read, or nothing is
 * planned. The way back is planned whatever rules say, and tells what will fail again.
 *
 * @param tenant as it is now
 * @param everybody shows each person; only where there is a plan
 * @param people reads one person; empty where the directory knows nobody of that id
 * @param claims why somebody else has what a fix takes, or is to have it, where the tenant alone does not say so
 */
public record FixPlanner(
        Tenant tenant,
        JudgementSettings settings,
        Consumer<Consumer<Person>> everybody,
        Function<UserId, Optional<Person>> people,
        Function<Fix<?>, Optional<Explanation>> claims) {
    /** The plan that leads from what is set now to what is wanted, or why there is none. */
    public OfPolicy plan(Fix<?> wanted) {
        return fromNow(wanted);
    }

    private <V> OfPolicy fromNow(Fix<V> wanted) {
        return wanted.now(tenant)
                .<OfPolicy>fold(
                        now -> isOfBefore(wanted, now)
                                ? moved(wanted, wanted.before(), now, tenant)
                                : planned(Purpose.FIX, wanted.between(now, wanted.after())),
                        why -> notRead(wanted, why));
    }

    /** What a policy is to say, or a number that is to go, comes from what was there when that was chosen: anything since would be lost. */
    private static boolean isOfBefore(Fix<?> wanted, Optional<?> now) {
        return (wanted instanceof PolicyFix || WhatIsTaken.isRelease(wanted))
                && !now.equals(wanted.before())
                && !now.equals(wanted.after());
    }

    /** The same plan once more, from what is set now. */
    public OfPolicy again(Plan approved) {
        return again(approved.purpose(), approved.fix().orElseThrow());
    }

    private <V> OfPolicy again(Purpose purpose, Fix<V> fix) {
        return fix.now(tenant)
                .<OfPolicy>fold(
                        now -> now.equals(fix.before()) || now.equals(fix.after())
                                ? planned(purpose, fix.between(now, fix.after()))
                                : moved(fix, fix.before(), now, tenant),
                        why -> notRead(fix, why));
    }

    /** The way back from a plan that was applied. */
    public OfPolicy undo(Plan applied) {
        return undo(applied.fix().orElseThrow());
    }

    private <V> OfPolicy undo(Fix<V> fix) {
        if (fix.stays().isPresent()) {
            return refused(fix, PolicyObstacle.NOT_OURS, fix.stays().get());
        }
        return fix.now(tenant)
                .<OfPolicy>fold(
                        now -> now.equals(fix.after())
                                ? planned(Purpose.UNDO, fix.between(now, fix.before()))
                                : moved(fix, fix.after(), now, tenant),
                        why -> notRead(fix, why));
    }

    private OfPolicy planned(Purpose purpose, Fix<?> fix) {
        if (fix.before().equals(fix.after())) {
            return refused(fix, PolicyObstacle.NOTHING_TO_DO);
        }
        if (fix instanceof PolicyOfNumber grant) {
            return new NumberGrants(tenant, settings, people).planned(purpose, grant);
        }
        Report<AccountCase> now = Readiness.account(fix.account(), tenant, settings);
        boolean toJudge = purpose != Purpose.UNDO && !WhatIsTaken.isRelease(fix);
        if (toJudge && !Fixable.of(fix).isOurs(now.subject(), written(fix))) {
            return notOurs(fix, FixJudgement.of(fix, now));
        }
        Optional<OfPolicy> taken = new WhatIsTaken(fix, claims).refusal(purpose, now.subject());
        if (taken.isPresent()) {
            return taken.get();
        }
        var asItWouldBe = FixJudgement.of(fix, tenant, settings);
        if (toJudge && !asItWouldBe.isWell()) {
            return refused(
                    fix, asItWouldBe.amiss(), asItWouldBe.isUnread() ? PolicyObstacle.NOT_READ : PolicyObstacle.RULES);
        }
        return PeopleBehind.of(fix, tenant, settings, everybody)
                .<OfPolicy>fold(
                        people -> purpose == Purpose.UNDO
                                ? ready(purpose, fix, now, asItWouldBe.then(), people)
                                : reaching(purpose, fix, now, asItWouldBe.then(), people),
                        why -> notRead(fix, why));
    }

    /** Where nobody who has the policy is worse off, and somebody has it, unless it is the one the settings name. */
    private OfPolicy reaching(
            Purpose purpose, Fix<?> fix, Report<AccountCase> now, Report<AccountCase> then, PeopleBehind people) {
        if (!people.worse().isEmpty()) {
            return refused(fix, people.worse(), PolicyObstacle.RULES);
        }
        boolean usual = fix instanceof EmergencyRoutingPolicy it
                && Fact.present(new NeededEmergencyRouting(now.subject()).namedBySettings())
                        .filter(it.name()::equals)
                        .isPresent();
        return fix instanceof PolicyFix && people.nobody() && fix.before().isPresent() && !usual
                ? refused(
                        fix,
                        PolicyObstacle.NOT_OURS,
                        Explanation.of(
                                Fixable.of(fix).isOfPeople() ? "policy.fix.nobody-of-account" : "policy.fix.nobody",
                                fix.subject().name()))
                : ready(purpose, fix, now, then, people);
    }

    private OfPolicy ready(
            Purpose purpose, Fix<?> fix, Report<AccountCase> now, Report<AccountCase> then, PeopleBehind people) {
        var words = new FixWords(tenant);
        var step = new Step(
                Fixable.of(fix).step(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(fix),
                Optional.empty(),
                fix.subject().name(),
                words.of(fix, fix.before()),
                words.of(fix, fix.after()));
        return new PolicyReady(
                new Plan(
                        fix.subject(),
                        purpose,
                        Optional.empty(),
                        List.of(step, Step.verify()),
                        Optional.empty(),
                        FixRisk.of(fix, step, isBroken(fix, now), people),
                        List.of(ExpectedResult.rules(then)),
                        FixFingerprint.of(purpose, Fixable.of(fix).name(), fix)),
                then);
    }

    private static boolean isBroken(Fix<?> fix, Report<AccountCase> now) {
        return Fixable.isAmiss(Fixable.of(fix).outcome(now, written(fix)));
    }

    private static Optional<String> written(Fix<?> fix) {
        return fix instanceof PolicyFix<?> it ? Optional.of(it.name().value()) : Optional.empty();
    }
}
