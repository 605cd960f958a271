package dev.linekeeper.chat.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.linekeeper.chat.Answer.PersonReadiness;
import dev.linekeeper.chat.Answer.PersonReadiness.RuleLine;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.cards.ReadinessCards;
import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.attestation.AttestableRules;
import dev.linekeeper.core.attestation.Attestation;
import dev.linekeeper.core.attestation.AttestationState;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.attestation.AttestedSubject;
import dev.linekeeper.core.attestation.TestCallTask;
import dev.linekeeper.core.attestation.TestCallTask.TestCallReport;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.ReadinessExamples;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.attestation.AttestationStore;
import dev.linekeeper.service.attestation.TestCallStore;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that can be attested is, over all rules and worked cases: what is said grows, what is found does not change. */
class NoRulePassesByAttestationTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T08:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate END = LocalDate.parse("2027-04-01");

    private final DisplayNames names =
            new DisplayNames(Fabrikam.demo(CLOCK).ports().directory(), CLOCK);

    /** Whatever is asked for is attested until that day, of what is there where {@code about} says so. */
    private static AttestationLines attested(DisplayNames names, LocalDate until, AttestedCase about, boolean same) {
        return new AttestationLines(
                new AttestationStore() {
                    @Override
                    public Optional<Attestation> newest(RuleId rule, AttestedSubject subject) {
                        return Optional.of(new Attestation(
                                new RequestId(1),
                                rule,
                                subject,
                                1,
                                "London",
                                UserId.LINEKEEPER,
                                CLOCK.instant(),
                                until,
                                "the operator wrote so",
                                Optional.empty(),
                                same ? about.about(rule).known().orElse("") : "+44 20 7946 0199 Calling Plan",
                                Optional.empty()));
                    }

                    @Override
                    public List<Attestation> newest() {
                        throw new AssertionError();
                    }

                    @Override
                    public Optional<Attestation> find(RequestId id) {
                        throw new AssertionError();
                    }

                    @Override
                    public boolean add(Attestation attestation) {
                        throw new AssertionError();
                    }

                    @Override
                    public boolean withdraw(RequestId id, UserId by, Instant at) {
                        throw new AssertionError();
                    }
                },
                AttestationsForTests.TERMS,
                names,
                new TestCallLines(new NoTestCalls(), names, CLOCK),
                CLOCK);
    }

    private record NoTestCalls() implements TestCallStore {
        @Override
        public List<TestCallTask> latest(int limit) {
            return List.of();
        }

        @Override
        public List<TestCallTask> of(PolicyName policy) {
            return List.of();
        }

        @Override
        public Optional<TestCallTask> find(RequestId id) {
            return Optional.empty();
        }

        @Override
        public void add(TestCallTask call) {
            throw new AssertionError();
        }

        @Override
        public boolean report(RequestId id, TestCallReport said) {
            throw new AssertionError();
        }
    }

    private static List<Report<PersonCase>> reports() {
        return Stream.concat(
                        ContosoCase.names().stream()
                                .map(ContosoCase::of)
                                .map(it -> Readiness.audit(it.person(), it.tenant(), it.settings())),
                        ReadinessExamples.reports())
                .toList();
    }

    private static PersonReadiness card(Report<PersonCase> report) {
        return ReadinessCards.ofPerson(Explanation.of("chat.name", "Adele"), report, CLOCK.instant(), List.of());
    }

    private static String said(RuleLine line) {
        return Wording.of(Locale.ENGLISH).say(line.says().orElse(line.title()));
    }

    @Test
    void every_line_says_more_and_no_verdict_tone_or_count_is_another() {
        var asked = new TreeSet<RuleId>();
        for (var report : reports()) {
            var before = card(report);
            var about = AttestedCase.of(report.subject());
            var after = attested(names, END, about.orElse(new AttestedCase(Optional.empty(), Optional.empty())), true)
                    .on(before, about);

            assertThat(after.tone()).isEqualTo(before.tone());
            assertThat(after.verdict()).isEqualTo(before.verdict());
            assertThat(after.passed()).isEqualTo(before.passed());
            assertThat(after.total()).isEqualTo(before.total());
            assertThat(after.checks())
                    .extracting(RuleLine::mark, RuleLine::rule)
                    .isEqualTo(before.checks().stream()
                            .map(line -> tuple(line.mark(), line.rule()))
                            .toList());
            for (int at = 0; at < after.checks().size(); at++) {
                var line = after.checks().get(at);
                if (line.mark().equals(Outcome.MANUAL.name())) {
                    asked.add(new RuleId(line.rule()));
                    assertThat(said(line))
                            .startsWith(said(before.checks().get(at)))
                            .contains("Attested by Linekeeper", "until Thursday, April 1, 2027", "it was not read");
                } else {
                    assertThat(line).isEqualTo(before.checks().get(at));
                }
            }
        }
        assertThat(asked)
                .as("every rule that can be attested asks in some case")
                .isEqualTo(AttestableRules.all());
    }

    @Test
    void whatever_asks_a_human_can_be_attested() {
        for (var report : reports()) {
            for (var finding : report.with(Outcome.MANUAL)) {
                var about = AttestedCase.of(report.subject()).orElseThrow();
                assertThat(about.subject(finding.rule().id()))
                        .as("%s", finding.rule())
                        .isPresent();
                assertThat(about.verdict(finding.rule().id())).contains(finding.verdict());
                assertThat(about.about(finding.rule().id()).known())
                        .as("what %s rests on", finding.rule().id())
                        .isPresent();
            }
        }
    }

    @Test
    void what_is_over_or_was_said_of_something_older_counts_for_nothing_and_is_offered_again() {
        var report = reports().stream()
                .filter(it -> it.with(Outcome.MANUAL).stream()
                        .anyMatch(finding -> finding.rule().id().value().equals("EMG-13")))
                .findFirst()
                .orElseThrow();
        var about = AttestedCase.of(report.subject()).orElseThrow();

        var over = attested(names, LocalDate.parse("2026-11-27"), about, true).on(card(report), Optional.of(about));
        var older = attested(names, END, about, false).on(card(report), Optional.of(about));
        var fresh = attested(names, END, about, true).on(card(report), Optional.of(about));

        assertThat(line(over)).contains("is over. It does not count").doesNotContain("the operator wrote so");
        assertThat(line(older)).contains("was about something older").doesNotContain("the operator wrote so");
        assertThat(line(fresh)).contains("\"the operator wrote so\"");
        assertThat(buttons(over)).contains("attest EMG-13");
        assertThat(buttons(older)).contains("attest EMG-13");
        assertThat(buttons(fresh)).doesNotContain("attest EMG-13");
        assertThat(AttestationState.OLDER.holds()).isFalse();
    }

    private static String line(PersonReadiness card) {
        return card.checks().stream()
                .filter(line -> line.rule().equals("EMG-13"))
                .map(NoRulePassesByAttestationTest::said)
                .findFirst()
                .orElseThrow();
    }

    private static String buttons(PersonReadiness card) {
        return card.suggestions().toString();
    }
}
