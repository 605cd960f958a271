package dev.linekeeper.core.diagnosis;

import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import java.util.List;

/** The findings of one level of a diagnosis, those of rules that do not apply left out. */
public record Evidence(DiagnosisLevel level, List<Finding<PersonCase>> findings) {
    public Evidence {
        findings = List.copyOf(findings);
    }

    static Evidence of(DiagnosisLevel level, Report<PersonCase> audit) {
        return new Evidence(
                level,
                audit.findings().stream()
                        .filter(finding -> DiagnosisLevel.of(finding.rule().topic()) == level)
                        .filter(finding -> finding.outcome() != Outcome.NA)
                        .toList());
    }

    public List<Finding<PersonCase>> with(Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).toList();
    }
}
