package dev.linekeeper.core.groups;

import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;

import dev.linekeeper.core.ContosoFixture;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult.OfPolicy;
import dev.linekeeper.core.enrolment.PlanResult.PolicyReady;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused;
import dev.linekeeper.core.groups.GroupWish.GroupGets;
import dev.linekeeper.core.groups.GroupWish.GroupLoses;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList.OddGrant;
import dev.linekeeper.core.tenant.person.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The groups of Contoso: who is in them and what they are granted. */
final class Groups {
    private static final Tenant CONTOSO = ContosoFixture.contoso().build();

    private final List<GroupGrant> grants = new ArrayList<>();
    private final List<OddGrant> odd = new ArrayList<>();
    private final Map<GroupId, Set<UserId>> members = new HashMap<>();
    private final Set<GroupId> unread = new HashSet<>();
    private final Map<UserId, Person> people = new HashMap<>();

    Groups in(String group, Person... who) {
        members.put(new GroupId(group), Arrays.stream(who).map(Person::id).collect(Collectors.toSet()));
        Arrays.stream(who).forEach(person -> people.put(person.id(), person));
        return this;
    }

    /** Something that is no person is in a group, such as another group. */
    Groups alsoIn(String group, String id) {
        members.get(new GroupId(group)).add(new UserId(id));
        return this;
    }

    Groups has(String group, String policy, int rank) {
        grants.add(grant(group, policy, rank));
        return this;
    }

    Groups unreadGrant() {
        odd.add(new OddGrant(Optional.empty(), Optional.empty(), "a grant without a group"));
        return this;
    }

    Groups unreadMembers(String group) {
        unread.add(new GroupId(group));
        return this;
    }

    static GroupGrant grant(String group, String policy, int rank) {
        return new GroupGrant(new GroupId(group), PolicyKind.SHARED_CALLING, named(policy), rank);
    }

    GroupGrantPlanner planner() {
        var reading = new GroupReading(
                known(new GroupGrantList(grants, odd)),
                group -> unread.contains(group)
                        ? Fact.missing("the second page of members failed")
                        : known(members.getOrDefault(group, Set.of())),
                some -> GroupPeople.of(
                        some.stream()
                                .filter(people::containsKey)
                                .map(people::get)
                                .toList(),
                        (int) some.stream()
                                .filter(id -> !people.containsKey(id))
                                .count(),
                        0),
                GroupId::value);
        return new GroupGrantPlanner(CONTOSO, ContosoFixture.settings(), reading);
    }

    OfPolicy granting(String policy, String group, int rank) {
        return planner().plan(new GroupGets(new GroupId(group), named(policy), Optional.of(rank)));
    }

    OfPolicy granting(String policy, String group) {
        return planner().plan(new GroupGets(new GroupId(group), named(policy), Optional.empty()));
    }

    OfPolicy taking(String policy, String group) {
        return planner().plan(new GroupLoses(new GroupId(group), named(policy)));
    }

    static Plan ready(OfPolicy result) {
        return ((PolicyReady) result).plan();
    }

    static PolicyRefused refused(OfPolicy result) {
        return (PolicyRefused) result;
    }

    /** The reasons of a plan by the last part of their keys, and what they say. */
    static Map<String, List<Object>> impact(OfPolicy result) {
        return ready(result).risk().why().stream()
                .collect(Collectors.toMap(
                        line -> line.key().replace("group.impact.", ""), Explanation::arguments, (first, _) -> first));
    }
}
