package dev.linekeeper.core.readiness.judgement;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Factory methods for the verdicts of rules. Message keys are the rule's id and a reason, such as {@code RES-10.none}. */
public final class Verdicts {
    private static final Verdict PASS = new Verdict.Pass();
    private static final String UNMET = "na.prerequisite";

    private Verdicts() {}

    public static Verdict pass() {
        return PASS;
    }

    public static Verdict fail(String key, Object... arguments) {
        return new Verdict.Fail(said(key, arguments));
    }

    public static Verdict warn(String key, Object... arguments) {
        return new Verdict.Warn(said(key, arguments));
    }

    public static Verdict manual(String key, Object... arguments) {
        return new Verdict.Manual(said(key, arguments));
    }

    public static Verdict info(String key, Object... arguments) {
        return new Verdict.Info(said(key, arguments));
    }

    public static Verdict notApplicable(String key, Object... arguments) {
        return new Verdict.NotApplicable(said(key, arguments));
    }

    public static Verdict unknown(String why) {
        return new Verdict.Unknown(said("unknown", why));
    }

    /** The failure, with the reason for which a plan cannot mend it: {@code plan.stuck.} and {@code key}. */
    public static Verdict stuck(Verdict.Fail fail, String key, Object... arguments) {
        return new Verdict.Fail(
                Explanation.of("plan.stuck", fail.because(), Explanation.of("plan.stuck." + key, arguments)));
    }

    /** The rule makes no sense until another one is met. */
    public static Verdict unmet(Rule<?> prerequisite) {
        return notApplicable(UNMET, prerequisite.id().value());
    }

    /** Whether that is {@link #unmet}, and not that the rule does not apply to such a thing at all. */
    public static boolean isUnmet(Verdict verdict) {
        return verdict instanceof Verdict.NotApplicable(var because)
                && because.key().equals(said(UNMET).key());
    }

    /** What {@code judge} says of a fact; unknown when it is missing. */
    public static <T> Verdict when(Fact<T> fact, Function<? super T, Verdict> judge) {
        return fact.fold(judge, Verdicts::unknown);
    }

    /** What {@code judge} says of the value, {@code absent} when there is none; unknown when the fact is missing. */
    public static <T> Verdict when(
            Fact<Optional<T>> fact, Function<? super T, Verdict> judge, Supplier<? extends Verdict> absent) {
        return when(fact, found -> found.<Verdict>map(judge).orElseGet(absent));
    }

    private static Explanation said(String key, Object... arguments) {
        return Explanation.of("readiness." + key, arguments);
    }
}
