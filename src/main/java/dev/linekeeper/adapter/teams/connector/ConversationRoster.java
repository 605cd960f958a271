package dev.linekeeper.adapter.teams.connector;

import com.microsoft.bot.schema.Activity;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is in a conversation, read from Teams. Thread-safe. */
public record ConversationRoster(Connector connector) {
    /**
     * The person with an account who was mentioned in the message; empty when the account is none of a person, such as a bot's or
     * a channel's, or belongs to nobody in Entra.
     *
     * @throws ConnectorFailure when that cannot be read
     */
    public Optional<UserId> person(Activity message, String account) {
        if (!account.startsWith("29:") && !account.startsWith("8:")) {
            return Optional.empty();
        }
        byte[] member = connector.read(ConnectorCall.member(message.getServiceUrl(), place(message), account));
        return Stream.of("aadObjectId", "objectId")
                .map(name -> ActivityJson.field(member, name))
                .filter(id -> !id.isBlank())
                .map(UserId::new)
                .findFirst();
    }

    /** The roster of a channel is its team's. */
    private static String place(Activity message) {
        String team = ActivityJson.tree(message.getChannelData())
                .path("team")
                .path("id")
                .asText("");
        return team.isBlank() ? message.getConversation().getId().replaceFirst(";messageid=.*", "") : team;
    }
}
