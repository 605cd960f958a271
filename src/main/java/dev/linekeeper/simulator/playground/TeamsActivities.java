package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.FilesController.StoredFile;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.StringUtils;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the Bot Framework activities that Teams would send for actions on the page. */
record TeamsActivities(ObjectProvider<Personas> personas, Supplier<URI> server, Clock clock) {
    private static final String SIZE = "size";
    static final MentionedAccount BOT = new MentionedAccount("28:linekeeper", "Linekeeper");

    /** The persona who acts, in which conversation, and the language of the client. */
    record Actor(Persona persona, PlaygroundConversation where, String locale) {
        /** The actor in the thread of the post, in a channel; else unchanged. */
        Actor inThread(String post) {
            return new Actor(persona, where.inThread(post), locale);
        }
    }

    /** A person, or the bot, that can be mentioned. */
    record MentionedAccount(String id, String name) {}

    /**
     * A typed text with {@code @Name} written as Teams does: {@code <at>Name</at>} and an entity.
     *
     * @param accounts the mentioned ones, in the order of the text
     */
    private record Mentions(String text, List<MentionedAccount> accounts) {
        static Mentions in(String text, List<MentionedAccount> known) {
            var names = known.stream()
                    .map(MentionedAccount::name)
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"));
            var mention = Pattern.compile(
                    "(?<!\\w)@(" + names + ")(?!\\w)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
            var found = new ArrayList<MentionedAccount>();
            var marked = mention.matcher(text).replaceAll(match -> {
                var account = known.stream()
                        .filter(one -> one.name().equalsIgnoreCase(match.group(1)))
                        .findFirst()
                        .orElseThrow();
                found.add(account);
                return Matcher.quoteReplacement("<at>" + account.name() + "</at>");
            });
            return new Mentions(marked, found);
        }
    }

    /** The content of a typed message. The size of a file is for the page alone. */
    ObjectNode content(String text, List<StoredFile> files) {
        var content =
                JsonNodeFactory.instance.objectNode().put("textFormat", "plain").put("text", text);
        var attachments = content.putArray("attachments");
        for (var file : files) {
            var url = server.get() + FilesController.path(file.id());
            var extension = StringUtils.getFilenameExtension(file.name());
            attachments
                    .addObject()
                    .put("contentType", "application/vnd.microsoft.teams.file.download.info")
                    .put("contentUrl", url)
                    .put("name", file.name())
                    .put(SIZE, file.content().contentLength())
                    .putObject("content")
                    .put("downloadUrl", url)
                    .put("uniqueId", file.id())
                    .put("fileType", extension == null ? "" : extension);
        }
        return content;
    }

    /** A typed message. Teams adds the text as HTML when it has mentions, and beside files. */
    ObjectNode message(Actor actor, String id, JsonNode content) {
        var marked = Mentions.in(content.path("text").asString(), mentionable());
        var activity = activity("message", actor, id);
        activity.setAll((ObjectNode) content.deepCopy()).put("text", marked.text());
        var entities = activity.withArray("entities");
        for (var account : marked.accounts()) {
            var mention = entities.addObject().put("type", "mention").put("text", "<at>" + account.name() + "</at>");
            mention.putObject("mentioned").put("id", account.id()).put("name", account.name());
        }
        var attachments = activity.withArray("attachments");
        attachments.forEach(file -> ((ObjectNode) file).remove(SIZE));
        if (!marked.accounts().isEmpty() || !attachments.isEmpty()) {
            attachments.addObject().put("contentType", "text/html").put("content", html(marked.text()));
        }
        return activity;
    }

    /** An {@code Action.Submit}: a message without text, the inputs as its value. */
    ObjectNode submit(Actor actor, String id, String replyTo, JsonNode value) {
        return activity("message", actor, id).put("replyToId", replyTo).set("value", value);
    }

    ObjectNode invoke(Actor actor, String id, String replyTo, String name, JsonNode value) {
        var activity = activity("invoke", actor, id).put("name", name).put("replyToId", replyTo);
        activity.withObjectProperty("channelData").putObject("source").put("name", "message");
        return activity.set("value", value);
    }

    /** The installation of the bot, for which Teams sends two activities. */
    List<ObjectNode> installed(Actor actor, Supplier<String> ids) {
        var joined = activity("conversationUpdate", actor, ids.get());
        joined.putArray("membersAdded").addPOJO(BOT);
        var installed = activity("installationUpdate", actor, ids.get()).put("action", "add");
        return List.of(joined, installed);
    }

    boolean addressesBot(String text) {
        return Mentions.in(text, mentionable()).accounts().contains(BOT);
    }

    List<MentionedAccount> mentionable() {
        var people = personas.getObject().people().stream();
        return Stream.concat(Stream.of(BOT), people.map(one -> new MentionedAccount(one.account(), one.name())))
                .toList();
    }

    /** An activity with the common fields; times in whole seconds. */
    private ObjectNode activity(String type, Actor actor, String id) {
        var now = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
        var tenant = personas.getObject().tenantId();
        var activity = JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("id", id)
                .put("timestamp", now)
                .put("localTimestamp", now)
                .put("channelId", "msteams")
                .put("serviceUrl", server.get() + "/connector/")
                .put("locale", actor.locale());
        activity.putObject("from")
                .put("id", actor.persona().account())
                .put("name", actor.persona().name())
                .put("aadObjectId", actor.persona().oid());
        activity.putPOJO("recipient", BOT);
        var conversation =
                activity.putObject("conversation").put("id", actor.where().id()).put("tenantId", tenant);
        var channelData = activity.putObject("channelData");
        channelData.putObject("tenant").put("id", tenant);
        if (actor.where().isChannel()) {
            conversation.put("conversationType", "channel").put("isGroup", true);
            channelData.putObject("channel").put("id", PlaygroundConversation.CHANNEL.id());
            channelData
                    .putObject("team")
                    .put("id", "19:linekeeper-team@thread.tacv2")
                    .put("name", PlaygroundConversation.TEAM);
        } else {
            conversation.put("conversationType", "personal");
        }
        activity.putArray("entities")
                .addObject()
                .put("type", "clientInfo")
                .put("locale", actor.locale())
                .put("platform", "Web");
        return activity;
    }

    private static String html(String marked) {
        var escaped = HtmlUtils.htmlEscape(marked).replace("&lt;at&gt;", "<at>").replace("&lt;/at&gt;", "</at>");
        return "<p>" + escaped.replace("\n", "<br>") + "</p>";
    }
}
