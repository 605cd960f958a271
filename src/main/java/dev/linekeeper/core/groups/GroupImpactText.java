package dev.linekeeper.core.groups;

import dev.linekeeper.core.fixes.RemedyJob;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.GroupGrantChange;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a change of the policy of a group reaches, in sentences: first how many are in it, last when they notice. */
record GroupImpactText(GroupGrantChange change, Tenant tenant, GroupReading reading) {
    /** Of so many rules it is said who fails them. */
    private static final int RULES = 10;

    List<Explanation> of(GroupImpact impact, GroupGrantList now) {
        Map<Explanation, List<MemberChange>> alike = impact.members().stream()
                .collect(Collectors.groupingBy(this::sentence, LinkedHashMap::new, Collectors.toList()));
        return Stream.of(
                        Stream.of(say(
                                "members",
                                impact.people().members(),
                                impact.people().others())),
                        alike.entrySet().stream().map(each -> MemberNames.in(each.getKey(), each.getValue())),
                        counted("not-looked-at", impact.people().notRead()),
                        readiness(impact),
                        moved(now),
                        Stream.of(say("spread")))
                .flatMap(lines -> lines)
                .toList();
    }

    /** What is said where the members could not be read. */
    List<Explanation> unread(String why, GroupGrantList now) {
        return Stream.of(Stream.of(say("members-unread", why)), moved(now), Stream.of(say("spread")))
                .flatMap(lines -> lines)
                .toList();
    }

    /** What it comes to for a member, without their name. */
    private Explanation sentence(MemberChange member) {
        return switch (member.then()) {
            case Fact.Missing<Assignment> _ -> say("unread");
            case Fact.Known(var then, _, _) ->
                member.isOther() ? other(member, then) : same(then);
        };
    }

    private Explanation other(MemberChange member, Assignment then) {
        PolicyName from = member.from();
        if (!serves(then.policy())) {
            return say("ends", from);
        }
        return then instanceof Assignment.ByGroup(var to, var group) && !group.equals(change.group())
                ? say("falls-back", from, to, reading.names().apply(group))
                : serves(from) ? say("gets", from, then.policy()) : say("gets-first", then.policy());
    }

    private Explanation same(Assignment then) {
        return switch (then) {
            case Assignment.Direct(var own, _) -> say("hidden.own", own);
            case Assignment.ByGroup(var policy, var group) ->
                group.equals(change.group())
                        ? say("same", policy)
                        : say("hidden.group", policy, reading.names().apply(group));
            case Assignment.Inherited _ -> say("same-none");
        };
    }

    private boolean serves(PolicyName policy) {
        return GroupImpact.serves(policy, tenant);
    }

    private Stream<Explanation> readiness(GroupImpact impact) {
        int judged = impact.changed().size() - impact.ending(tenant).size();
        long failing = impact.failing().values().stream()
                .flatMap(Collection::stream)
                .distinct()
                .count();
        return judged == 0
                ? Stream.empty()
                : Stream.of(
                                Stream.of(say("ready", failing, judged)),
                                impact.failing().entrySet().stream()
                                        .limit(RULES)
                                        .map(each -> MemberNames.in(failing(each.getKey()), each.getValue())),
                                counted(
                                        "more-rules",
                                        Math.max(0, impact.failing().size() - RULES)),
                                counted("unverified", impact.unverified()))
                        .flatMap(lines -> lines);
    }

    private static Explanation failing(Rule<PersonCase> rule) {
        return say("fails", rule.id().value(), rule.titleText(), Explanation.of("chat.fix.job." + RemedyJob.of(rule)));
    }

    /** The groups that come later, or earlier, than now. */
    private Stream<Explanation> moved(GroupGrantList now) {
        var before = now.read();
        return change.madeIn(now).read().stream()
                .filter(grant -> !grant.group().equals(change.group()) && !before.contains(grant))
                .map(grant -> say("moves", reading.names().apply(grant.group()), grant.policy(), grant.rank()));
    }

    private static Stream<Explanation> counted(String key, int people) {
        return people == 0 ? Stream.empty() : Stream.of(say(key, people));
    }

    private static Explanation say(String key, Object... arguments) {
        return Explanation.of("group.impact." + key, arguments);
    }
}
