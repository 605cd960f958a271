package dev.linekeeper.simulator.playground.chat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the Bot Framework activities that Teams would send for actions on the page. */
public record TeamsActivities(PlaygroundConversations rooms, Supplier<URI> server, Clock clock) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The persona who acts, in which conversation, and the language of the client. */
    public record Actor(Persona persona, PlaygroundConversation.RoomThread thread, String locale) {}

    /** A typed message. Teams adds the text as HTML when it has mentions. */
    public ObjectNode message(Actor actor, String id, String text, List<StoredFile> files) {
        var marked = Mentions.mark(text, mentionable());
        var activity = activity("message", actor, id).put("textFormat", "plain").put("text", marked.text());
        var entities = activity.withArray("entities");
        for (var account : marked.accounts()) {
            var mention = entities.addObject().put("type", "mention").put("text", "<at>" + account.name() + "</at>");
            mention.putObject("mentioned").put("id", account.id()).put("name", account.name());
        }
        var attachments = activity.putArray("attachments");
        files.forEach(file -> attachments.add(download(file)));
        if (!marked.accounts().isEmpty()) {
            attachments.addObject().put("contentType", "text/html").put("content", html(marked));
        }
        return activity;
    }

    /** An {@code Action.Submit}: a message without text, the inputs as its value. */
    public ObjectNode submit(Actor actor, String id, String replyTo, JsonNode value, Optional<String> text) {
        var activity = activity("message", actor, id).put("replyToId", replyTo);
        text.ifPresent(typed -> activity.put("textFormat", "plain").put("text", typed));
        activity.set("value", value);
        return activity;
    }

    public ObjectNode invoke(Actor actor, String id, String replyTo, String name, JsonNode value) {
        var activity = activity("invoke", actor, id).put("name", name).put("replyToId", replyTo);
        activity.set("value", value);
        ((ObjectNode) activity.get("channelData")).putObject("source").put("name", "message");
        return activity;
    }

    /** The installation of the bot, for which Teams sends two activities. */
    public List<ObjectNode> installed(Actor actor, Supplier<String> ids) {
        var joined = activity("conversationUpdate", actor, ids.get());
        joined.putArray("membersAdded").add(BotAccount.account());
        var installed = activity("installationUpdate", actor, ids.get()).put("action", "add");
        return List.of(joined, installed);
    }

    public boolean addressesBot(String text) {
        return Mentions.mark(text, mentionable()).accounts().stream()
                .anyMatch(account -> account.id().equals(BotAccount.ID));
    }

    public List<Mentions.MentionedAccount> mentionable() {
        var all = new ArrayList<Mentions.MentionedAccount>();
        all.add(new Mentions.MentionedAccount(BotAccount.ID, BotAccount.NAME));
        rooms.personas()
                .people()
                .forEach(person -> all.add(new Mentions.MentionedAccount(person.account(), person.name())));
        return all;
    }

    String serviceUrl() {
        return server.get() + "/connector/";
    }

    /** An activity with the common fields; times in whole seconds. */
    private ObjectNode activity(String type, Actor actor, String id) {
        var now = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
        var activity = JSON.objectNode()
                .put("type", type)
                .put("id", id)
                .put("timestamp", now)
                .put("localTimestamp", now)
                .put("channelId", "msteams")
                .put("serviceUrl", serviceUrl())
                .put("locale", actor.locale());
        activity.putObject("from")
                .put("id", actor.persona().account())
                .put("name", actor.persona().name())
                .put("aadObjectId", actor.persona().oid());
        activity.set("recipient", BotAccount.account());
        var conversation = activity.putObject("conversation")
                .put("id", actor.thread().conversationId())
                .put("tenantId", rooms.personas().tenantId());
        var channelData = activity.putObject("channelData");
        channelData.putObject("tenant").put("id", rooms.personas().tenantId());
        switch (actor.thread().room()) {
            case PlaygroundConversation.Personal _ -> conversation.put("conversationType", "personal");
            case PlaygroundConversation.Channel channel -> {
                conversation.put("conversationType", "channel").put("isGroup", true);
                channelData.putObject("channel").put("id", channel.id());
                channelData
                        .putObject("team")
                        .put("id", PlaygroundConversation.Channel.TEAM_ID)
                        .put("name", channel.team());
            }
        }
        activity.putArray("entities")
                .addObject()
                .put("type", "clientInfo")
                .put("locale", actor.locale())
                .put("platform", "Web");
        return activity;
    }

    private ObjectNode download(StoredFile file) {
        int dot = file.name().lastIndexOf('.');
        var attachment = JSON.objectNode()
                .put("contentType", "application/vnd.microsoft.teams.file.download.info")
                .put("contentUrl", server.get() + file.path())
                .put("name", file.name());
        attachment
                .putObject("content")
                .put("downloadUrl", server.get() + file.path())
                .put("uniqueId", file.id())
                .put("fileType", dot < 0 ? "" : file.name().substring(dot + 1));
        return attachment;
    }

    private static String html(Mentions.MarkedText marked) {
        var escaped = HtmlUtils.htmlEscape(marked.text())
                .replace("&lt;at&gt;", "<at>")
                .replace("&lt;/at&gt;", "</at>");
        return "<p>" + escaped.replace("\n", "<br>") + "</p>";
    }
}
