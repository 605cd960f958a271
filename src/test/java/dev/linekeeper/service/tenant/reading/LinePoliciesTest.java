package dev.linekeeper.service.tenant.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.service.tenant.LinePolicyList;
import dev.linekeeper.simulator.state.Fabrikam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each line has the policy of its own number, or it is known that it has none. */
class LinePoliciesTest {
    private final List<UserId> asked = new ArrayList<>();
    private Fact<LinePolicyList> policies = Fact.missing("Teams PowerShell: away");
    private final LinePolicies users = new LinePolicies(Fabrikam.model().ports().voiceUsers(), () -> {
        asked.add(Fabrikam.CLEO);
        return policies;
    });

    @Test
    void a_number_has_its_own_policy_or_none() {
        var lines = lines(Fabrikam.CLEO);
        assertThat(lines).hasSizeGreaterThan(1);
        var alternate = lines.get(1).number();
        policies = known(Map.of(alternate, known(new PolicyName("SC-SEA"))));
        assertThat(lines(Fabrikam.CLEO))
                .allSatisfy(line -> assertThat(line.sharedCalling())
                        .isEqualTo(new Fact.Known<>(
                                line.number().equals(alternate)
                                        ? Optional.of(new PolicyName("SC-SEA"))
                                        : Optional.empty(),
                                "Teams PowerShell",
                                Fabrikam.NOON)));
    }

    @Test
    void an_entry_without_a_number_leaves_the_numbers_that_are_not_listed_unknown() {
        var lines = lines(Fabrikam.CLEO);
        policies = new Fact.Known<>(
                new LinePolicyList(
                        Map.of(lines.getFirst().number(), known(new PolicyName("SC-SEA"))), List.of("entry 3")),
                "Teams PowerShell",
                Fabrikam.NOON);
        assertThat(lines(Fabrikam.CLEO).getFirst().sharedCalling().known())
                .contains(Optional.of(new PolicyName("SC-SEA")));
        assertThat(lines(Fabrikam.CLEO).get(1).sharedCalling()).isEqualTo(Fact.missing("could not be read: entry 3"));
    }

    private static Fact<LinePolicyList> known(Map<PhoneNumber, Fact<PolicyName>> policies) {
        return new Fact.Known<>(new LinePolicyList(policies, List.of()), "Teams PowerShell", Fabrikam.NOON);
    }

    private static Fact<PolicyName> known(PolicyName policy) {
        return new Fact.Known<>(policy, "Teams PowerShell", Fabrikam.NOON);
    }

    @Test
    void what_could_not_be_read_stays_unknown_with_the_reason() {
        assertThat(lines(Fabrikam.CLEO))
                .allSatisfy(line -> assertThat(line.sharedCalling()).isEqualTo(Fact.missing("Teams PowerShell: away")));
    }

    @Test
    void nobody_is_asked_about_people_without_a_number() {
        assertThat(lines(Fabrikam.ADA)).isEmpty();
        assertThat(asked).isEmpty();
    }

    private List<Line> lines(UserId person) {
        return users.read(person).orElseThrow().lines().known().orElseThrow();
    }
}
