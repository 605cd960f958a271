package dev.linekeeper.adapter.teams.connector;

import com.microsoft.bot.schema.Activity;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** A call of the Bot Connector in a conversation. */
record ConnectorCall(String method, String serviceUrl, String path, BodyPublisher body) {
    static ConnectorCall post(Activity activity) {
        return of("POST", activity, "activities");
    }

    /** Replaces the message with the activity's id. */
    static ConnectorCall replace(Activity activity) {
        return of("PUT", activity, "activities/" + segment(activity.getId()));
    }

    /** Reads what a conversation's roster has of an account. */
    static ConnectorCall member(String serviceUrl, String conversation, String account) {
        return new ConnectorCall(
                "GET", serviceUrl, in(conversation, "members/" + segment(account)), BodyPublishers.noBody());
    }

    private static ConnectorCall of(String method, Activity activity, String path) {
        return new ConnectorCall(
                method,
                activity.getServiceUrl(),
                in(activity.getConversation().getId(), path),
                BodyPublishers.ofByteArray(ActivityJson.write(activity)));
    }

    private static String in(String conversation, String path) {
        return "v3/conversations/" + segment(conversation) + "/" + path;
    }

    HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(serviceUrl + (serviceUrl.endsWith("/") ? "" : "/") + path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json; charset=utf-8")
                .method(method, body);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
