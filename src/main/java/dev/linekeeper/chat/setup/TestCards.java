package dev.linekeeper.chat.setup;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.digest.NewsCards;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.digest.NewsStore;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A card that asks nothing, sent to each approver so that the owner learns whom requests will reach. */
public record TestCards(
        NewsStore store, MessageQueue queue, Roles roles, Addresses addresses, DisplayNames names, Clock clock)
        implements NewsCards {
    static final String KIND = "test-card";

    /** Sends one to each approver who has a chat with the bot, or can be given one, and tells of whom that is not so. */
    Answer send() {
        Set<UserId> approvers = roles.holders(Role.APPROVER);
        if (approvers.isEmpty()) {
            return new Answer.Note(
                    Tone.STOP,
                    Explanation.of("chat.setup.nobody.title"),
                    Explanation.of("chat.setup.nobody.text"),
                    List.of(NoteCards.say("choose approvers", "chat.setup.button.choose-approvers")));
        }
        var item = store.add(KIND, clock.instant().toString(), clock.instant());
        item.ifPresent(card -> approvers.forEach(approver -> queue.post(approver, BotMessage.news(card.number()))));
        return new Listing(
                Explanation.of("chat.setup.tested.title", approvers.size()),
                Explanation.of("chat.setup.tested.text"),
                approvers.stream()
                        .map(this::row)
                        .sorted(Comparator.comparing(Row::tone).reversed())
                        .toList(),
                0,
                List.of(NoteCards.say("doctor", "chat.doctor.again")));
    }

    private Row row(UserId approver) {
        boolean reached = addresses.find(approver).isPresent();
        return new Row(
                reached ? Tone.GOOD : Tone.WARNING,
                Explanation.of("chat.name", names.of(approver)),
                Explanation.of(reached ? "chat.setup.tested.sent" : "chat.setup.tested.no-chat"),
                Optional.empty());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Answer card(NewsItem item, Caller reader) {
        return NoteCards.of(Tone.INFO, "chat.setup.test-card");
    }
}
