package dev.linekeeper.service.tenant;

import static dev.linekeeper.service.tenant.Failures.KEY;
import static dev.linekeeper.service.tenant.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link PolicyCatalogue} that makes emergency call routing policies promises. */
public abstract class EmergencyRoutingContract {
    private static final PolicyName NAME = new PolicyName("Größe \"9\"; $(Get-Date) 'x'");
    private static final List<EmergencyNumber> NUMBERS = List.of(
            new EmergencyNumber("112", "", Optional.of("DE \"all\"")),
            new EmergencyNumber("911", "9911;00911", Optional.empty()));

    protected abstract PolicyCatalogue catalogue();

    private Optional<EmergencyCallRouting> read() {
        return catalogue().policies(PolicyKind.EMERGENCY_CALL_ROUTING).stream()
                .filter(policy -> policy.name().equals(NAME))
                .map(EmergencyCallRouting.class::cast)
                .findFirst();
    }

    @Test
    void a_policy_is_made_once_says_what_was_wanted_and_goes_again() {
        catalogue().create(NAME, NUMBERS, KEY);
        catalogue().create(NAME, NUMBERS, KEY);
        assertThat(read().orElseThrow().numbers()).isEqualTo(NUMBERS);
        assertThat(read().orElseThrow().enhancedServices().known()).contains(true);

        catalogue().remove(NAME, NUMBERS, KEY);
        catalogue().remove(NAME, NUMBERS, KEY);
        assertThat(read()).isEmpty();
    }

    @Test
    void one_number_is_a_list_too() {
        catalogue().create(NAME, NUMBERS.subList(1, 2), KEY);

        assertThat(read().orElseThrow().numbers()).isEqualTo(NUMBERS.subList(1, 2));
    }

    @Test
    void a_name_is_taken_by_one_policy_only_and_what_says_something_else_stays() {
        catalogue().create(NAME, NUMBERS, KEY);

        refused(FailureKind.CONFLICT, () -> catalogue().create(NAME, NUMBERS.subList(0, 1), KEY));
        refused(FailureKind.CONFLICT, () -> catalogue().remove(NAME, NUMBERS.subList(0, 1), KEY));

        assertThat(read().orElseThrow().numbers()).isEqualTo(NUMBERS);
    }
}
