package dev.linekeeper.core.tenant;

/** The Entra object id of a group. */
public record GroupId(String value) {
    public GroupId {
        value = AnyCase.folded(value);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A group id is empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
