package dev.linekeeper.core.readiness;

/** The name people quote a rule by, such as {@code RES-10}. It never changes its meaning. */
public record RuleId(String value) implements Comparable<RuleId> {
    /** What the rule is about: {@code USR}, {@code RES}, {@code POL}, {@code VRP}, {@code EMG}, {@code CLI}, {@code DPL} or {@code TEN}. */
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
