package dev.linekeeper.core.diagnosis;

import dev.linekeeper.core.readiness.Finding;
import dev.linekeeper.core.readiness.Outcome;
import dev.linekeeper.core.readiness.PersonCase;
import dev.linekeeper.core.readiness.Report;
import java.util.List;

/** The findings of one level of a diagnosis, those of rules that do not apply left out. */
public record Evidence(Level level, List<Finding<PersonCase>> findings) {
    public Evidence {
        findings = List.copyOf(findings);
    }

    static Evidence of(Level level, Report<PersonCase> audit) {
        return new Evidence(
                level,
                audit.findings().stream()
                        .filter(finding -> Level.of(finding.rule().topic()) == level)
                        .filter(finding -> finding.outcome() != Outcome.NA)
                        .toList());
    }

    public List<Finding<PersonCase>> with(Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).toList();
    }
}
