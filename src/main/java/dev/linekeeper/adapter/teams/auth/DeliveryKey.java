package dev.linekeeper.adapter.teams.auth;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import dev.linekeeper.core.Sha256;
import java.util.Optional;

/** The key of a delivered activity, so that one that Teams delivers twice is processed once. */
public final class DeliveryKey {
    private DeliveryKey() {}

    /** The key of an activity that has an id; one without is always new. */
    public static Optional<String> ofNamed(Activity activity) {
        return Optional.ofNullable(activity.getId()).filter(id -> !id.isBlank()).map(_ -> of(activity));
    }

    /** Includes the conversation, as ids are unique only there, and time and text of an edit, which keeps its id. */
    public static String of(Activity activity) {
        String edit = ActivityTypes.MESSAGE_UPDATE.equals(activity.getType())
                ? activity.getTimestamp() + " " + activity.getText()
                : "";
        return of(activity.getType(), activity.getConversation().getId(), activity.getId(), edit);
    }

    /** A key of 64 characters. */
    public static String of(String... parts) {
        return Sha256.hex(String.join("\n", parts));
    }
}
