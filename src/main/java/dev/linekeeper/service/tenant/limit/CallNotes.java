package dev.linekeeper.service.tenant.limit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes known of a call while it is made, by whoever makes it on this thread: what is called, and the ids under which
 * we and Microsoft can find it again.
 */
public final class CallNotes {
    private static final ScopedValue<CallNotes> CURRENT = ScopedValue.newInstance();

    private String operation = "other";
    private String ours = "";
    private String theirs = "";

    /** Makes the call, which is noted here. */
    <T extends @Nullable Object> T during(Supplier<T> call) {
        return ScopedValue.where(CURRENT, this).<T, RuntimeException>call(call::get);
    }

    /** Notes what is called: one of a closed list, never with a name or an id in it. */
    public static void operation(String name) {
        if (CURRENT.isBound()) {
            CURRENT.get().operation = name;
        }
    }

    /** Notes the id that we gave the call, and the one that Microsoft gave it; either may be empty. */
    public static void ids(String ours, String theirs) {
        if (CURRENT.isBound()) {
            CURRENT.get().ours = ours;
            CURRENT.get().theirs = theirs;
        }
    }

    String operation() {
        return operation;
    }

    String ours() {
        return ours;
    }

    String theirs() {
        return theirs;
    }
}
