package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.callerid.Confidence;
import dev.linekeeper.core.callerid.LineCallerId;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.simulator.state.Fabrikam;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody with several numbers gets an answer for each (case F40), through Graph and PowerShell together. */
class LinesOfOnePersonTest {
    private static final PhoneNumber OWN = PhoneNumber.of("+442079460120");
    private static final PhoneNumber SHARED = PhoneNumber.of("+14255550100");

    @Test
    void each_line_shows_what_its_own_policy_says() throws IOException {
        try (var tenant = demo()) {
            var lines = lines(tenant);
            assertThat(lines)
                    .extracting(line -> line.callerId().number())
                    .containsExactly(Optional.of(OWN), Optional.of(SHARED));
            assertThat(lines.getLast().callerId().confidence()).isEqualTo(Confidence.LOW);
        }
    }

    @Test
    void a_line_whose_policy_cannot_be_read_has_no_answer_and_the_main_number_has() throws IOException {
        try (var tenant = demo()) {
            tenant.emulator()
                    .faults()
                    .add("{\"kind\": \"powershell-access-denied\", \"path\": \"Get-CsPhoneNumberPolicyAssignment\","
                            + " \"times\": 0}");
            assertThat(lines(tenant))
                    .extracting(line -> line.callerId().number())
                    .containsExactly(Optional.of(OWN), Optional.empty());
        }
    }

    @Test
    void what_teams_finds_wrong_with_one_person_reaches_the_rule_and_is_unknown_where_nobody_told() throws IOException {
        try (var tenant = demo()) {
            assertThat(validation(tenant)).isEqualTo(Outcome.PASS);
            tenant.emulator()
                    .faults()
                    .add("{\"kind\": \"powershell-access-denied\", \"path\": \"Get-CsOnlineUser\", \"times\": 0}");
            assertThat(validation(tenant)).isEqualTo(Outcome.UNKNOWN);
        }
    }

    private static Outcome validation(EmulatedTenant tenant) {
        return report(tenant).findings().stream()
                .filter(finding -> finding.rule().id().value().equals("USR-12"))
                .map(Finding::outcome)
                .findFirst()
                .orElseThrow();
    }

    private static List<LineCallerId> lines(EmulatedTenant tenant) {
        return CallerIdResolver.lines(report(tenant));
    }

    private static Report<PersonCase> report(EmulatedTenant tenant) {
        var reader = tenant.ports().reader(Clock.systemUTC(), Duration.ofHours(1));
        var elvia = tenant.ports()
                .directory()
                .findByPrincipalName("elvia.atkins@contoso.example")
                .orElseThrow();
        return Readiness.audit(
                reader.person(elvia),
                reader.tenant().tenant(),
                new JudgementSettings(Optional.of(new PolicyName("NoPSTN")), false, Map.of()));
    }

    private static EmulatedTenant demo() {
        return new EmulatedTenant(Fabrikam.demo(Clock.systemUTC()), Fabrikam.AT_ONCE, Clock.systemUTC());
    }
}
