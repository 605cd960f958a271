package dev.linekeeper.core.groups;

import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.ContosoFixture;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.core.tenant.groundwork.GroupGrantChange;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Grants and memberships as they come, against Microsoft's precedence written down once more: direct, best rank, Global. */
class PrecedenceTest {
    private static final List<String> POLICIES = List.of("SC-SEA", "SC-SEA0", "SC-TF2");
    private static final Tenant CONTOSO = ContosoFixture.contoso().build();
    private static final UserId ADELE = new UserId("adele");

    @RepeatedTest(40)
    void what_applies_then_is_what_teams_says(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        List<GroupGrant> now = new ArrayList<>();
        int groups = random.nextInt(6);
        for (int at = 1; at <= groups; at++) {
            now.add(Groups.grant("g" + at, POLICIES.get(random.nextInt(3)), at));
        }
        Set<GroupId> mine =
                random.ints(3, 1, 8).mapToObj(at -> new GroupId("g" + at)).collect(Collectors.toSet());
        Optional<PolicyName> own = random.nextInt(4) == 0 ? Optional.of(named("SC-LON")) : Optional.empty();
        var group = mine.stream()
                .sorted(Comparator.comparing(GroupId::value))
                .findFirst()
                .orElseThrow();
        Optional<GroupGrant> before =
                now.stream().filter(grant -> grant.group().equals(group)).findFirst();
        int last = now.size() + (before.isPresent() ? 0 : 1);
        Optional<GroupGrant> after = before.isPresent() && random.nextBoolean()
                ? Optional.empty()
                : Optional.of(Groups.grant(group.value(), POLICIES.get(random.nextInt(3)), 1 + random.nextInt(last)));

        var impact = judged(new GroupGrantChange(group, before, after), now, mine, own);

        List<GroupGrant> order = new ArrayList<>(now);
        order.removeIf(grant -> grant.group().equals(group));
        after.ifPresent(it -> order.add(it.rank() - 1, it));
        var expected = own.orElseGet(() -> order.stream()
                .filter(grant -> mine.contains(grant.group()))
                .findFirst()
                .map(GroupGrant::policy)
                .orElse(PolicyName.GLOBAL));
        assertThat(impact.members()).extracting(MemberChange::to).containsExactly(expected);
        assertThat(impact.unread()).isZero();
    }

    private static GroupImpact judged(
            GroupGrantChange change, List<GroupGrant> now, Set<GroupId> mine, Optional<PolicyName> own) {
        var list = known(new GroupGrantList(now, List.of()));
        Assignment beneath = list.known()
                .orElseThrow()
                .inEffect(SHARED_CALLING, group -> known(mine.contains(group)), ContosoFixture::known)
                .known()
                .orElseThrow();
        Assignment applies = own.<Assignment>map(policy -> new Assignment.Direct(policy, known(beneath)))
                .orElse(beneath);
        var adele = us("adele").policy(SHARED_CALLING, known(applies)).build();
        return GroupImpact.of(
                change,
                list,
                Set.of(ADELE),
                new GroupReading(
                        list,
                        group -> known(mine.contains(group) ? Set.of(ADELE) : Set.of()),
                        _ -> GroupPeople.of(List.of(adele), 0, 0),
                        GroupId::value),
                new Readiness(CONTOSO, ContosoFixture.settings()),
                CONTOSO);
    }
}
