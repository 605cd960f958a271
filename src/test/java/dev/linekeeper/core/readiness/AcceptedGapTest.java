package dev.linekeeper.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.override.EmergencyGap;
import dev.linekeeper.core.override.GapLine;
import dev.linekeeper.core.override.OverridableRules;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Topic;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An accepted gap lets an enrolment through and makes no rule pass: over every failure that an emergency rule has an example of. */
class AcceptedGapTest {
    private static final PolicyName POLICY = new PolicyName("SC-SEA");

    static Stream<Example> emergencyFailures() {
        return failures().filter(example -> isEmergency(rule(example)));
    }

    private static Stream<Example> failures() {
        return RuleCataloguesTest.examples().filter(example -> example.outcome() == Outcome.FAIL);
    }

    private static Rule<PersonCase> rule(Example example) {
        return Readiness.rules().stream()
                .filter(rule -> rule.id().value().equals(example.rule()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isEmergency(Rule<?> rule) {
        return Set.of(Topic.EMERGENCY, Topic.CALLBACK).contains(rule.topic())
                || rule.id().value().equals("RES-10");
    }

    private static EmergencyGap gap(Finding<PersonCase> failing) {
        return new EmergencyGap(
                POLICY,
                List.of(new GapLine(
                        failing.rule().id().value(), failing.explanation().orElseThrow())));
    }

    @Test
    @Requirement("T30")
    void every_emergency_rule_that_may_fail_has_a_failure_here_and_only_they_can_be_passed_over() {
        Set<String> shown = emergencyFailures().map(Example::rule).collect(Collectors.toSet());
        Set<String> may = Readiness.rules().stream()
                .filter(OverridableRules::contain)
                .map(rule -> rule.id().value())
                .collect(Collectors.toSet());

        assertThat(may)
                .containsExactlyInAnyOrder(
                        "EMG-01", "EMG-02", "EMG-03", "EMG-04", "EMG-06", "EMG-09", "EMG-10", "EMG-12", "POL-03",
                        "POL-04", "POL-06", "POL-07", "POL-08", "POL-09", "POL-10", "RES-10");
        assertThat(OverridableRules.IMPOSSIBLE)
                .extracting(rule -> rule.id().value())
                .containsExactly("POL-05");
        assertThat(shown).containsAll(may).contains("POL-05");
    }

    @ParameterizedTest
    @MethodSource("emergencyFailures")
    @Requirement("T30")
    void no_rule_passes_because_its_failure_is_accepted(Example example) {
        Report<PersonCase> report = example.report();
        Finding<PersonCase> failing = report.finding(rule(example));
        Overall before = report.overall();
        EmergencyGap gap = gap(failing);

        assertThat(gap.covers(failing)).isEqualTo(OverridableRules.contain(failing.rule()));
        assertThat(report.overall(gap::covers)).isNotEqualTo(Overall.READY);
        assertThat(report.overall(finding -> gap(finding).covers(finding)))
                .as("with everything accepted that can be")
                .isNotIn(Overall.READY, Overall.CAN_ENROL);

        assertThat(report.outcome(rule(example))).isEqualTo(Outcome.FAIL);
        assertThat(report.overall()).isEqualTo(before).isEqualTo(Overall.NOT_READY);
        assertThat(gap.isGone(report)).isFalse();
    }

    static Stream<Example> emergencyExamples() {
        return RuleCataloguesTest.examples()
                .filter(example -> isEmergency(rule(example)) && rule(example).mayFail())
                .filter(example -> example.outcome() != Outcome.NA);
    }

    @ParameterizedTest
    @MethodSource("emergencyExamples")
    @Requirement("T30")
    void a_gap_is_gone_only_where_its_rule_was_read_and_holds(Example example) {
        var gap = new EmergencyGap(POLICY, List.of(new GapLine(example.rule(), Explanation.of("was"))));

        assertThat(gap.isGone(example.report()))
                .isEqualTo(!Set.of(Outcome.FAIL, Outcome.UNKNOWN).contains(example.outcome()));
    }

    @Test
    @Requirement("T30")
    void the_same_rule_about_another_number_is_another_gap_and_one_that_waits_for_it_is_not_gone() {
        var failing = emergencyFailures()
                .filter(example -> example.says().equals("EMG-01.empty"))
                .findFirst()
                .orElseThrow();
        var finding = failing.report().finding(rule(failing));
        var said = finding.explanation().orElseThrow();

        assertThat(new EmergencyGap(POLICY, List.of(new GapLine("EMG-01", Explanation.of(said.key(), "Bo", "Global"))))
                        .covers(finding))
                .isFalse();
        assertThat(new EmergencyGap(POLICY, List.of(new GapLine("EMG-06", said))).isGone(failing.report()))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("otherFailures")
    void what_is_no_emergency_rule_is_never_accepted(Example example) {
        Finding<PersonCase> failing = example.report().finding(rule(example));

        assertThat(gap(failing).covers(failing)).isFalse();
    }

    static Stream<Example> otherFailures() {
        return failures().filter(example -> !isEmergency(rule(example)));
    }
}
