package dev.linekeeper.adapter.tenantfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The demo has somebody with every kind of trouble of the worked cases. What troubles a whole tenant is not in it: a
 * number in two policies (F24) would spoil Seattle for everybody, a site (F36) and the cloud (F41) all of it; an
 * unreadable account (F42) is a fault switch.
 */
class DemoTenantTest {
    private static TenantPorts ports;
    private static TenantReader tenantReader;
    private static Readiness judge;

    @BeforeAll
    static void read() throws IOException {
        try (var in = DemoTenantTest.class.getResourceAsStream("/demo/tenant.json")) {
            ports = new FileTenant(TenantFile.read("demo", Objects.requireNonNull(in)), Clock.systemUTC()).ports();
        }
        tenantReader = ports.reader(Clock.systemUTC(), Duration.ofHours(1));
        var settings = new JudgementSettings(
                Optional.of(new PolicyName("NoPSTN")),
                false,
                Map.of(
                        "callingPlan/US", new PolicyName("Emergency-US"),
                        "operatorConnect/GB", new PolicyName("Emergency-UK"),
                        "directRouting/DE", new PolicyName("Emergency-DE"),
                        "callingPlan/AU", new PolicyName("Emergency-AU")));
        judge = new Readiness(tenantReader.tenant().tenant(), settings);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "F01 | joni.sherman       | READY               | -             | -             | +14255550100",
                "F02 | enrico.cattaneo    | NOT_READY           | USR-05        | -             | -",
                "F03 | henrietta.mueller  | NOT_READY           | USR-03        | -             | -",
                "F04 | megan.bowen        | NOT_READY           | POL-01        | -             | -",
                "F05 | irvin.sayers       | NOT_READY           | VRP-01        | -             | -",
                "F06 | carlos.slattery    | READY_WITH_WARNINGS | -             | VRP-02        | +14255550100",
                "F07 | lee.gu             | NOT_READY           | USR-06        | USR-11        | +14255550140",
                "F08 | ulrich.vogt        | NOT_READY           | USR-06        | USR-11        | +14255550100",
                "F09 | isaiah.langer      | READY               | -             | -             | +14255550100",
                "F10 | viktor.olsen       | NOT_READY           | VRP-01        | -             | +14255550190",
                "F11 | nora.lind          | NOT_READY           | USR-06        | -             | -",
                "F12 | lynne.robbins      | NOT_READY           | RES-10        | POL-11        | +14255550110",
                "F13 | miriam.graham      | NOT_READY           | RES-12        | POL-11        | +14255550120",
                "F14 | nestor.wilke       | NOT_READY           | RES-08        | POL-11        | +61255501100",
                "F15 | diego.siciliani    | NOT_READY           | RES-04        | -             | -",
                "F16 | patti.fernandez    | NOT_READY           | POL-05        | -             | +18005550199",
                "F17 | debra.berger       | READY               | -             | -             | +18005550199",
                "F18 | cameron.white      | READY_WITH_WARNINGS | -             | POL-11        | +14255550100",
                "F19 | pradeep.gupta      | READY               | -             | -             | +442079460100",
                "F20 | raul.razo          | NOT_READY           | EMG-02        | -             | +442079460100",
                "F21 | grady.archie       | READY               | -             | -             | +493023125100",
                "F22 | bianca.pisani      | NOT_READY           | EMG-03        | -             | +493023125100",
                "F23 | johanna.lorenz     | NOT_READY           | VRP-01        | -             | -",
                "F25 | felix.brandt       | NOT_READY           | RES-14        | POL-11        | +493023125110",
                "F26 | allan.deyoung      | NOT_READY           | POL-03        | -             | +442079460100",
                "F27 | tessa.bloom        | NOT_READY           | POL-04        | -             | +14255550100",
                "F28 | brian.johnson      | NOT_READY           | POL-07        | -             | +14255550100",
                "F29 | wanda.petrov       | NOT_READY           | POL-06        | -             | +14255550100",
                "F30 | delia.dennis       | NOT_READY           | EMG-01        | -             | +14255550100",
                "F31 | gerhart.moller     | READY_WITH_WARNINGS | -             | CLI-01        | +14255550100",
                "F32 | xavier.costa       | READY_WITH_WARNINGS | -             | CLI-01        | +14255550100",
                "F33 | yuki.tanaka        | READY_WITH_WARNINGS | -             | CLI-02        | +14255550100",
                "F34 | lidia.holloway     | READY               | -             | -             | +14255550100",
                "F35 | rosa.marino        | READY_WITH_WARNINGS | -             | RES-16        | +14255550115",
                "F37 | quentin.dubois     | READY_WITH_WARNINGS | -             | USR-09,EMG-05 | +14255550100",
                "F38 | zoe.keller         | READY               | -             | -             | +14255550100",
                "F39 | christie.cline     | READY               | -             | -             | +14255550100",
                "F40 | elvia.atkins       | NOT_READY           | USR-06,POL-01 | USR-13        | +442079460120"
            })
    void everybody_has_the_trouble_they_stand_for(
            String theCase, String alias, String overall, String failing, String warning, String callerId) {
        var entry = ports.directory()
                .findByPrincipalName(alias + "@contoso.example")
                .orElseThrow();
        var report = judge.audit(tenantReader.person(entry));
        assertThat(rules(report, Outcome.FAIL)).isEqualTo(listed(failing));
        assertThat(rules(report, Outcome.WARN)).isEqualTo(listed(warning));
        assertThat(report.overall().name()).isEqualTo(overall);
        assertThat(CallerIdResolver.normal(report).number().map(Object::toString))
                .isEqualTo(Optional.ofNullable(callerId));
    }

    @Test
    void the_demo_has_people_who_are_none_or_who_are_gone() {
        var content = ports.directory();
        assertThat(content.search("Fabrikam", 8)).as("guests are no people").isEmpty();
        for (var guest : List.of("mia.gast_fabrikam.example#EXT#", "noel_fabrikam.example#EXT#")) {
            assertThat(findings(guest, Outcome.FAIL)).contains("USR-01");
        }
        assertThat(findings("otto.lang", Outcome.FAIL))
                .as("left, licences suspended")
                .contains("USR-01");
        assertThat(findings("petra.simmons", Outcome.FAIL))
                .as("left, licences gone")
                .contains("USR-01", "USR-03");
        assertThat(Stream.of("otto.lang", "petra.simmons", "conor.oneil", "noel_fabrikam.example#EXT#")
                        .map(alias -> content.findByPrincipalName(alias + "@contoso.example"))
                        .map(entry -> entry.orElseThrow().enabled().known()))
                .containsOnly(Optional.of(false));
        var account = new UserId("d8391fbf-4cd9-5f81-bbb9-f065aaf299eb");
        var granting = new GroupId("2a38a68d-c173-5f8e-a9ef-c4b332d0e41c");
        assertThat(content.groupsOf(account))
                .as("a resource account is in a group that grants a policy")
                .contains(granting);
        assertThat(content.members(granting)).as("and is nobody there").doesNotContain(account);
    }

    private static List<String> findings(String alias, Outcome outcome) {
        return rules(
                judge.audit(tenantReader.person(ports.directory()
                        .findByPrincipalName(alias + "@contoso.example")
                        .orElseThrow())),
                outcome);
    }

    private static List<String> rules(Report<PersonCase> report, Outcome outcome) {
        return report.with(outcome).stream()
                .map(Finding::rule)
                .map(rule -> rule.id().value())
                .sorted()
                .toList();
    }

    private static List<String> listed(String rules) {
        return rules == null
                ? List.of()
                : Arrays.stream(rules.split(",", -1)).sorted().toList();
    }
}
