package dev.linekeeper.core.tenant;

/**
 * The name of a policy as it is granted: {@code Seattle}, not {@code Tag:Seattle}. Names are equal whatever their case,
 * as they are in Teams.
 */
public record PolicyName(String value) implements Tenant.Subject {
    /** The policy of a kind that applies to everyone without one of their own. */
    public static final PolicyName GLOBAL = new PolicyName("Global");

    public PolicyName {
        value = value.strip();
        if (value.regionMatches(true, 0, "Tag:", 0, 4)) {
            value = value.substring(4);
        }
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A policy name is empty");
        }
    }

    public boolean isGlobal() {
        return equals(GLOBAL);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyName(var name) && AnyCase.same(name, value);
    }

    @Override
    public int hashCode() {
        return AnyCase.folded(value).hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
