package dev.linekeeper.core.readiness.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void a_rule_does_not_apply_until_what_it_needs_holds() {
        var report = judged(List.of(rule("A-1", Verdicts.fail("no")), needing("A-2", "A-1"), needing("A-3", "A-2")));

        assertThat(outcomes(report)).containsExactly(Outcome.FAIL, Outcome.NA, Outcome.NA);
        assertThat(report.findings().get(2).explanation().orElseThrow().arguments())
                .containsExactly("A-2");
    }

    @Test
    void a_warning_or_an_unknown_prerequisite_does_not_stand_in_the_way() {
        var report = judged(List.of(
                rule("A-1", Verdicts.warn("hm")),
                needing("A-2", "A-1"),
                rule("B-1", Verdicts.unknown("hm")),
                needing("B-2", "B-1")));

        assertThat(outcomes(report)).containsExactly(Outcome.WARN, Outcome.PASS, Outcome.UNKNOWN, Outcome.PASS);
    }

    @Test
    void a_prerequisite_may_be_listed_after_what_needs_it_or_be_judged_elsewhere() {
        var report = judged(List.of(needing("A-2", "A-1"), rule("A-1", Verdicts.fail("no")), needing("A-3", "Z-9")));

        assertThat(outcomes(report)).containsExactly(Outcome.NA, Outcome.FAIL, Outcome.PASS);
    }

    @Test
    void rules_that_need_each_other_are_refused() {
        assertThatThrownBy(() -> new Catalogue<>(List.of(needing("A-1", "A-2"), needing("A-2", "A-1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A-1");
    }

    @Test
    void two_rules_of_one_name_are_refused() {
        assertThatThrownBy(() -> new Catalogue<>(List.of(rule("A-1", Verdicts.pass()), rule("A-1", Verdicts.pass()))))
                .hasMessageContaining("A-1");
    }

    @Test
    void in_a_plan_a_failure_that_will_be_fixed_holds() {
        var voice = new Change.SwitchVoice(new UserId("u"), true);
        var catalogue = new Catalogue<>(List.of(fixed("A-1", _ -> Optional.of(known(voice))), needing("A-2", "A-1")));

        var plan = catalogue.judge("x", JudgementMode.PLAN);
        assertThat(plan.findings().getFirst().change()).hasValue(voice);
        assertThat(outcomes(plan)).containsExactly(Outcome.FAIL, Outcome.PASS);
        assertThat(plan.overall()).isEqualTo(Overall.CAN_ENROL);

        var audit = catalogue.judge("x", JudgementMode.AUDIT);
        assertThat(audit.findings().getFirst().willBeFixed()).isFalse();
        assertThat(outcomes(audit)).containsExactly(Outcome.FAIL, Outcome.NA);
    }

    @Test
    void an_automatic_remedy_with_nothing_to_change_to_blocks() {
        var plan = new Catalogue<>(List.of(fixed("A-1", _ -> Optional.empty()))).judge("x", JudgementMode.PLAN);

        assertThat(plan.overall()).isEqualTo(Overall.BLOCKED);
    }

    @Test
    void a_remedy_that_follows_from_what_was_not_read_leaves_the_rule_unknown() {
        var plan = new Catalogue<>(List.of(fixed("A-1", _ -> Optional.of(Fact.missing("busy")))))
                .judge("x", JudgementMode.PLAN);

        assertThat(outcomes(plan)).containsExactly(Outcome.UNKNOWN);
        assertThat(plan.overall()).isEqualTo(Overall.NOT_VERIFIED);
    }

    @Test
    void a_rule_is_found_by_its_id() {
        var catalogue = new Catalogue<>(List.of(rule("A-1", Verdicts.pass())));

        assertThat(catalogue.find(new RuleId("A-1"))).isPresent();
        assertThat(catalogue.find(new RuleId("A-2"))).isEmpty();
    }

    @Test
    void a_rule_that_changes_a_person_cannot_be_seen_from_elsewhere() {
        var rule = fixed("A-1", _ -> Optional.empty());

        assertThatThrownBy(() -> rule.seenFrom(_ -> Verdicts.pass())).isInstanceOf(IllegalStateException.class);
    }

    private static Report<String> judged(List<Rule<String>> rules) {
        return new Catalogue<>(rules).judge("x", JudgementMode.AUDIT);
    }

    private static List<Outcome> outcomes(Report<String> report) {
        return report.findings().stream().map(Finding::outcome).toList();
    }

    private static Rule<String> rule(String id, Verdict verdict) {
        return Rule.<String>rule(id, Topic.PERSON).inferred().byAdmin().must(_ -> verdict);
    }

    private static Rule<String> needing(String id, String needed) {
        return Rule.<String>rule(id, Topic.PERSON)
                .inferred()
                .elsewhere()
                .onceMet(rule(needed, Verdicts.pass()))
                .must(_ -> Verdicts.pass());
    }

    private static Fact<Change> known(Change change) {
        return new Fact.Known<>(change, "a test", Instant.EPOCH);
    }

    private static Rule<String> fixed(String id, Function<String, Optional<Fact<Change>>> change) {
        return Rule.<String>rule(id, Topic.PERSON).inferred().fixedBy(change).must(_ -> Verdicts.fail("no"));
    }
}
