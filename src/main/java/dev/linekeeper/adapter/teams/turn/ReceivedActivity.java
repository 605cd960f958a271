package dev.linekeeper.adapter.teams.turn;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import dev.linekeeper.adapter.teams.auth.DeliveryKey;
import dev.linekeeper.adapter.teams.connector.ActivityJson;
import dev.linekeeper.chat.DeliveryLog.KeptActivity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** An admitted activity, and what is to be kept of it until it is answered. One without an id is always new. */
record ReceivedActivity(Activity activity, KeptActivity kept) {
    /** {@code serviceUrl} is what its verified token was for; empty without a token. */
    static ReceivedActivity of(Activity activity, byte[] body, String serviceUrl, Instant now) {
        String id =
                DeliveryKey.ofNamed(activity).orElseGet(() -> UUID.randomUUID().toString());
        return new ReceivedActivity(
                activity, new KeptActivity(id, new String(body, StandardCharsets.UTF_8), serviceUrl, now));
    }

    /** One that was kept. */
    static ReceivedActivity of(KeptActivity kept) {
        return new ReceivedActivity(ActivityJson.read(kept.activity().getBytes(StandardCharsets.UTF_8)), kept);
    }

    boolean isInvoke() {
        return activity.isType(ActivityTypes.INVOKE);
    }

    /** Whether a file is to be put down, or is not wanted: that takes its time, and its response says nothing. */
    boolean isFileConsent() {
        return isInvoke() && FileConsentHandler.INVOKE.equals(activity.getName());
    }

    /** Whether an answer that comes later makes sense: clients ask again by themselves for what they refresh. */
    boolean canBeAnsweredLater() {
        return !isInvoke()
                || isFileConsent()
                || (CardActionHandler.INVOKE.equals(activity.getName()) && !ActivityReader.isRefresh(activity));
    }

    /** Whether somebody said or pressed something, and not merely something happened. */
    boolean isOfAPerson() {
        return isInvoke() || activity.isType(ActivityTypes.MESSAGE) || activity.isType(ActivityTypes.MESSAGE_UPDATE);
    }
}
