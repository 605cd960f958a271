package dev.linekeeper.chat.cards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.output.PersonResult;
import dev.linekeeper.adapter.cli.output.ReadinessCsv;
import dev.linekeeper.adapter.cli.output.ReadinessJson;
import dev.linekeeper.adapter.cli.output.ReadinessOutput;
import dev.linekeeper.adapter.cli.output.ReadinessTable;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.output.TerminalText;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.callerid.CallPath;
import dev.linekeeper.core.diagnosis.Diagnosis;
import dev.linekeeper.core.emergency.EmergencyCallerId;
import dev.linekeeper.core.emergency.EmergencyCallerId.EmergencyCallerIdKind;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.emergency.EmergencyView;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.Planner;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Topic;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Person;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** Every place that speaks of one person's emergency calls, and what must hold of them together. */
public record EmergencyPlaces(Person person, Tenant tenant, JudgementSettings settings) {
    private static final Wording ENGLISH = Wording.of(Locale.UK);

    /** What a place says first, and how grave it looks. */
    private record Said(Tone tone, String verdict) {}

    /** Fails where two places differ, or one is milder than what the rules found; tells the level. */
    public EmergencyLevel agree() {
        Report<PersonCase> audit = Readiness.audit(person, tenant, settings);
        EmergencyVerdict verdict = EmergencyVerdict.of(audit);
        var places = places(audit);

        assertThat(verdict.level()).as(name()).isGreaterThanOrEqualTo(atLeast(audit));
        places.forEach((place, said) -> {
            if (verdict.level() != EmergencyLevel.NOTHING_FOUND) {
                assertThat(said.verdict()).as("%s of %s", place, name()).contains(say(verdict.headline()));
                assertThat(said.tone()).as("%s of %s", place, name()).isGreaterThanOrEqualTo(Tone.WARNING);
            }
            if (verdict.level().stopsCalls()) {
                assertThat(said.tone()).as("%s of %s", place, name()).isEqualTo(Tone.STOP);
            }
        });
        assertThat(EmergencyView.of(audit).verdict()).isEqualTo(verdict);
        inLists(audit, verdict);
        underAPolicy(verdict);
        inAShell(audit, verdict);
        afterARemoval();
        return verdict.level();
    }

    /** What the rules and the path of calls say by themselves, read here and nowhere in the product. */
    private static EmergencyLevel atLeast(Report<PersonCase> audit) {
        var callerId = EmergencyCallerId.of(audit);
        var failing = audit.about(Topic.CALLBACK, Topic.EMERGENCY).stream()
                .filter(finding -> finding.outcome() == Outcome.FAIL)
                .map(finding -> finding.rule().id().value())
                .toList();
        if (callerId.kind() == EmergencyCallerIdKind.NOT_ABLE_TO_CALL) {
            return EmergencyLevel.NO_CALLS;
        }
        boolean shared = CallPath.of(audit) instanceof CallPath.SharedCallingPath;
        if (shared && Stream.of("EMG-01", "EMG-03", "EMG-04").anyMatch(failing::contains)) {
            return EmergencyLevel.NOT_OUT;
        }
        if (Stream.of("EMG-01", "EMG-02", "EMG-03", "EMG-04", "EMG-09", "POL-05")
                .anyMatch(failing::contains)) {
            return EmergencyLevel.IN_DOUBT;
        }
        if (callerId.kind() == EmergencyCallerIdKind.UNDETERMINED) {
            return EmergencyLevel.NOT_READ;
        }
        if (callerId.callback() == EmergencyCallerId.Callback.AUTO_ATTENDANT) {
            return EmergencyLevel.NO_CALLBACK;
        }
        return failing.isEmpty() ? EmergencyLevel.NOTHING_FOUND : EmergencyLevel.NEEDS_A_LOOK;
    }

    private Map<String, Said> places(Report<PersonCase> audit) {
        var view = EmergencyView.of(audit);
        var entry = person.entry();
        var check = ReadinessCards.ofPerson(Explanation.of("chat.name", "x"), audit, Instant.EPOCH, List.of());
        return Map.of(
                "emergency", said(EmergencyCards.of(name(), view, Optional.empty())),
                "my emergency", said(EmergencyCards.own(view, Optional.empty())),
                "caller id", said(CallerIdCards.of("other", name(), audit)),
                "my caller id", said(CallerIdCards.of("own", name(), audit)),
                "why",
                        said(DiagnosisCards.of(
                                entry, Diagnosis.of(audit), NoteCards.asOf(Instant.EPOCH, Optional.empty()))),
                "check", new Said(check.tone(), say(check.verdict())));
    }

    private void inLists(Report<PersonCase> audit, EmergencyVerdict verdict) {
        var row = ReadinessRows.ofPerson(person.entry(), audit, verdict);
        verdict.inShort().ifPresent(said -> assertThat(say(row.detail())).startsWith(say(said) + " · "));
        if (verdict.level().stopsCalls()) {
            assertThat(row.tone()).isEqualTo(Tone.STOP);
        }
    }

    /** Under a policy they may be given: as things are first, and what is expected then. */
    private void underAPolicy(EmergencyVerdict verdict) {
        tenant.policies(PolicyKind.SHARED_CALLING).known().stream()
                .flatMap(all -> all.keySet().stream())
                .sorted(Comparator.comparing(PolicyName::value))
                .limit(3)
                .forEach(policy -> {
                    var planned = Planner.enrol(person, tenant, settings, policy, false);
                    var card = ReadinessCards.ofPlan(
                            Explanation.of("chat.name", "x"), planned, verdict, Instant.EPOCH, List.of());
                    if (verdict.level().stopsCalls()) {
                        assertThat(say(card.verdict())).contains(say(verdict.headline()));
                        assertThat(card.tone()).isNotEqualTo(Tone.GOOD);
                    }
                    if (planned instanceof PlanResult.Ready(var plan, _)) {
                        assertThat(say(card.verdict()))
                                .contains(say(plan.emergencyAfterwards().orElseThrow()));
                    }
                });
    }

    private void inAShell(Report<PersonCase> audit, EmergencyVerdict verdict) {
        var judged = PersonResult.of(audit);
        var outputs = Map.<String, Function<Shell, ReadinessOutput>>of(
                "table", shell -> new ReadinessTable(shell, true),
                "json", ReadinessJson::new,
                "csv", ReadinessCsv::new);
        outputs.forEach((format, output) -> {
            var out = new StringWriter();
            var print = output.apply(
                    new Shell(new PrintWriter(out), new PrintWriter(out), new TerminalText(Ansi.OFF), ENGLISH::say));
            print.print(judged);
            print.end();
            assertThat(out.toString().replaceAll("\\s+", " "))
                    .as("readiness as %s of %s", format, name())
                    .contains(say(verdict.headline()))
                    .doesNotContain("Dial 933");
        });
    }

    /** A removal, as any plan, says what emergency calls are then: the verdict on the person after the changes. */
    private void afterARemoval() {
        if (Planner.remove(person, tenant, settings) instanceof PlanResult.Ready(var plan, _)) {
            var then = person;
            for (var change : plan.changes()) {
                then = then.after(change);
            }
            assertThat(plan.emergencyAfterwards())
                    .as("removal of %s", name())
                    .contains(EmergencyVerdict.of(Readiness.audit(then, tenant, settings))
                            .headline());
        }
    }

    private static Said said(Sheet sheet) {
        return new Said(sheet.tone(), say(sheet.verdict()));
    }

    private static String say(Explanation explanation) {
        return ENGLISH.say(explanation);
    }

    private String name() {
        return person.displayName();
    }
}
