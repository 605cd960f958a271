package dev.linekeeper.chat.digest;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.digest.NewsStore;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The cards of all kinds of news. */
public record NewsMessages(NewsStore store, List<NewsCards> makers) {
    private static final Set<Role> READERS = Set.of(Role.USER, Role.ADMIN);

    public NewsMessages {
        makers = List.copyOf(makers);
    }

    /**
     * The card of that news; empty when there is none of that number.
     *
     * @throws IllegalStateException when nobody here makes cards of its kind, as when a newer replica posted it
     */
    public Optional<Answer> of(RequestId number, Caller reader) {
        return store.find(number)
                .map(item -> makers.stream()
                        .filter(maker -> maker.kind().equals(item.kind()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No cards for news of kind " + item.kind()))
                        .card(item, reader));
    }

    /** Those for whom its buttons are where others read along; empty when it is no news. */
    public Optional<Set<Role>> audience(RequestId number) {
        return store.find(number).map(_ -> READERS);
    }
}
