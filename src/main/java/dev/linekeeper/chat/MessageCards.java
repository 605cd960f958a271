package dev.linekeeper.chat;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.people.Role;
import java.util.Optional;
import java.util.Set;

/** Makes the card of a message, as its reader may see it now. */
@FunctionalInterface
public interface MessageCards {
    /**
     * The card of a message. Who has nothing to do with the request, nor a role to open it, is shown where it stands and no more.
     *
     * @throws dev.linekeeper.service.people.RolesNotRead when that depends on their role, and it cannot be read
     */
    Answer of(BotMessage message, Caller reader);

    /** For which roles the card is where others read along, whoever reads it; empty for that of nobody in particular. */
    default Optional<Set<Role>> audience(BotMessage message) {
        return Optional.empty();
    }

    /**
     * The same for a client that asks by itself for a card the bot does not know. Empty when there is no such request, or
     * the reader may open it by their role: that is a look, which is recorded as one.
     */
    default Optional<Answer> refreshed(RequestId request, Caller reader) {
        return Optional.empty();
    }
}
