package dev.linekeeper.adapter.teams;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name under which an activity is remembered, so that one delivered twice is processed once. */
final class Sighting {
    private Sighting() {}

    /** Ids are unique in a conversation only; an edited message keeps its id, so its time and text count too. */
    static String of(Activity activity) {
        String edit = ActivityTypes.MESSAGE_UPDATE.equals(activity.getType())
                ? activity.getTimestamp() + " " + activity.getText()
                : "";
        return of(activity.getType(), activity.getConversation().getId(), activity.getId(), edit);
    }

    /** A name of 64 characters, whatever the lengths of its parts. */
    static String of(String... parts) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
