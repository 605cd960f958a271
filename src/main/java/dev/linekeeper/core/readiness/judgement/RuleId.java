package dev.linekeeper.core.readiness.judgement;

/**
 * The id people quote a rule by: a family of three letters and a number, such as {@code RES-10}. It never changes its
 * meaning.
 */
public record RuleId(String value) implements Comparable<RuleId> {
    /** What the rule is about, such as {@code USR} for the person or {@code RES} for the resource account. */
    public String family() {
        return value.substring(0, value.indexOf('-'));
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
