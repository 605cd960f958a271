package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The views of the page, as one persona sees them. */
interface Page {
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

    /** The data of a page when it opens. */
    record InboxView(
            String organisation,
            PersonaView me,
            List<PersonaView> personas,
            List<RoomView> rooms,
            List<String> prompts,
            List<String> mentionable) {}
}
