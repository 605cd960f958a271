package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.Persona;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversation;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversations;
import dev.linekeeper.simulator.playground.chat.Transcript;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * The Bot Connector, version 3, as far as Teams implements it.
 *
 * @see <a href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference">Bot
 *     Connector API reference</a>
 */
@RestController
@RequestMapping(path = "/connector/v3/conversations", produces = MediaType.APPLICATION_JSON_VALUE)
record ConnectorController(PlaygroundConversations rooms, Transcript transcript, BotMessages messages) {
    /** Teams refuses larger messages. */
    private static final int LARGEST = 100 * 1024;

    /** Opens a personal chat with the member named, or starts a thread in the channel. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> create(@RequestBody JsonNode body) {
        var activity = body.path("activity");
        if (body.path("channelData")
                .path("channel")
                .path("id")
                .asString("")
                .equals(rooms.channel().id())) {
            var id = messages.post(
                    new PlaygroundConversation.RoomThread(rooms.channel(), Optional.empty()), checked(activity));
            var thread = new PlaygroundConversation.RoomThread(rooms.channel(), Optional.of(id));
            return created(Map.of("id", thread.conversationId(), "activityId", id));
        }
        var who = body.path("members").path(0).path("id").asString("");
        var thread = rooms.personas()
                .find(who)
                .map(person -> new PlaygroundConversation.RoomThread(
                        new PlaygroundConversation.Personal(person), Optional.empty()))
                .orElseThrow(() ->
                        PlaygroundError.connector(HttpStatus.FORBIDDEN, "BotNotInConversationRoster", "No such user."));
        return activity.isObject()
                ? created(Map.of("id", thread.conversationId(), "activityId", messages.post(thread, checked(activity))))
                : created(Map.of("id", thread.conversationId()));
    }

    @PostMapping(path = "/{conversation}/activities", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> send(@PathVariable String conversation, @RequestBody JsonNode activity) {
        return created(Map.of("id", messages.post(thread(conversation), checked(activity))));
    }

    /** A reply; in the channel it goes to the thread of the message it replies to. */
    @PostMapping(path = "/{conversation}/activities/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> reply(
            @PathVariable String conversation, @PathVariable String id, @RequestBody JsonNode activity) {
        var thread = thread(conversation);
        if (thread.room() instanceof PlaygroundConversation.Channel
                && thread.root().isEmpty()) {
            var root = transcript
                    .find(id)
                    .flatMap(message -> message.thread().root().or(() -> Optional.of(message.id())));
            thread = new PlaygroundConversation.RoomThread(thread.room(), root);
        }
        return created(Map.of("id", messages.post(thread, checked(activity))));
    }

    @PutMapping(path = "/{conversation}/activities/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> replace(
            @PathVariable String conversation, @PathVariable String id, @RequestBody JsonNode activity) {
        thread(conversation);
        return messages.replace(id, checked(activity))
                .map(message -> Map.of("id", message.id()))
                .orElseThrow(ConnectorController::noSuchActivity);
    }

    @DeleteMapping("/{conversation}/activities/{id}")
    Map<String, String> remove(@PathVariable String conversation, @PathVariable String id) {
        thread(conversation);
        return messages.remove(id)
                .map(message -> Map.of("id", message.id()))
                .orElseThrow(ConnectorController::noSuchActivity);
    }

    @GetMapping("/{conversation}/members")
    List<Map<String, String>> members(@PathVariable String conversation) {
        return rooms.members(thread(conversation).room()).stream()
                .map(this::member)
                .toList();
    }

    @GetMapping("/{conversation}/pagedmembers")
    Map<String, Object> pagedMembers(@PathVariable String conversation) {
        return Map.of("members", members(conversation));
    }

    @GetMapping("/{conversation}/members/{id}")
    Map<String, String> member(@PathVariable String conversation, @PathVariable String id) {
        return rooms.members(thread(conversation).room()).stream()
                .filter(person -> person.answersTo(id))
                .map(this::member)
                .findFirst()
                .orElseThrow(() -> PlaygroundError.connector(
                        HttpStatus.NOT_FOUND, "MemberNotFoundInConversation", "The user is not in this conversation."));
    }

    private Map<String, String> member(Persona person) {
        return Map.of(
                "id", person.account(),
                "name", person.name(),
                "aadObjectId", person.oid(),
                "objectId", person.oid(),
                "userPrincipalName", person.userPrincipalName(),
                "email", person.userPrincipalName(),
                "userRole", "user",
                "tenantId", rooms.personas().tenantId());
    }

    private PlaygroundConversation.RoomThread thread(String conversation) {
        return rooms.find(conversation)
                .orElseThrow(() -> PlaygroundError.connector(
                        HttpStatus.NOT_FOUND, "ConversationNotFound", "Conversation not found."));
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

    private static PlaygroundError noSuchActivity() {
        return PlaygroundError.connector(
                HttpStatus.NOT_FOUND, "ActivityNotFoundInConversation", "The activity is not in this conversation.");
    }

    private static ResponseEntity<Map<String, String>> created(Map<String, String> body) {
        return ResponseEntity.status(HttpStatus.CREATED).body(body);
    }
}
