package dev.linekeeper.chat.setup;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.digest.NewsCards;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.digest.NewsStore;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.util.Set;

/** An owner who has just got a chat with the bot gets the set-up card, once. */
public record FirstRun(
        NewsStore store, MessageQueue queue, Roles roles, SetupCards cards, Transactions transactions, Clock clock)
        implements NewsCards {
    static final String KIND = "first-run";

    /** Queues the card for an owner; who may be one, while that cannot be looked up, is looked up when it is made. */
    public void welcome(UserId person) {
        if (roles.maybe(person).contains(Role.OWNER)) {
            // Together, or a kill in between would leave a card that is noted and never sent.
            transactions.run(() -> {
                var added = store.add(KIND, person.value(), clock.instant());
                added.ifPresent(item -> queue.post(person, BotMessage.news(item.number())));
                return added;
            });
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Answer card(NewsItem item, Caller reader) {
        return roles.hasAny(reader.id(), Set.of(Role.OWNER))
                ? cards.card()
                : NoteCards.of(Tone.INFO, "chat.setup.not-owner");
    }
}
