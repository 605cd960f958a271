package dev.linekeeper.adapter.teams.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.adapter.teams.connector.ConnectorFailure;
import dev.linekeeper.adapter.teams.connector.ConversationRoster;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The people mentioned in messages. An account in Teams is no Entra id: it belongs to the person who wrote to the bot from it,
 * or whom the conversation's roster names, so that nobody else of the same name is meant. Thread-safe.
 */
public record MentionedPeople(
        BestEffortAddresses addresses, ConversationRoster roster, ObjectProvider<Directory> directory) {
    /**
     * The user principal name, or else the id, of an account that is mentioned in the message; empty when it is none of a person,
     * so that its name is all there is.
     *
     * @throws ConnectorFailure when the roster cannot be read
     */
    Optional<String> principalName(Activity message, JsonNode account) {
        String id = account.path("id").asText("");
        String stated = account.path("aadObjectId").asText("");
        Optional<UserId> person = stated.isBlank()
                ? addresses.personOf(id).or(() -> roster.person(message, id))
                : Optional.of(new UserId(stated));
        return person.map(this::principalName);
    }

    private String principalName(UserId person) {
        try {
            return Optional.ofNullable(directory.getIfAvailable())
                    .flatMap(all -> all.find(person))
                    .map(DirectoryEntry::userPrincipalName)
                    .orElseGet(person::value);
        } catch (BackendFailure unreadable) {
            return person.value();
        }
    }
}
