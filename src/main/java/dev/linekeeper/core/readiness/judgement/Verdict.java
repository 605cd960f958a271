package dev.linekeeper.core.readiness.judgement;

import dev.linekeeper.core.tenant.Explanation;
import java.util.Optional;

/** What a rule says about one case. All but a pass explain themselves. */
public sealed interface Verdict {
    record Pass() implements Verdict {}

    record Fail(Explanation because) implements Verdict {}

    record Warn(Explanation because) implements Verdict {}

    /** A human has to attest it. */
    record Manual(Explanation because) implements Verdict {}

    @SuppressWarnings("AvoidCommonTypeNames") // the outcome is called INFO; process information is never meant here
    record Info(Explanation because) implements Verdict {}

    record NotApplicable(Explanation because) implements Verdict {}

    /** A datum is missing, so nothing is claimed. */
    record Unknown(Explanation because) implements Verdict {}

    default Outcome outcome() {
        return switch (this) {
            case Pass _ -> Outcome.PASS;
            case Fail _ -> Outcome.FAIL;
            case Warn _ -> Outcome.WARN;
            case Manual _ -> Outcome.MANUAL;
            case Info _ -> Outcome.INFO;
            case NotApplicable _ -> Outcome.NA;
            case Unknown _ -> Outcome.UNKNOWN;
        };
    }

    /** Why, as a sentence in the reader's language; empty for a pass. */
    default Optional<Explanation> explanation() {
        return switch (this) {
            case Pass _ -> Optional.empty();
            case Fail(var because) -> Optional.of(because);
            case Warn(var because) -> Optional.of(because);
            case Manual(var because) -> Optional.of(because);
            case Info(var because) -> Optional.of(because);
            case NotApplicable(var because) -> Optional.of(because);
            case Unknown(var because) -> Optional.of(because);
        };
    }
}
