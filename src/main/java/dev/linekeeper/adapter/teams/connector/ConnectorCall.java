package dev.linekeeper.adapter.teams.connector;

import com.microsoft.bot.schema.Activity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** A call of the Bot Connector in a conversation. */
record ConnectorCall(
        String method,
        String serviceUrl,
        String path,
        @Nullable RequestBody body) {
    static ConnectorCall post(Activity activity) {
        return of("POST", activity, "activities");
    }

    /** Replaces the message with the activity's id. */
    static ConnectorCall replace(Activity activity) {
        return of("PUT", activity, "activities/" + segment(activity.getId()));
    }

    /** Reads what a conversation's roster has of an account. */
    static ConnectorCall member(String serviceUrl, String conversation, String account) {
        return new ConnectorCall("GET", serviceUrl, in(conversation, "members/" + segment(account)), null);
    }

    private static ConnectorCall of(String method, Activity activity, String path) {
        return new ConnectorCall(
                method,
                activity.getServiceUrl(),
                in(activity.getConversation().getId(), path),
                RequestBody.create(ActivityJson.write(activity)));
    }

    private static String in(String conversation, String path) {
        return "v3/conversations/" + segment(conversation) + "/" + path;
    }

    Request.Builder request() {
        return new Request.Builder()
                .url(serviceUrl + (serviceUrl.endsWith("/") ? "" : "/") + path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json; charset=utf-8")
                .method(method, body);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
