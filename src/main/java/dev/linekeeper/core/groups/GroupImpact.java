package dev.linekeeper.core.groups;

import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.GroupGrantChange;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Whom a change of the policy of a group reaches: direct members alone, unless a grant of their own or a group that comes
 * before has another one for them
 * (<a href="https://learn.microsoft.com/microsoftteams/policy-assignment-overview">precedence</a>, rule POL-15).
 *
 * @param people who is in the group
 * @param members what it comes to for each of them
 * @param failing who gets another policy and fails a rule then, by rule; nobody who ends without a policy
 * @param lost who loses emergency settings they have now, by rule
 * @param gaps how many fail a rule for emergency calls then
 * @param unverified how many get another policy of whom a rule could fail and was not read
 */
record GroupImpact(
        GroupPeople people,
        List<MemberChange> members,
        Map<Rule<PersonCase>, List<MemberChange>> failing,
        Map<Rule<PersonCase>, List<MemberChange>> lost,
        int gaps,
        int unverified) {

    static GroupImpact of(
            GroupGrantChange change,
            Fact<GroupGrantList> now,
            Set<UserId> inGroup,
            GroupReading reading,
            Readiness readiness,
            Tenant tenant) {
        var people = reading.people().apply(inGroup);
        Map<GroupId, Fact<Set<UserId>>> read = new HashMap<>();
        read.put(change.group(), now.map(_ -> inGroup));
        Function<GroupId, Fact<Set<UserId>>> members = group -> read.computeIfAbsent(group, reading.members());
        Fact<GroupGrantList> then = now.map(change::madeIn);
        List<MemberChange> changes = people.people().stream()
                .map(person -> MemberChange.of(
                        person,
                        then.flatMap(list -> list.inEffect(
                                PolicyKind.SHARED_CALLING,
                                group -> members.apply(group).map(all -> all.contains(person.id())),
                                assignment -> then.map(_ -> assignment)))))
                .toList();
        return judged(people, changes, readiness, tenant);
    }

    private static GroupImpact judged(
            GroupPeople people, List<MemberChange> changes, Readiness readiness, Tenant tenant) {
        Map<Rule<PersonCase>, List<MemberChange>> failing = new LinkedHashMap<>();
        Map<Rule<PersonCase>, List<MemberChange>> lost = new LinkedHashMap<>();
        int gaps = 0;
        int unverified = 0;
        for (var member : changes) {
            if (member.isOther() && serves(member.to(), tenant)) {
                var then = member.judgedThen(readiness);
                then.with(Outcome.FAIL).forEach(finding -> add(finding, member, failing));
                if (serves(member.from(), tenant)) {
                    MemberChange.lost(member.judgedNow(readiness), then).forEach(finding -> add(finding, member, lost));
                }
                gaps += MemberChange.gaps(then).isEmpty() ? 0 : 1;
                unverified += then.with(Outcome.UNKNOWN).stream()
                                .anyMatch(finding -> finding.rule().mayFail())
                        ? 1
                        : 0;
            }
        }
        return new GroupImpact(people, changes, failing, lost, gaps, unverified);
    }

    private static void add(
            Finding<PersonCase> finding, MemberChange member, Map<Rule<PersonCase>, List<MemberChange>> all) {
        all.computeIfAbsent(finding.rule(), _ -> new ArrayList<>()).add(member);
    }

    /** Whether people call by a policy: by the Global one without an account nobody does. */
    static boolean serves(PolicyName policy, Tenant tenant) {
        return tenant.hasAccount(policy).known().orElse(true);
    }

    /** Those to whom another policy applies then. */
    List<MemberChange> changed() {
        return members.stream().filter(MemberChange::isOther).toList();
    }

    /** Those who end without a Shared Calling policy by which anybody calls. */
    List<MemberChange> ending(Tenant tenant) {
        return changed().stream().filter(member -> !serves(member.to(), tenant)).toList();
    }

    /** How many there are of whom it is not known what applies to them then. */
    int unread() {
        return people.notRead()
                + (int) members.stream().filter(member -> !member.isRead()).count();
    }
}
