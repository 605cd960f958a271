package dev.linekeeper.core.forecast;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.uk;
import static dev.linekeeper.core.ContosoFixture.us;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Line;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is counted as calling under SC-SEA, one kind of person at a time. */
class PolicyPeopleTest {
    private static final PolicyName SEATTLE = named("SC-SEA");

    private static PolicyPeople count(PolicyName policy, PersonFixture... people) {
        return PolicyPeople.of(
                policy, contoso().build(), take -> List.of(people).forEach(person -> take.accept(person.build())));
    }

    @Test
    void whoever_granted_it_whoever_has_it_counts() {
        var counted = count(
                SEATTLE,
                us("direct"),
                us("member").byGroup(PolicyKind.SHARED_CALLING, "sc-sea", "sales"),
                uk("london"),
                us("nothing").inherited(PolicyKind.SHARED_CALLING));

        assertThat(counted).isEqualTo(new PolicyPeople(SEATTLE, 2, 0, 0));
        assertThat(counted.isComplete()).isTrue();
    }

    @Test
    void under_the_global_policy_is_everybody_to_whom_nothing_else_was_granted() {
        assertThat(count(PolicyName.GLOBAL, us("direct"), us("nothing").inherited(PolicyKind.SHARED_CALLING)))
                .isEqualTo(new PolicyPeople(PolicyName.GLOBAL, 1, 0, 0));
    }

    @Test
    void who_calls_with_a_number_of_their_own_takes_no_callback_number() {
        assertThat(count(
                        SEATTLE,
                        us("own").primary("+14255550180"),
                        us("extension").primary("+14255550190;ext=6789")))
                .isEqualTo(new PolicyPeople(SEATTLE, 1, 1, 0));
    }

    @Test
    void an_alternate_line_with_the_policy_counts_whatever_the_person_has() {
        assertThat(count(SEATTLE, uk("two").line(alternate(known(Optional.of(SEATTLE))))))
                .isEqualTo(new PolicyPeople(SEATTLE, 1, 0, 0));
        assertThat(count(SEATTLE, uk("two").line(alternate(known(Optional.empty())))))
                .isEqualTo(new PolicyPeople(SEATTLE, 0, 0, 0));
    }

    @Test
    void what_was_not_read_is_neither_no_nor_yes() {
        var counted = count(
                SEATTLE,
                us("policy").policy(PolicyKind.SHARED_CALLING, Fact.missing("no answer")),
                us("numbers").lines(Fact.missing("no answer")),
                uk("line").line(alternate(Fact.missing("no answer"))),
                us("voice").voiceUnreadable());

        assertThat(counted).isEqualTo(new PolicyPeople(SEATTLE, 0, 0, 4));
        assertThat(counted.isComplete()).isFalse();
    }

    private static Line alternate(Fact<Optional<PolicyName>> granted) {
        return new Line(PhoneNumber.of("+14255550181"), Line.Category.ALTERNATE, granted);
    }
}
