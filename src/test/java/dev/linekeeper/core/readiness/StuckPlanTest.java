package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.de;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.routing;
import static dev.linekeeper.core.ContosoFixture.rule;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.tenant.PolicyKind.EMERGENCY_CALL_ROUTING;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static dev.linekeeper.core.tenant.PolicyKind.VOICE_ROUTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.TenantFixture;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plan that cannot mend what fails says why: a setting, or something that was not read. */
class StuckPlanTest {
    @Test
    void a_plan_names_the_setting_that_keeps_it_from_mending() {
        var person = us("u").inherited(SHARED_CALLING).inherited(VOICE_ROUTING).inherited(EMERGENCY_CALL_ROUTING);
        var tenant = contoso().policy(routing("Global", "US-All"));

        assertThat(stuck(person, tenant, new JudgementSettings(Optional.empty(), false, Map.of()), "VRP-01"))
                .isEqualTo("plan.stuck.no-empty-policy");
        assertThat(stuck(person, tenant, empty("V-US"), "VRP-01")).isEqualTo("plan.stuck.not-empty");
        assertThat(stuck(person, tenant, empty("Nowhere"), "VRP-01")).isEqualTo("plan.stuck.not-there");
        assertThat(stuck(person, tenant, empty("V-US"), "EMG-01")).isEqualTo("plan.stuck.no-emergency-policy");
        assertThat(stuck(person, tenant, granting("E-UKU"), "EMG-01"))
                .isEqualTo("plan.stuck.emergency-policy-unsuited");
        assertThat(stuck(person, tenant, granting("Nowhere"), "EMG-01")).isEqualTo("plan.stuck.not-there");
    }

    @Test
    void a_remedy_that_nobody_could_work_out_is_not_known() {
        var tenant = contoso().number("+14255550100", n -> n.in(known(Optional.empty())));
        var report = Readiness.plan(
                us("u").inherited(EMERGENCY_CALL_ROUTING).build(), tenant.build(), settings(), named("SC-SEA"), false);

        assertThat(report.outcome(rule("EMG-01"))).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void a_number_that_could_not_be_looked_up_is_neither_released_nor_in_the_way() {
        var person = us("u").primary("+14255550140").inherited(SHARED_CALLING).build();
        var tenant = contoso().unreadable("numbers").build();

        var report = Readiness.plan(person, tenant, settings(), named("SC-SEA"), true);

        assertThat(report.outcome(rule("USR-06"))).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.overall()).isEqualTo(Overall.NOT_VERIFIED);
    }

    @Test
    void routes_that_could_not_be_read_leave_open_whether_the_emergency_policy_would_do() {
        var person = de("u").inherited(SHARED_CALLING)
                .inherited(EMERGENCY_CALL_ROUTING)
                .build();
        var tenant = contoso().usages(Fact.missing("busy")).build();

        assertThat(Readiness.plan(person, tenant, settings(), named("SC-BER"), false)
                        .outcome(rule("EMG-01")))
                .isEqualTo(Outcome.UNKNOWN);
    }

    private static String stuck(PersonFixture person, TenantFixture tenant, JudgementSettings settings, String rule) {
        var because = Readiness.plan(person.build(), tenant.build(), settings, named("SC-SEA"), false)
                .because(rule(rule));
        return ((Explanation) because.arguments().getLast()).key();
    }

    private static JudgementSettings empty(String policy) {
        return new JudgementSettings(Optional.of(named(policy)), false, Map.of());
    }

    private static JudgementSettings granting(String policy) {
        return new JudgementSettings(Optional.empty(), false, Map.of("callingPlan/US", named(policy)));
    }
}
