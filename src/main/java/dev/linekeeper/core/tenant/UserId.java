package dev.linekeeper.core.tenant;

import java.util.regex.Pattern;

/** The Entra object id of a person or a resource account: people are told apart by it alone. */
public record UserId(String value) implements Tenant.Subject {
    /** Who asks where Linekeeper asks by itself: nobody of the directory, and never the sender of a message. */
    public static final UserId LINEKEEPER = new UserId("linekeeper");

    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    public UserId {
        value = AnyCase.folded(value);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("An object id is empty");
        }
    }

    /** Whether a text has the form of an object id; those of groups have the same. */
    public static boolean isObjectId(String text) {
        return OBJECT_ID.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
