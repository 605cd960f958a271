package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.Message.CardViewer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.JsonNode;

/** Messages, conversations and personas as the page shows them to one persona. */
record PageViews(ObjectProvider<Personas> known, Transcript transcript, Clock clock) {
    record PersonaView(String oid, String name, String caption, String alias, int unread) {}

    /**
     * A chat in the list.
     *
     * @param kind {@code personal} or {@code channel}
     */
    record RoomView(String id, String kind, String title, String subtitle, int unread, Optional<Last> last) {}

    record Last(String author, String text, Instant at) {}

    record Author(String name, boolean bot, boolean me, String caption) {}

    /**
     * A card of a message.
     *
     * @param refresh whether the page should first refresh the card for this viewer
     */
    record CardView(int index, JsonNode card, boolean refresh) {}

    record FileView(String name, long size, String href) {}

    /** A request of the bot for consent to upload a file. */
    record ConsentView(int index, String name, String description, long size) {}

    record MessageView(
            String id,
            String room,
            Optional<String> thread,
            Author author,
            Instant at,
            String text,
            String format,
            List<CardView> cards,
            List<FileView> files,
            List<ConsentView> consents,
            List<String> unknown,
            List<JsonNode> suggestions,
            Message.MessageState state,
            boolean edited,
            int version) {}

    MessageView message(Message message, Persona viewer) {
        var content = message.content();
        List<CardView> cards = new ArrayList<>();
        List<FileView> files = new ArrayList<>();
        List<ConsentView> consents = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        content.files().forEach(file -> files.add(new FileView(file.name(), file.size(), file.path())));
        for (int index = 0; index < content.attachments().size(); index++) {
            var attachment = content.attachments().get(index);
            var type = attachment.path("contentType").asString("nothing named");
            var name = attachment.path("name").asString("file");
            switch (type) {
                case Message.CARD -> {
                    var card = new CardViewer(viewer, index);
                    var refresh = message.refresh(card, Instant.now(clock)).isPresent();
                    cards.add(new CardView(index, message.shown(card), refresh));
                }
                case "application/vnd.microsoft.teams.card.file.info" ->
                    files.add(
                            new FileView(name, -1, attachment.path("contentUrl").asString("")));
                case "application/vnd.microsoft.teams.card.file.consent" -> {
                    var offer = attachment.path("content");
                    var description = offer.path("description").asString("");
                    consents.add(new ConsentView(
                            index, name, description, offer.path("sizeInBytes").asLong(0)));
                }
                case "text/html" -> {}
                default -> unknown.add(type);
            }
        }
        return new MessageView(
                message.id(),
                message.where().room(),
                message.where().root(),
                author(message, viewer),
                message.at(),
                content.text(),
                content.format(),
                cards,
                files,
                consents,
                unknown,
                content.suggestions(),
                message.state(),
                message.edited(),
                message.version());
    }

    List<RoomView> rooms(Persona viewer) {
        var chat = PlaygroundConversation.with(viewer);
        return List.of(
                room(chat, viewer, "personal", TeamsActivities.BOT.name(), "Your chat with the bot"),
                room(PlaygroundConversation.CHANNEL, viewer, "channel", "Requests", PlaygroundConversation.TEAM));
    }

    private RoomView room(PlaygroundConversation room, Persona viewer, String kind, String title, String subtitle) {
        var last = transcript
                .last(room)
                .map(message -> new Last(author(message, viewer).name(), message.preview(), message.at()));
        return new RoomView(room.id(), kind, title, subtitle, transcript.unread(viewer, room), last);
    }

    List<PersonaView> personas() {
        return known.getObject().people().stream().map(this::persona).toList();
    }

    /** The unread count is that of the persona's own chat, without the channel. */
    PersonaView persona(Persona person) {
        int unread = transcript.unread(person, PlaygroundConversation.with(person));
        return new PersonaView(person.oid(), person.name(), person.caption(), person.alias(), unread);
    }

    private static Author author(Message message, Persona viewer) {
        return message.author()
                .map(person -> new Author(person.name(), false, person.equals(viewer), person.caption()))
                .orElseGet(() -> new Author(TeamsActivities.BOT.name(), true, false, "Bot"));
    }
}
