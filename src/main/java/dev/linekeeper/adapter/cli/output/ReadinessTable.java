package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.chat.cards.EmergencyLines;
import dev.linekeeper.core.callerid.CallerId;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One line a person, and below it, when few were asked for, every reason with its remedy. */
public final class ReadinessTable implements ReadinessOutput {
    private static final List<Outcome> WORTH_TELLING =
            List.of(Outcome.FAIL, Outcome.UNKNOWN, Outcome.WARN, Outcome.MANUAL, Outcome.INFO);

    private static final int RULES = 2;

    private final Shell shell;
    private final boolean reasons;
    private final Map<Overall, Integer> counts = new EnumMap<>(Overall.class);
    private final List<EmergencyVerdict> emergencies = new ArrayList<>();

    public ReadinessTable(Shell shell, boolean reasons) {
        this.shell = shell;
        this.reasons = reasons;
        shell.out()
                .println(shell.paint()
                        .bold("  " + cells("PERSON", "EMERGENCY", "OVERALL", "POLICY", "OTHERS SEE", "RULES")));
    }

    @Override
    public void print(PersonResult judged) {
        counts.merge(judged.overall(), 1, Integer::sum);
        var emergency = EmergencyVerdict.of(judged.report());
        emergencies.add(emergency);
        var cells = cells(
                judged.user(),
                word(emergency.level()),
                judged.overall().name(),
                judged.policy().map(PolicyName::value).orElse("-"),
                seen(judged.callerId()),
                rules(judged));
        shell.line("%s %s", shell.paint().mark(judged.overall()), cells);
        if (reasons) {
            Fact.present(judged.override()).ifPresent(note -> shell.paragraph("    ! ", note));
            shell.paragraph("    ", judged.tested(emergency.headline()));
            var findings = judged.findings();
            WORTH_TELLING.forEach(outcome -> new FindingText(shell)
                    .print(findings.stream()
                            .filter(finding -> finding.outcome() == outcome)
                            .toList()));
        }
    }

    @Override
    public void end() {
        var total = counts.values().stream().mapToInt(Integer::intValue).sum();
        shell.out().println();
        var each = counts.entrySet().stream()
                .map(count -> "%d %s".formatted(count.getValue(), count.getKey()))
                .collect(Collectors.joining(", ", counts.isEmpty() ? "" : ": ", ""));
        shell.out()
                .println(TerminalText.paragraph(
                        "",
                        shell.wording()
                                .apply(EmergencyLines.counted(
                                        Explanation.of(
                                                "chat.name",
                                                "%d %s%s".formatted(total, total == 1 ? "person" : "people", each)),
                                        emergencies))));
    }

    /** The verdict on emergency calls in a word. */
    private static String word(EmergencyLevel level) {
        return switch (level) {
            case NOTHING_FOUND -> "-";
            case NEEDS_A_LOOK -> "look";
            case CALLBACK_UNSURE, NO_CALLBACK -> "callback";
            case NOT_RECOGNISED -> "digits";
            case NOT_READ -> "unknown";
            case IN_DOUBT -> "doubt";
            case NOT_OUT, NO_CALLS -> "not out";
        };
    }

    private static String cells(
            String person, String emergency, String overall, String policy, String callerId, String rules) {
        return "%s %s %s %s %s %s"
                .formatted(
                        TerminalText.column(person, 25),
                        TerminalText.column(emergency, 9),
                        TerminalText.column(overall, 19),
                        TerminalText.column(policy, 10),
                        TerminalText.column(callerId, 16),
                        rules)
                .stripTrailing();
    }

    private static String seen(CallerId callerId) {
        return switch (callerId.kind()) {
            case NUMBER -> callerId.number().map(PhoneNumber::toString).orElse("");
            case ANONYMOUS -> "anonymous";
            case NOT_ABLE_TO_CALL -> "cannot call";
            case UNDETERMINED -> "undetermined";
        };
    }

    /** As many as fit, then how many more there are. */
    private static String rules(PersonResult judged) {
        var ids = List.of(Outcome.FAIL, Outcome.UNKNOWN, Outcome.WARN).stream()
                .flatMap(outcome -> judged.report().with(outcome).stream()
                        .filter(finding ->
                                outcome != Outcome.UNKNOWN || finding.rule().mayFail()))
                .map(finding -> finding.rule().id().value())
                .toList();
        return ids.size() <= RULES
                ? String.join(" ", ids)
                : "%s +%d".formatted(String.join(" ", ids.subList(0, RULES - 1)), ids.size() - RULES + 1);
    }
}
