package dev.linekeeper.core.groups;

import dev.linekeeper.core.emergency.PolicyEmergencyView;
import dev.linekeeper.core.enrolment.ExpectedResult;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult.OfPolicy;
import dev.linekeeper.core.enrolment.PlanResult.PolicyReady;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.Risk;
import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.policies.PolicyJudgement;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.core.tenant.groundwork.GroupGrantChange;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans what Shared Calling policy a group has, with everybody looked at whom that reaches. A policy that fails a rule is not
 * granted, nor is one by which somebody would lose emergency settings they have. The way back is planned whatever rules
 * say, and tells.
 *
 * @param tenant as it is now
 */
public record GroupGrantPlanner(Tenant tenant, JudgementSettings settings, GroupReading reading) {
    /** What becomes of the grant of a group, and all grants as they are. */
    private record Wanted(Purpose purpose, GroupGrantChange change, Fact<GroupGrantList> grants) {
        GroupGrantList now() {
            return grants.known().orElseThrow();
        }
    }

    /** The plan for a wish, or why there is none. */
    public OfPolicy plan(GroupWish wish) {
        return granted(wish.group(), (grants, now) -> switch (wish) {
            case GroupWish.GroupGets(var group, var policy, var rank) ->
                planned(new Wanted(
                        Purpose.GRANT_TO_GROUP,
                        new GroupGrantChange(
                                group,
                                now,
                                Optional.of(new GroupGrant(
                                        group,
                                        PolicyKind.SHARED_CALLING,
                                        obstacles().spelt(policy),
                                        rank.or(() -> now.map(GroupGrant::rank))
                                                .orElseGet(() -> grants.known()
                                                        .orElseThrow()
                                                        .lastRank(group))))),
                        grants));
            case GroupWish.GroupLoses(var group, var policy) ->
                now.filter(grant -> !grant.policy().equals(policy))
                        .<OfPolicy>map(other -> refused(
                                group, PolicyObstacle.NO_PLACE, Explanation.of("group.has-other", other.policy())))
                        .orElseGet(() -> planned(new Wanted(
                                Purpose.TAKE_FROM_GROUP, new GroupGrantChange(group, now, Optional.empty()), grants)));
        });
    }

    /** The same plan once more, from what the group has now: all of it, or what is left after the first step. */
    public OfPolicy again(Plan approved) {
        return again(approved.purpose(), approved.groupGrant().orElseThrow());
    }

    private OfPolicy again(Purpose purpose, GroupGrantChange change) {
        return granted(
                change.group(),
                (grants, now) -> now.equals(change.after())
                        ? refused(change.group(), PolicyObstacle.NOTHING_TO_DO)
                        : now.isEmpty() || now.equals(change.before())
                                ? planned(new Wanted(purpose, change, grants))
                                : moved(change.group(), change.before(), now));
    }

    /** The way back from a plan that was applied: to the policy and the rank the group had, or to none. */
    public OfPolicy undo(Plan applied) {
        GroupGrantChange change = applied.groupGrant().orElseThrow();
        var back = new GroupGrantChange(change.group(), change.after(), change.before());
        return granted(
                change.group(),
                (grants, now) -> now.equals(change.after())
                        ? planned(new Wanted(Purpose.UNDO, back, grants))
                        : moved(change.group(), change.after(), now));
    }

    @FunctionalInterface
    private interface Planning {
        OfPolicy of(Fact<GroupGrantList> grants, Optional<GroupGrant> now);
    }

    private OfPolicy granted(GroupId group, Planning planning) {
        var grants = reading.grants();
        return GroupGrantList.of(group, grants)
                .<OfPolicy>fold(now -> planning.of(grants, now), why -> notRead(group, why));
    }

    private OfPolicy planned(Wanted wanted) {
        if (wanted.change().before().equals(wanted.change().after())) {
            return refused(wanted.change().group(), PolicyObstacle.NOTHING_TO_DO);
        }
        return wanted.change()
                .after()
                .flatMap(grant -> obstacles().to(grant, wanted.now(), wanted.purpose() == Purpose.UNDO))
                .orElseGet(() -> lookedAt(wanted));
    }

    /** What it comes to for everybody in the group; for a way back whose members cannot be read, what is not known. */
    private OfPolicy lookedAt(Wanted wanted) {
        GroupId group = wanted.change().group();
        return reading.members()
                .apply(group)
                .<OfPolicy>fold(
                        members -> judged(
                                wanted,
                                GroupImpact.of(
                                        wanted.change(),
                                        wanted.grants(),
                                        members,
                                        reading,
                                        new Readiness(tenant, settings),
                                        tenant)),
                        why -> wanted.purpose() == Purpose.UNDO
                                ? ready(
                                        wanted,
                                        new Risk(RiskLevel.HIGH, text(wanted).unread(why, wanted.now())))
                                : notRead(group, why));
    }

    private OfPolicy judged(Wanted wanted, GroupImpact impact) {
        if (!impact.lost().isEmpty() && wanted.purpose() != Purpose.UNDO) {
            return new PolicyRefused(
                    GroupGrantChange.subject(wanted.change().group()),
                    PolicyObstacle.RULES,
                    impact.lost().keySet().stream()
                            .map(rule -> rule.id().value())
                            .toList(),
                    impact.lost().entrySet().stream()
                            .map(each -> MemberNames.in(
                                    Explanation.of(
                                            "group.loses-emergency",
                                            each.getKey().id().value(),
                                            each.getKey().titleText()),
                                    each.getValue()))
                            .toList());
        }
        return ready(wanted, new Risk(GroupRisk.of(impact, tenant), text(wanted).of(impact, wanted.now())));
    }

    private GrantObstacles obstacles() {
        return new GrantObstacles(tenant, settings);
    }

    private GroupImpactText text(Wanted wanted) {
        return new GroupImpactText(wanted.change(), tenant, reading);
    }

    private OfPolicy ready(Wanted wanted, Risk risk) {
        GroupGrantChange change = wanted.change();
        PolicyName policy = change.after().or(change::before).orElseThrow().policy();
        var report = Readiness.policy(policy, tenant, settings);
        return new PolicyReady(
                new Plan(
                        GroupGrantChange.subject(change.group()),
                        wanted.purpose(),
                        Optional.of(policy),
                        Stream.concat(change.parts().stream().map(Step::of), Stream.of(Step.verify()))
                                .toList(),
                        Optional.empty(),
                        risk,
                        change.after().isEmpty()
                                ? List.of()
                                : List.of(
                                        ExpectedResult.rules(report),
                                        PolicyJudgement.number(report),
                                        PolicyEmergencyView.of(report).verdict().headline()),
                        GroupFingerprint.of(wanted.purpose(), change, wanted.now())),
                report);
    }

    private OfPolicy moved(GroupId group, Optional<GroupGrant> expected, Optional<GroupGrant> now) {
        return refused(
                group,
                PolicyObstacle.STATE_MOVED,
                Explanation.of(
                        "policy.moved",
                        expected.map(GroupGrant::text).orElse(Step.NONE),
                        now.map(GroupGrant::text).orElse(Step.NONE)));
    }

    private static OfPolicy notRead(GroupId group, String why) {
        return refused(group, PolicyObstacle.NOT_READ, Explanation.of("policy.not-read", why));
    }

    static PolicyRefused refused(GroupId group, PolicyObstacle why, Explanation... details) {
        return new PolicyRefused(GroupGrantChange.subject(group), why, List.of(), List.of(details));
    }
}
