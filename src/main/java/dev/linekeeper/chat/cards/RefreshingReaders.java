package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Those whose clients bring a request's card up to date by themselves; for nobody else does a card change as they look. */
public final class RefreshingReaders {
    /** As many as Teams takes. */
    private static final int MOST = 60;

    private RefreshingReaders() {}

    /**
     * The accounts the bot has heard from: of the reader in their own chat; where others read along, of those it is from
     * and for and of its approvers.
     */
    static List<String> of(RequestDetails terms, Caller reader, Addresses addresses) {
        return of(
                Stream.concat(Stream.of(terms.requester()), terms.subject().person().stream())
                        .toList(),
                terms.approvers(),
                reader,
                addresses);
    }

    public static List<String> of(List<UserId> concerned, Set<UserId> approvers, Caller reader, Addresses addresses) {
        Stream<UserId> named = reader.othersReadAlong()
                ? Stream.concat(
                        concerned.stream(),
                        approvers.stream().sorted((one, other) -> one.value().compareTo(other.value())))
                : Stream.of(reader.id());
        return named.distinct()
                .flatMap(person -> addresses.find(person).stream())
                .map(Addresses.Address::userId)
                .filter(account -> !account.isBlank())
                .limit(MOST)
                .toList();
    }
}
