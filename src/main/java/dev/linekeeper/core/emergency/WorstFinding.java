package dev.linekeeper.core.emergency;

import dev.linekeeper.core.readiness.EmergencyPlaceRules;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Topic;
import dev.linekeeper.core.tenant.Explanation;
import java.util.List;
import java.util.Optional;

/** Keeps the worst of what is found about emergency calls, the first of equals. */
final class WorstFinding {
    private final Report<?> audit;
    private final List<String> numbers;
    private EmergencyVerdict worst;

    /** @param numbers what people dial, where a finding has no numbers of its own */
    WorstFinding(Report<?> audit, List<String> numbers) {
        this.audit = audit;
        this.numbers = numbers;
        this.worst = new EmergencyVerdict(EmergencyLevel.NOTHING_FOUND, numbers, Optional.empty());
    }

    void found(EmergencyLevel level, Explanation cause) {
        found(level, numbers, Optional.of(cause));
    }

    void found(EmergencyLevel level, List<String> about, Optional<Explanation> cause) {
        if (level.compareTo(worst.level()) > 0) {
            worst = new EmergencyVerdict(level, about, cause);
        }
    }

    /** The first of the rules with that outcome; rules that the report does not have are none. */
    void rules(EmergencyLevel level, Outcome outcome, List<Rule<?>> rules) {
        first(outcome, rules).ifPresent(cause -> found(level, cause));
    }

    Optional<Explanation> first(Outcome outcome, List<Rule<?>> rules) {
        return audit.findings().first(outcome, rules).map(WorstFinding::said);
    }

    /** The worst of all, once nothing graver than a note was found elsewhere. */
    EmergencyVerdict verdict() {
        List<? extends Finding<?>> notes = audit.about(Topic.CALLBACK, Topic.EMERGENCY);
        for (var outcome : List.of(Outcome.FAIL, Outcome.UNKNOWN, Outcome.WARN)) {
            rules(EmergencyLevel.NEEDS_A_LOOK, outcome, EmergencyPlaceRules.ADDRESSES);
            for (var note : notes) {
                if (note.outcome() == outcome) {
                    found(EmergencyLevel.NEEDS_A_LOOK, said(note));
                    break;
                }
            }
        }
        return worst;
    }

    private static Explanation said(Finding<?> finding) {
        return finding.explanation().orElseGet(finding.rule()::whenText);
    }
}
