package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.BotAccount;
import dev.linekeeper.simulator.playground.chat.CardReader;
import dev.linekeeper.simulator.playground.chat.Message;
import dev.linekeeper.simulator.playground.chat.Persona;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversation;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversations;
import dev.linekeeper.simulator.playground.chat.Transcript;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Makes the views of messages, conversations and personas for one persona. */
record PageViews(PlaygroundConversations rooms, Transcript transcript, Clock clock) {
    private static final String CONSENT = "application/vnd.microsoft.teams.card.file.consent";
    private static final String FILE = "application/vnd.microsoft.teams.card.file.info";

    Page.MessageView message(Message message, Persona viewer) {
        var content = message.content();
        var attachments = content.attachments();
        boolean removed = message.state() == Message.MessageState.REMOVED;
        return new Page.MessageView(
                message.id(),
                message.thread().room().id(),
                message.thread().root(),
                author(message, viewer),
                message.at(),
                removed ? "" : content.text(),
                content.format(),
                removed ? List.of() : cards(message, viewer),
                removed ? List.of() : files(content),
                removed ? List.of() : indexed(attachments, PageViews::consent),
                removed ? List.of() : unknown(attachments),
                removed ? List.of() : content.suggestions(),
                message.state(),
                message.edited(),
                message.version());
    }

    List<Page.RoomView> rooms(Persona viewer) {
        return rooms.of(viewer).stream().map(room -> room(room, viewer)).toList();
    }

    List<Page.PersonaView> personas() {
        return rooms.personas().people().stream().map(this::persona).toList();
    }

    /** The unread count is that of the persona's own chat, without the channel. */
    Page.PersonaView persona(Persona person) {
        int unread = transcript.unread(person, new PlaygroundConversation.Personal(person));
        return new Page.PersonaView(person.oid(), person.name(), person.caption(), person.alias(), unread);
    }

    private Page.RoomView room(PlaygroundConversation room, Persona viewer) {
        var last = transcript
                .last(room)
                .map(message ->
                        new Page.Last(author(message, viewer).name(), CardReader.preview(message), message.at()));
        int unread = transcript.unread(viewer, room);
        return switch (room) {
            case PlaygroundConversation.Personal _ ->
                new Page.RoomView(room.id(), "personal", BotAccount.NAME, "Your chat with the bot", unread, last);
            case PlaygroundConversation.Channel channel ->
                new Page.RoomView(room.id(), "channel", channel.name(), channel.team(), unread, last);
        };
    }

    private static Page.Author author(Message message, Persona viewer) {
        return message.author()
                .map(person -> new Page.Author(person.name(), false, person.equals(viewer), person.caption()))
                .orElseGet(() -> new Page.Author(BotAccount.NAME, true, false, "Bot"));
    }

    private List<Page.CardView> cards(Message message, Persona viewer) {
        var now = Instant.now(clock);
        return indexed(message.content().attachments(), (attachment, index) -> {
            var cardViewer = new Message.CardViewer(viewer.oid(), index);
            return CardReader.isCard(attachment)
                    ? Optional.of(new Page.CardView(
                            index,
                            CardReader.shown(message, cardViewer),
                            CardReader.refresh(message, cardViewer, viewer, now).isPresent()))
                    : Optional.empty();
        });
    }

    private static List<Page.FileView> files(Message.MessageContent content) {
        var own = content.files().stream().map(file -> new Page.FileView(file.name(), file.size(), file.path()));
        var sent = content.attachments().stream()
                .filter(attachment -> is(FILE, attachment))
                .map(file -> new Page.FileView(
                        file.path("name").asString("file"),
                        -1,
                        file.path("contentUrl").asString("")));
        return Stream.concat(own, sent).toList();
    }

    private static Optional<Page.ConsentView> consent(JsonNode attachment, int index) {
        return is(CONSENT, attachment)
                ? Optional.of(new Page.ConsentView(
                        index,
                        attachment.path("name").asString("file"),
                        attachment.path("content").path("description").asString(""),
                        attachment.path("content").path("sizeInBytes").asLong(0)))
                : Optional.empty();
    }

    private static List<String> unknown(List<JsonNode> attachments) {
        return attachments.stream()
                .filter(attachment ->
                        !CardReader.isCard(attachment) && !is(CONSENT, attachment) && !is(FILE, attachment))
                .map(attachment -> attachment.path("contentType").asString("nothing named"))
                .filter(type -> !type.equals("text/html"))
                .toList();
    }

    private interface Indexed<T> {
        Optional<T> of(JsonNode attachment, int index);
    }

    private static <T> List<T> indexed(List<JsonNode> attachments, Indexed<T> view) {
        return IntStream.range(0, attachments.size())
                .mapToObj(index -> view.of(attachments.get(index), index))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean is(String type, JsonNode attachment) {
        return type.equals(attachment.path("contentType").asString(""));
    }
}
