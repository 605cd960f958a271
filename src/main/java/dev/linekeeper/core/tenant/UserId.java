package dev.linekeeper.core.tenant;

/** The Entra object id of a person or a resource account: people are told apart by it alone. */
public record UserId(String value) {
    /** Who asks where Linekeeper asks by itself: nobody of the directory, and never the sender of a message. */
    public static final UserId LINEKEEPER = new UserId("linekeeper");

    public UserId {
        value = AnyCase.folded(value);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("An object id is empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
