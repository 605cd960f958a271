package dev.linekeeper.core.diagnosis;

import dev.linekeeper.core.readiness.RuleId;
import java.util.Set;

/** The levels a diagnosis goes through, in its order: what is wrong further up hides what is wrong further down. */
public enum Level {
    PERSON,
    POLICY,
    ACCOUNT,
    FUNDING,
    EMERGENCY;

    private static final Set<String> FUNDED_BY = Set.of("RES-12", "RES-13");

    /** Where a rule belongs. Voice routing belongs to the policies, as does what the tenant is. */
    static Level of(RuleId rule) {
        var id = rule.value();
        if (FUNDED_BY.contains(id)) {
            return FUNDING;
        }
        return switch (id.substring(0, 3)) {
            case "USR", "DPL", "CLI" -> PERSON;
            case "RES" -> ACCOUNT;
            case "EMG" -> EMERGENCY;
            case "POL" -> callback(id) ? EMERGENCY : POLICY;
            default -> POLICY;
        };
    }

    /** POL-03 to POL-12 are about callback numbers. */
    private static boolean callback(String id) {
        return id.compareTo("POL-03") >= 0 && id.compareTo("POL-12") <= 0;
    }
}
