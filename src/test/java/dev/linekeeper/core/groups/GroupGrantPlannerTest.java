package dev.linekeeper.core.groups;

import static dev.linekeeper.core.ContosoFixture.de;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.uk;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.groups.Groups.grant;
import static dev.linekeeper.core.groups.Groups.impact;
import static dev.linekeeper.core.groups.Groups.ready;
import static dev.linekeeper.core.groups.Groups.refused;
import static dev.linekeeper.core.tenant.PolicyKind.EMERGENCY_CALL_ROUTING;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.groundwork.GroupGrantChange;
import dev.linekeeper.core.tenant.person.AccountType;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a grant to a group reaches: direct grants and better ranks hide it, guests and nested groups do not count. */
class GroupGrantPlannerTest {
    private final Groups groups = new Groups();

    private static PersonFixture none(String id) {
        return us(id).inherited(SHARED_CALLING);
    }

    @Test
    void it_reaches_who_has_none_or_one_of_a_group_that_comes_later_and_nobody_else() {
        var first = us("first").byGroup(SHARED_CALLING, "SC-SEA0", "first").build();
        var later = us("later").byGroup(SHARED_CALLING, "SC-SEA0", "last").build();
        groups.in("sales", us("own").build(), none("none").build(), first, later)
                .in("first", first)
                .in("last", later)
                .has("first", "SC-SEA0", 1)
                .has("last", "SC-SEA0", 2);

        var said = impact(groups.granting("SC-SEA", "sales", 2));

        assertThat(said.get("members")).containsExactly(4, 0);
        assertThat(said.get("gets-first")).containsExactly(List.of("Person none"), 1, 0, named("SC-SEA"));
        assertThat(said.get("gets")).containsExactly(List.of("Person later"), 1, 0, named("SC-SEA0"), named("SC-SEA"));
        assertThat(said.get("hidden.own")).containsExactly(List.of("Person own"), 1, 0, named("SC-SEA"));
        assertThat(said.get("hidden.group")).containsExactly(List.of("Person first"), 1, 0, named("SC-SEA0"), "first");
        assertThat(said.get("moves")).containsExactly("last", named("SC-SEA0"), 3);
    }

    @Test
    void guests_accounts_and_nested_groups_are_counted_apart() {
        groups.in(
                        "sales",
                        none("adele").build(),
                        none("guest").accountType(known(AccountType.GUEST)).build())
                .alsoIn("sales", "another-group");

        assertThat(impact(groups.granting("SC-SEA", "sales")).get("members")).containsExactly(1, 2);
    }

