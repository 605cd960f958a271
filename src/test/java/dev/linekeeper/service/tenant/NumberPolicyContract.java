package dev.linekeeper.service.tenant;

import static dev.linekeeper.service.tenant.Failures.KEY;
import static dev.linekeeper.service.tenant.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everything promises that grants Shared Calling policies to single numbers. */
public abstract class NumberPolicyContract {
    /** The second number of somebody in the demo tenant, which has the policy Seattle. */
    private static final PhoneNumber SECOND = PhoneNumber.of("+14255550180");

    private static final PhoneNumber FREE = PhoneNumber.of("+442079460130");

    protected abstract WriteReceipt grant(PhoneNumber number, Optional<PolicyName> policy, ChangeKey key);

    protected abstract Optional<PolicyName> read(PhoneNumber number);

    private void grant(PhoneNumber number, String policy) {
        grant(number, Optional.of(new PolicyName(policy)), KEY);
    }

    @Test
    void a_number_gets_a_policy_another_and_none_and_saying_it_twice_is_harmless() {
        grant(SECOND, "London mixed");
        grant(SECOND, "london MIXED");
        assertThat(read(SECOND)).contains(new PolicyName("London mixed"));

        grant(SECOND, "Berlin");
        assertThat(read(SECOND)).contains(new PolicyName("Berlin"));

        grant(SECOND, Optional.empty(), KEY);
        assertThat(grant(SECOND, Optional.empty(), KEY)).isInstanceOf(WriteReceipt.NothingToWrite.class);
        assertThat(read(SECOND)).isEmpty();
    }

    @Test
    void a_policy_that_is_not_there_and_a_number_nobody_has_are_refused() {
        refused(FailureKind.NOT_FOUND, () -> grant(SECOND, "Nowhere"));
        refused(FailureKind.CONFLICT, () -> grant(FREE, "London"));

        assertThat(read(SECOND)).contains(new PolicyName("Seattle"));
    }
}
