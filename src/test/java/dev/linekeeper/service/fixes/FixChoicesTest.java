package dev.linekeeper.service.fixes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.fixes.FixChoice;
import dev.linekeeper.core.fixes.FixChoices;
import dev.linekeeper.core.fixes.Fixable;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What something could be put right with, and what of that would hold. */
class FixChoicesTest {
    private final SimulatedTenant model = Fabrikam.demo(Clock.systemUTC());

    private Tenant tenant() {
        return model.ports()
                .reader(Clock.systemUTC(), Duration.ZERO)
                .freshTenant()
                .tenant();
    }

    private ResourceAccount account(String name) {
        return tenant().resourceAccounts().known().orElseThrow().values().stream()
                .filter(account -> account.displayName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_policy_for_direct_routing_takes_a_usage_that_a_route_carries() {
        model.change(edit -> edit.policies(PolicyKind.EMERGENCY_CALL_ROUTING)
                .removeIf(it -> it.path("Identity").asString("").equals("Tag:Emergency-DE")));
        var settings = new JudgementSettings(
                Optional.empty(), false, Map.of("directRouting/DE", new PolicyName("Emergency-DE")));
        var choices = new FixChoices(tenant(), settings);

        var all = choices.all(Fixable.EMERGENCY_ROUTING, account("Berlin main line"))
                .known()
                .orElseThrow();

        assertThat(all).extracting(FixChoice::name).contains("US-All", "DE-Emergency");
        assertThat(all.stream().filter(choices::fits))
                .extracting(FixChoice::name)
                .contains("DE-Emergency")
                .doesNotContain("US-All", "UK-Emergency");
    }

    @Test
    void an_account_without_a_number_and_without_callback_numbers_has_no_country_to_choose() {
        var choices = new FixChoices(tenant(), new JudgementSettings(Optional.empty(), false, Map.of()));

        assertThat(choices.all(Fixable.USAGE_LOCATION, account("Denver main line"))
                        .known()
                        .orElseThrow())
                .isEmpty();
        assertThat(choices.all(Fixable.USAGE_LOCATION, account("Berlin main line"))
                        .known()
                        .orElseThrow())
                .extracting(FixChoice::value)
                .containsExactly("DE");
    }
}
