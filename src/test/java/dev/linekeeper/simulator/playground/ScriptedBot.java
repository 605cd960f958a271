package dev.linekeeper.simulator.playground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A bot that knows a few words, to play the page against; it remembers every activity it was sent. */
final class ScriptedBot {
    private static final JsonMapper JSON = JsonMapper.shared();

    final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    volatile boolean down;
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile String approval = "";

    RouterFunction<ServerResponse> route() {
        return RouterFunctions.route().POST("/api/messages", this::take).build();
    }

    /** The activities of one type, in the order they came. */
    List<JsonNode> heard(String type) {
        return heard.stream()
                .filter(it -> it.path("type").asString("").equals(type))
                .toList();
    }

    private ServerResponse take(ServerRequest request) throws IOException {
        var activity = JSON.readTree(request.servletRequest().getInputStream());
        heard.add(activity);
        if (down) {
            return ServerResponse.status(503).build();
        }
        return switch (activity.path("type").asString("")) {
            case "installationUpdate" -> {
                say(
                        activity,
                        message("Hello **" + activity.path("from").path("name").asString()
                                + "**, I am a scripted bot."));
                yield ServerResponse.ok().build();
            }
            case "message" -> {
                answer(
                        activity,
                        activity.path("text")
                                .asString("")
                                .replaceAll("<at>[^<]*</at>", "")
                                .strip());
                yield ServerResponse.accepted().build();
            }
            case "invoke" ->
                activity.path("name").asString("").equals("fileConsent/invoke")
                        ? consented(activity)
                        : ServerResponse.ok().body(pressed(activity));
            default -> ServerResponse.ok().build();
        };
    }

    private void answer(JsonNode activity, String text) {
        if (activity.has("value")) {
            say(activity, message("Submitted: " + activity.path("value")));
            return;
        }
        switch (text) {
            case "form" -> say(activity, card("form.json"));
            case "readiness" -> say(activity, card("readiness.json"));
            case "plan" -> say(activity, card("plan.json"));
            case "enrol adele" -> approval = say(activity, card("approval.json"));
            case "ask lee" -> sayTo(Contoso.LEE, card("approval.json"));
            case "mine" -> say(activity, card("refreshing.json"));
            case "evil" ->
                say(
                        activity,
                        message("<img src=x onerror=\"document.title='pwned'\"> **bold** [x](javascript:alert(1))"));
            case "evil card" -> say(activity, card("evil.json"));
            case "slow" -> {
                say(activity, JSON.createObjectNode().put("type", "typing"));
                pause();
                say(activity, message("There you are."));
            }
            case "edit" -> {
                var id = say(activity, message("first"));
                pause();
                send("PUT", activity, "/" + id, message("second"));
            }
            case "delete" -> {
                var id = say(activity, message("soon gone"));
                pause();
                send("DELETE", activity, "/" + id, null);
            }
            case "file" -> say(activity, card("file.json"));
            default -> say(activity, message(echo(activity, text)));
        }
    }

    private static String echo(JsonNode activity, String text) {
        var file = activity.path("attachments").path(0);
        return file.path("contentType").asString("").endsWith("download.info")
                ? "Got the file " + file.path("name").asString() + ": "
                        + fetch(file.path("content").path("downloadUrl").asString())
                : "You said: " + text;
    }

    private JsonNode pressed(JsonNode activity) {
        var value = activity.path("value");
        var verb = value.path("action").path("verb").asString("");
        return switch (verb) {
            case "approve" -> {
                send("PUT", activity, "/" + approval, card("approved.json"));
                yield invoked(card("approved.json"));
            }
            case "mine" ->
                invoked(card(
                        "refreshed.json",
                        text -> text.replace(
                                "{name}", activity.path("from").path("name").asString())));
            case "late" -> {
                pause();
                yield invoked(card("approved.json"));
            }
            case "tell" ->
                JSON.createObjectNode()
                        .put("statusCode", 200)
                        .put("type", "application/vnd.microsoft.activity.message")
                        .put("value", "Only you can read this.");
            default -> {
                var error =
                        JSON.createObjectNode().put("statusCode", 400).put("type", "application/vnd.microsoft.error");
                error.putObject("value").put("code", "BadRequest").put("message", "I do not know this button.");
                yield error;
            }
        };
    }

    /** Puts the file, as OneDrive takes it, and shows it; the question is replaced by what became of it. */
    private ServerResponse consented(JsonNode activity) {
        var upload = activity.at("/value/uploadInfo");
        if (upload.isObject()) {
            call(HttpRequest.newBuilder(URI.create(upload.path("uploadUrl").asString()))
                    .header("Content-Range", "bytes 0-9/10")
                    .PUT(BodyPublishers.ofString("user\nadele"))
                    .build());
            var shown = JSON.createObjectNode().put("type", "message");
            shown.putArray("attachments")
                    .addObject()
                    .put("contentType", "application/vnd.microsoft.teams.card.file.info")
                    .put("contentUrl", upload.path("contentUrl").asString())
                    .put("name", upload.path("name").asString());
            say(activity, shown);
        }
        var became = upload.isObject() ? "The file was saved." : "The file was not saved.";
        send("PUT", activity, "/" + activity.path("replyToId").asString(), message(became));
        return ServerResponse.ok().build();
    }

    private static JsonNode invoked(ObjectNode activity) {
        var body = JSON.createObjectNode().put("statusCode", 200).put("type", Message.CARD);
        body.set("value", activity.path("attachments").path(0).path("content"));
        return body;
    }

    /** Writes to somebody who did not ask, as proactive messages do. */
    void sayTo(Persona person, ObjectNode activity) {
        var origin = JSON.createObjectNode()
                .put("serviceUrl", heard.getFirst().path("serviceUrl").asString());
        origin.putObject("conversation").put("id", "a:" + person.oid());
        say(origin, activity);
    }

    private String say(JsonNode about, ObjectNode activity) {
        var id = about.path("id").asString("");
        return send("POST", about, id.isEmpty() ? "" : "/" + id, activity)
                .path("id")
                .asString("");
    }

    private JsonNode send(String method, JsonNode about, String path, ObjectNode activity) {
        var conversation =
                URLEncoder.encode(about.path("conversation").path("id").asString(), StandardCharsets.UTF_8);
        var url = about.path("serviceUrl").asString() + "v3/conversations/" + conversation + "/activities" + path;
        var body = activity == null ? BodyPublishers.noBody() : BodyPublishers.ofString(activity.toString());
        var response = call(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(method, body)
                .build());
        return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }

    private HttpResponse<String> call(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fetch(String url) {
        try (var stream = URI.create(url).toURL().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode message(String text) {
        return JSON.createObjectNode().put("type", "message").put("text", text);
    }

    static ObjectNode card(String name) {
        return card(name, text -> text);
    }

    private static ObjectNode card(String name, UnaryOperator<String> how) {
        try (var stream = ScriptedBot.class.getResourceAsStream(name)) {
            var text = how.apply(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            var activity = JSON.createObjectNode().put("type", "message");
            var content = JSON.readTree(text);
            if (content.has("contentType")) {
                activity.putArray("attachments").add(content);
            } else {
                activity.putArray("attachments")
                        .addObject()
                        .put("contentType", Message.CARD)
                        .set("content", content);
            }
            return activity;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(700);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
