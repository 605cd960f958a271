package dev.linekeeper.core.attestation;

import dev.linekeeper.core.attestation.AttestedSubject.SubjectKind;
import dev.linekeeper.core.readiness.judgement.RuleId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rules that can come out as MANUAL, and what each of them asks about. */
public final class AttestableRules {
    private static final Pattern WRITTEN = Pattern.compile("\\s*([A-Za-z]{3})[- ]?(\\d{1,2})\\s*");

    private static final Map<RuleId, SubjectKind> KINDS = Map.of(
            new RuleId("RES-13"), SubjectKind.ACCOUNT,
            new RuleId("RES-18"), SubjectKind.ACCOUNT,
            new RuleId("RES-20"), SubjectKind.ACCOUNT,
            new RuleId("EMG-13"), SubjectKind.ACCOUNT,
            new RuleId("POL-04"), SubjectKind.POLICY,
            new RuleId("POL-09"), SubjectKind.POLICY);

    private AttestableRules() {}

    /** Their ids, in order. */
    public static Set<RuleId> all() {
        return new TreeSet<>(KINDS.keySet());
    }

    /** What the rule asks about; empty when it never asks a human. */
    public static Optional<SubjectKind> kind(RuleId rule) {
        return Optional.ofNullable(KINDS.get(rule));
    }

    /** The rule somebody means by {@code res18} or {@code RES-18}; empty when it is none of these. */
    public static Optional<RuleId> written(String text) {
        var match = WRITTEN.matcher(text);
        return match.matches()
                ? KINDS.keySet().stream()
                        .filter(rule -> rule.value()
                                .equalsIgnoreCase(
                                        "%s-%02d".formatted(match.group(1), Integer.parseInt(match.group(2)))))
                        .findFirst()
                : Optional.empty();
    }
}
