package dev.linekeeper.adapter.teams.connector;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.BotMessage.MessageKind;
import dev.linekeeper.chat.MessageLanes;
import dev.linekeeper.chat.MessageLanes.DueMessage;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.chat.MessageSender;
import dev.linekeeper.chat.digest.AdminChannel;
import dev.linekeeper.chat.digest.AdminChannel.ChosenChannel;
import dev.linekeeper.chat.digest.NewsDelivery;
import dev.linekeeper.core.tenant.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sends queued messages, lane by lane, until Teams has taken them. Thread-safe, one caller a lane. */
public final class QueuedMessages implements MessageSender {
    private static final Duration LONGEST_RUN = Duration.ofMinutes(1);

    /** The client of whoever looks at a card asks for its newest state within that time, which tells the card's id. */
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(15);

    private final MessageQueue queue;
    private final MessageLanes lanes;
    private final Addresses addresses;
    private final QueuedCards cards;
    private final UnsentMessages unsent;
    private final BotInstaller installer;
    private final AdminChannel channel;
    private final NewsDelivery news;
    private final Clock clock;

    public QueuedMessages(
            MessageQueue queue,
            MessageLanes lanes,
            Addresses addresses,
            QueuedCards cards,
            UnsentMessages unsent,
            BotInstaller installer,
            AdminChannel channel,
            NewsDelivery news,
            Clock clock) {
        this.queue = queue;
        this.lanes = lanes;
        this.addresses = addresses;
        this.cards = cards;
        this.unsent = unsent;
        this.installer = installer;
        this.channel = channel;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> send(String lane) {
        Instant end = clock.instant().plus(LONGEST_RUN);
        boolean goesOn = true;
        while (goesOn && clock.instant().isBefore(end)) {
            List<DueMessage> due = lanes.due(lane);
            goesOn = !due.isEmpty() && sent(due.getFirst());
        }
        return lanes.next(lane).map(at -> Duration.between(clock.instant(), at));
    }

    /** Sends a message; whether the lane may go on with the next. */
    private boolean sent(DueMessage message) {
        try {
            if (message.isForEverybody()) {
                toChannel(message);
            } else if (message.person().isPresent()) {
                toPerson(message, message.person().get());
            } else {
                lanes.sent(cards.copy(message)
                        .map(copy -> cards.replace(copy, message))
                        .orElse(message));
            }
            return true;
        } catch (ConnectorFailure failure) {
            return unsent.failed(message, failure);
        } catch (RuntimeException failure) {
            return unsent.notMade(message, failure);
        }
    }

    private void toPerson(DueMessage message, UserId person) {
        Optional<Address> chat = addresses.find(person);
        if (chat.isEmpty()) {
            unsent.giveUp(message, installer.install(person));
        } else if (!chat.get().conversationId().equals(message.lane())) {
            queue.post(person, message.message());
            lanes.discard(message);
        } else {
            Optional<DueMessage> shown = shown(message, person);
            if (shown.isEmpty() && message.begun()) {
                lanes.postpone(message, clock.instant().plus(FOUND_WITHIN), "");
                return;
            }
            lanes.sent(shown.orElseGet(() -> posted(message, chat.get())));
            unsent.tellRequester(message, message.tries() > 0);
        }
    }

    private void toChannel(DueMessage message) {
        Optional<Address> chosen = channel.find()
                .map(ChosenChannel::address)
                .filter(address -> address.conversationId().equals(message.lane()));
        if (chosen.isEmpty()) {
            news.deliver(message.message().request());
            lanes.discard(message);
        } else if (message.begun()) {
            lanes.postpone(message, clock.instant().plus(FOUND_WITHIN), "");
        } else {
            lanes.sent(posted(message, chosen.get()));
        }
    }

    /** A kill in the middle leaves the note that the post was begun, so that it is not begun again at once. */
    private DueMessage posted(DueMessage message, Address chat) {
        lanes.begin(message);
        return cards.post(message, chat);
    }

    /** Replaces the cards the person has already; the message as the first of them shows it, empty when none could be. */
    private Optional<DueMessage> shown(DueMessage message, UserId person) {
        Optional<DueMessage> first = Optional.empty();
        if (message.message().kind() == MessageKind.CARD) {
            for (CardCopy copy : cards.copies(message)) {
                if (copy.address().reader().equals(Optional.of(person))) {
                    Optional<DueMessage> shown = cards.replaceIfThere(copy, message);
                    first = first.isPresent() ? first : shown;
                }
            }
        }
        return first;
    }
}
