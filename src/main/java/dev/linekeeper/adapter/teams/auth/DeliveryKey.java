package dev.linekeeper.adapter.teams.auth;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import dev.linekeeper.core.Sha256;

/** The key under which an activity is remembered, so that one Teams delivers twice is processed once. */
public final class DeliveryKey {
    private DeliveryKey() {}

    /** Ids are unique in a conversation only; an edited message keeps its id, so its time and text count too. */
    static String of(Activity activity) {
        String edit = ActivityTypes.MESSAGE_UPDATE.equals(activity.getType())
                ? activity.getTimestamp() + " " + activity.getText()
                : "";
        return of(activity.getType(), activity.getConversation().getId(), activity.getId(), edit);
    }

    /** A key of 64 characters, whatever the lengths of its parts. */
    public static String of(String... parts) {
        return Sha256.hex(String.join("\n", parts));
    }
}