    @Test
    void who_could_not_be_read_is_neither_reached_nor_not() {
        groups.in(
                "sales",
                none("adele").build(),
                none("unread").policy(SHARED_CALLING, Fact.missing("throttled")).build());

        var plan = groups.granting("SC-SEA", "sales");

        assertThat(impact(plan).get("unread")).containsExactly(List.of("Person unread"), 1, 0);
        assertThat(impact(plan).get("gets-first")).startsWith(List.of("Person adele"), 1);
        assertThat(ready(plan).risk().level()).isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void without_the_members_nothing_is_asked_for_and_a_way_back_says_that_it_is_not_known() {
        groups.in("sales", none("adele").build());
        var applied = ready(groups.granting("SC-SEA", "sales"));
        groups.unreadMembers("sales");

        assertThat(refused(groups.granting("SC-SEA", "sales")).why()).isEqualTo(PolicyObstacle.NOT_READ);

        var undo = groups.has("sales", "SC-SEA", 1).planner().undo(applied);
        assertThat(impact(undo)).containsKey("members-unread").doesNotContainKey("members");
        assertThat(ready(undo).risk().level()).isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void whose_policy_is_taken_falls_back_to_another_group_or_to_none() {
        var both = us("both").byGroup(SHARED_CALLING, "SC-SEA", "sales").build();
        groups.in(
                        "sales",
                        both,
                        us("alone").byGroup(SHARED_CALLING, "SC-SEA", "sales").build())
                .in("office", both)
                .has("sales", "SC-SEA", 1)
                .has("office", "SC-SEA0", 2);

        var plan = groups.taking("SC-SEA", "sales");

        assertThat(impact(plan).get("falls-back"))
                .containsExactly(List.of("Person both"), 1, 0, named("SC-SEA"), named("SC-SEA0"), "office");
        assertThat(impact(plan).get("ends")).containsExactly(List.of("Person alone"), 1, 0, named("SC-SEA"));
        assertThat(ready(plan).risk().level()).isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void a_group_whose_members_could_not_be_read_may_hide_it() {
        groups.in("sales", none("adele").build()).has("first", "SC-SEA0", 1).unreadMembers("first");

        assertThat(impact(groups.granting("SC-SEA", "sales")).get("unread"))
                .containsExactly(List.of("Person adele"), 1, 0);
    }

    @Test
    void another_policy_is_granted_once_the_one_it_has_is_taken() {
        groups.in(
                        "sales",
                        us("adele").byGroup(SHARED_CALLING, "SC-SEA0", "sales").build())
                .has("sales", "SC-SEA0", 1)
                .has("office", "SC-SEA0", 2);

        var plan = ready(groups.granting("SC-SEA", "sales"));

        assertThat(plan.steps())
                .extracting(Step::name)
                .containsExactly(StepName.TAKE_FROM_GROUP, StepName.GRANT_TO_GROUP, StepName.VERIFY);
        assertThat(plan.groupGrant())
                .contains(new GroupGrantChange(
                        new GroupId("sales"),
                        Optional.of(grant("sales", "SC-SEA0", 1)),
                        Optional.of(grant("sales", "SC-SEA", 1))));
        assertThat(plan.risk().why()).noneMatch(line -> line.key().endsWith("moves"));
    }

    @Test
    void after_the_first_step_what_is_left_is_the_same_plan_and_by_another_order_it_is_not() {
        var approved = ready(new Groups()
                .has("sales", "SC-SEA0", 1)
                .has("office", "SC-SEA0", 2)
                .granting("SC-SEA", "sales", 2));

        var rest = new Groups().has("office", "SC-SEA0", 1).planner().again(approved);
        var moved = new Groups()
                .has("third", "SC-SEA0", 1)
                .has("office", "SC-SEA0", 2)
                .planner()
                .again(approved);

        assertThat(ready(rest).fingerprint()).isEqualTo(approved.fingerprint());
        assertThat(ready(moved).fingerprint()).isNotEqualTo(approved.fingerprint());
        assertThat(refused(new Groups()
                                .has("office", "SC-SEA0", 1)
                                .has("sales", "SC-SEA", 2)
                                .planner()
                                .again(approved))
                        .isThere())
                .isTrue();
    }

    @Test
    void nobody_loses_emergency_settings_by_it() {
        groups.in(
                        "sales",
                        de("adele").byGroup(SHARED_CALLING, "SC-BER", "berlin").build())
                .has("berlin", "SC-BER", 1);

        var refusal = refused(groups.granting("SC-SEA", "sales", 1));

        assertThat(refusal.why()).isEqualTo(PolicyObstacle.RULES);
        assertThat(refusal.rules()).contains("EMG-02");
        assertThat(refusal.details().getFirst().arguments()).contains(List.of("Person adele"));
    }

    @Test
    void who_starts_to_call_with_a_gap_is_a_risk_that_is_said_by_rule_and_job() {
        groups.in(
                "sales",
                none("adele").inherited(EMERGENCY_CALL_ROUTING).build(),
                none("alex").voice(false).build());

        var plan = groups.granting("SC-SEA", "sales");

        assertThat(ready(plan).risk().level()).isEqualTo(RiskLevel.HIGH);
        assertThat(impact(plan).get("ready")).containsExactly(2L, 2);
        assertThat(ready(plan).risk().why())
                .filteredOn(line -> line.key().endsWith("fails"))
                .anySatisfy(line -> assertThat(line.arguments()).contains("EMG-01", List.of("Person adele")))
                .anySatisfy(line -> assertThat(line.arguments()).contains("USR-05", List.of("Person alex")));
    }

    @Test
    void a_long_list_is_cut_and_counted() {
        groups.in(
                "sales",
                IntStream.range(0, 37).mapToObj(at -> uk("p" + at).build()).toArray(Person[]::new));

        var hidden = impact(groups.granting("SC-SEA", "sales")).get("hidden.own");

        assertThat((List<?>) hidden.getFirst()).hasSize(10);
        assertThat(hidden).contains(37, 27);
    }

    @ParameterizedTest
    @CsvSource({
        "SC-SEA, 0, NO_PLACE",
        "SC-SEA, 3, NO_PLACE",
        "SC-SEA, -1, NO_PLACE",
        "SC-GONE, 1, NO_SUCH_POLICY",
        "Global, 1, GLOBAL",
        "SC-NOLOC, 1, RULES",
        "SC-TF, 1, RULES",
        "SC-MIX, 1, RULES",
        "SC-CTRY, 1, RULES",
        "SC-USED, 1, RULES"
    })
    void what_teams_or_a_rule_does_not_let_is_not_asked_for(String policy, int rank, PolicyObstacle why) {
        groups.in("sales").has("office", "SC-SEA0", 1);

        assertThat(refused(groups.granting(policy, "sales", rank)).why()).isEqualTo(why);
    }

    @Test
    void there_is_no_place_for_a_65th_group() {
        IntStream.rangeClosed(1, 64).forEach(at -> groups.has("g" + at, "SC-SEA0", at));

        var refusal = refused(groups.granting("SC-SEA", "sales"));

        assertThat(refusal.why()).isEqualTo(PolicyObstacle.NO_PLACE);
        assertThat(refusal.details().getFirst().arguments()).containsExactly(64);
        assertThat(ready(groups.granting("SC-SEA", "g64")).groupGrant()).isPresent();
    }

    @Test
    void a_grant_that_could_not_be_read_may_be_the_groups() {
        groups.in("sales").unreadGrant();

        assertThat(refused(groups.granting("SC-SEA", "sales")).why()).isEqualTo(PolicyObstacle.NOT_READ);
    }

    @Test
    void what_it_has_or_has_not_already_is_nothing_to_do() {
        groups.in("sales").has("sales", "SC-SEA", 1);

        assertThat(refused(groups.granting("sc-sea", "sales")).isThere()).isTrue();
        assertThat(refused(groups.taking("SC-SEA", "office")).isThere()).isTrue();
        assertThat(refused(groups.taking("SC-LON", "sales"))
                        .details()
                        .getFirst()
                        .arguments())
                .containsExactly(named("SC-SEA"));
    }
}
