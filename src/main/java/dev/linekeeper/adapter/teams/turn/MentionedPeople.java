package dev.linekeeper.adapter.teams.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The people mentioned in messages. An account in Teams is no Entra id: it belongs to the person who wrote to the bot from it,
 * unless Teams says whose it is. Thread-safe.
 */
public final class MentionedPeople {
    private final BestEffortAddresses addresses;
    private final ObjectProvider<Directory> directory;

    MentionedPeople(BestEffortAddresses addresses, ObjectProvider<Directory> directory) {
        this.addresses = addresses;
        this.directory = directory;
    }

    /** The user principal name of a mentioned account; empty when the bot does not know whose it is. */
    Optional<String> principalName(JsonNode account) {
        String id = account.path("aadObjectId").asText("");
        Optional<UserId> person =
                id.isBlank() ? addresses.personOf(account.path("id").asText("")) : Optional.of(new UserId(id));
        try {
            return Optional.ofNullable(directory.getIfAvailable())
                    .flatMap(all -> person.flatMap(all::find))
                    .map(DirectoryEntry::userPrincipalName);
        } catch (BackendFailure unreadable) {
            return person.map(UserId::value);
        }
    }
}
