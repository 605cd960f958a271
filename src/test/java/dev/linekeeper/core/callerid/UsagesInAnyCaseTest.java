package dev.linekeeper.core.callerid;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.routing;
import static dev.linekeeper.core.ContosoFixture.rule;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.tenant.PolicyKind.VOICE_ROUTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.diagnosis.Impact;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules, the caller ID and the impact compare PSTN usages alike, whatever their case. */
class UsagesInAnyCaseTest {
    private static final String OWN = "+14255550190;ext=6789";

    @ParameterizedTest
    @ValueSource(strings = {"US-All", "us-all", " US-ALL"})
    void a_usage_of_another_case_leads_elsewhere(String usage) {
        var audit = audit(us("u").direct(VOICE_ROUTING, "V"), usage);

        assertThat(audit.outcome(rule("VRP-01"))).isEqualTo(Outcome.FAIL);
        assertThat(CallerIdResolver.normal(audit).kind()).isEqualTo(CallerId.CallerIdKind.UNDETERMINED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-All", "us-all", " US-ALL"})
    void with_a_usage_of_another_case_an_extension_is_a_number_of_ones_own(String usage) {
        var person = us("u").direct(VOICE_ROUTING, "V").primary(OWN);
        var tenant = contoso().policy(routing("V", usage)).build();

        assertThat(CallerIdResolver.normal(audit(person, usage)).number()).contains(PhoneNumber.of("+14255550190"));
        assertThat(Impact.ofPolicy(named("SC-SEA"), tenant, settings(), Stream.of(person.build()))
                        .loseOutbound())
                .isEmpty();
    }

    private static Report<PersonCase> audit(PersonFixture person, String usage) {
        return Readiness.audit(
                person.build(), contoso().policy(routing("V", usage)).build(), settings());
    }
}
