package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.Message.MessageState;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * The Bot Connector, version 3, as far as Teams implements it: posts, replaces and removes messages of the bot.
 *
 * @see <a href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference">Bot
 *     Connector API reference</a>
 */
@RestController
@RequestMapping(path = "/connector/v3/conversations", produces = MediaType.APPLICATION_JSON_VALUE)
record ConnectorController(ObjectProvider<Personas> personas, Transcript transcript, PageNotices notices, Clock clock) {
    /** Teams refuses larger messages. */
    private static final int LARGEST = 100 * 1024;

    /** Opens a personal chat with the member named, or starts a thread in the channel. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> create(@RequestBody JsonNode body) {
        var activity = body.path("activity");
        var channel = PlaygroundConversation.CHANNEL;
        if (body.at("/channelData/channel/id").asString("").equals(channel.id())) {
            var id = post(channel, activity);
            return Map.of("id", channel.inThread(id).id(), "activityId", id);
        }
        var chat = personas.getObject()
                .find(body.at("/members/0/id").asString(""))
                .map(PlaygroundConversation::with)
                .orElseThrow(() ->
                        PlaygroundError.connector(HttpStatus.FORBIDDEN, "BotNotInConversationRoster", "No such user."));
        return activity.isObject()
                ? Map.of("id", chat.id(), "activityId", post(chat, activity))
                : Map.of("id", chat.id());
    }

    @PostMapping(path = "/{conversation}/activities", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> send(@PathVariable String conversation, @RequestBody JsonNode activity) {
        return Map.of("id", post(found(conversation), activity));
    }

    /** A reply; in the channel it goes to the thread of the message it replies to. */
    @PostMapping(path = "/{conversation}/activities/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> reply(
            @PathVariable String conversation, @PathVariable String id, @RequestBody JsonNode activity) {
        var where = found(conversation);
        var thread = transcript
                .find(id)
                .map(message -> where.inThread(message.where().root().orElse(id)))
                .orElse(where);
        return Map.of("id", post(thread, activity));
    }

    @PutMapping(path = "/{conversation}/activities/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> replace(
            @PathVariable String conversation, @PathVariable String id, @RequestBody JsonNode activity) {
        var before = sent(conversation, id).filter(message -> message.state() != MessageState.REMOVED);
        var content = checked(activity);
        return changed(before, message -> message.replaced(content));
    }

    @DeleteMapping("/{conversation}/activities/{id}")
    Map<String, String> remove(@PathVariable String conversation, @PathVariable String id) {
        return changed(sent(conversation, id), message -> message.in(MessageState.REMOVED));
    }

    private List<Map<String, String>> members(String conversation) {
        var where = found(conversation);
        var all = personas.getObject();
        return all.people().stream()
                .filter(where::admits)
                .map(person -> Map.of(
                        "id", person.account(),
                        "name", person.name(),
                        "aadObjectId", person.oid(),
                        "objectId", person.oid(),
                        "userPrincipalName", person.userPrincipalName(),
                        "email", person.userPrincipalName(),
                        "userRole", "user",
                        "tenantId", all.tenantId()))
                .toList();
    }

    @GetMapping("/{conversation}/pagedmembers")
    Map<String, Object> pagedMembers(@PathVariable String conversation) {
        return Map.of("members", members(conversation));
    }

    @GetMapping("/{conversation}/members/{id}")
    Map<String, String> member(@PathVariable String conversation, @PathVariable String id) {
        var oid = personas.getObject().find(id).map(Persona::oid).orElse("");
        return members(conversation).stream()
                .filter(member -> oid.equals(member.get("aadObjectId")))
                .findFirst()
                .orElseThrow(() -> missing("MemberNotFoundInConversation", "The user is not in this conversation."));
    }

    /** Posts an activity and returns its id. Teams accepts traces, end of conversation and the like without showing them. */
    private String post(PlaygroundConversation where, JsonNode activity) {
        var type = checked(activity).path("type").asString("");
        var id = transcript.nextId();
        if (type.equals("typing")) {
            notices.typing(where);
        } else if (type.equals("message")) {
            var message = Message.posted(id, where, Optional.empty(), Instant.now(clock), activity);
            transcript.add(message);
            notices.message(message);
        }
        return id;
    }

    /** The bot's message; empty when it sent no such message. */
    private Optional<Message> sent(String conversation, String id) {
        found(conversation);
        return transcript.find(id).filter(message -> message.author().isEmpty());
    }

    private Map<String, String> changed(Optional<Message> before, UnaryOperator<Message> change) {
        var after = before.flatMap(message -> transcript.change(message.id(), change))
                .orElseThrow(
                        () -> missing("ActivityNotFoundInConversation", "The activity is not in this conversation."));
        notices.message(after);
        return Map.of("id", after.id());
    }

    private PlaygroundConversation found(String conversation) {
        return personas.getObject()
                .conversation(conversation)
                .orElseThrow(() -> missing("ConversationNotFound", "Conversation not found."));
    }

    private static PlaygroundError missing(String code, String message) {
        return PlaygroundError.connector(HttpStatus.NOT_FOUND, code, message);
    }

    private static JsonNode checked(JsonNode activity) {
        if (!activity.isObject()) {
            throw PlaygroundError.connector(HttpStatus.BAD_REQUEST, "BadSyntax", "An activity is expected.");
        }
        if (activity.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw PlaygroundError.connector(
                    HttpStatus.CONTENT_TOO_LARGE, "MessageSizeTooBig", "Message size too large.");
        }
        return activity;
    }
}
