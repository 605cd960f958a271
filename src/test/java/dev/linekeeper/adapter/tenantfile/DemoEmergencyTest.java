package dev.linekeeper.adapter.tenantfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.cards.EmergencyPlaces;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.PolicyName;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The same of everybody in the demo. */
class DemoEmergencyTest {
    private static final JudgementSettings SETTINGS = new JudgementSettings(
            Optional.of(new PolicyName("NoPSTN")),
            false,
            Map.of(
                    "callingPlan/US", new PolicyName("Emergency-US"),
                    "operatorConnect/GB", new PolicyName("Emergency-UK"),
                    "directRouting/DE", new PolicyName("Emergency-DE"),
                    "callingPlan/AU", new PolicyName("Emergency-AU")));

    @Test
    @Requirement("T29")
    void every_place_leads_with_the_worst_verdict_on_people_of_the_demo() throws IOException {
        try (var in = DemoEmergencyTest.class.getResourceAsStream("/demo/tenant.json")) {
            var ports = new FileTenant(TenantFile.read("demo", Objects.requireNonNull(in)), Clock.systemUTC()).ports();
            var reader = ports.reader(Clock.systemUTC(), Duration.ofHours(1));
            var tenant = reader.tenant().tenant();
            var levels = new TreeMap<String, EmergencyLevel>();
            ports.directory()
                    .forEach(entry -> levels.put(
                            entry.userPrincipalName(),
                            new EmergencyPlaces(reader.person(entry), tenant, SETTINGS).agree()));

            assertThat(levels).hasSizeGreaterThan(45);
            assertThat(levels.get("bianca.pisani@contoso.example")).isEqualTo(EmergencyLevel.NOT_OUT);
            assertThat(levels.get("adele.vance@contoso.example")).isEqualTo(EmergencyLevel.NO_CALLS);
        }
    }
}
