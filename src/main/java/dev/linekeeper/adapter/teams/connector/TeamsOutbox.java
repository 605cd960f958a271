package dev.linekeeper.adapter.teams.connector;

import com.microsoft.bot.schema.Activity;
import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.adapter.teams.cards.CardActivity;
import dev.linekeeper.adapter.teams.cards.CardRenderer;
import dev.linekeeper.adapter.teams.connector.ConnectorFailure.ConnectorFailureKind;
import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Outbox;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.AppInstallations;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends cards outside a turn, such as a request to its approvers, to the chats in the address book, and replaces posted
 * cards. Thread-safe.
 */
public final class TeamsOutbox implements Outbox {
    /** The reader of cards in channels: a person without any role. */
    public static final UserId ANYBODY = new UserId("00000000-0000-0000-0000-000000000000");

    private static final Logger log = LoggerFactory.getLogger(TeamsOutbox.class);

    private final Addresses addresses;
    private final CardRenderer renderer;
    private final Connector connector;
    private final Optional<AppInstallations> installations;

    /** Without {@code installations} people who have not added the bot cannot be reached. */
    public TeamsOutbox(
            Addresses addresses, CardRenderer renderer, Connector connector, Optional<AppInstallations> installations) {
        this.addresses = addresses;
        this.renderer = renderer;
        this.connector = connector;
        this.installations = installations;
    }

    @Override
    public Delivery show(UserId person, Function<Caller, Answer> answer) {
        return addresses
                .find(person)
                .map(chat -> deliver(person, chat, answer.apply(reader(chat))))
                .orElseGet(() -> installFor(person));
    }

    /** Installs the bot without waiting: Teams reports the new chat later, and pending cards are shown then. */
    private Delivery installFor(UserId person) {
        if (installations.isEmpty()) {
            return undeliverable(BotNotice.NO_CHAT);
        }
        try {
            var installed = installations.get().ensure(person);
            log.info("action=install person={} outcome={}", person, installed);
            return undeliverable(
                    switch (installed) {
                        case NOW -> BotNotice.INSTALLED;
                        case ALREADY -> BotNotice.NO_CHAT;
                    });
        } catch (BackendFailure failure) {
            log.warn("action=install person={} outcome={} detail={}", person, failure.kind(), failure.getMessage());
            return undeliverable(BotNotice.NO_CHAT);
        }
    }

    @Override
    public void refresh(String topic, Function<Caller, Answer> answer) {
        for (CardCopy copy : addresses.copies(topic)) {
            try {
                replace(copy, answer.apply(reader(copy.address())));
            } catch (ConnectorFailure failure) {
                log.warn("action=refresh topic={} outcome={} detail={}", topic, failure.kind(), failure.getMessage());
            }
        }
    }

    private Delivery deliver(UserId person, Address chat, Answer answer) {
        try {
            if (!replaceCopies(person, answer)) {
                post(person, chat, answer);
            }
            return new Delivery.Delivered();
        } catch (ConnectorFailure failure) {
            log.warn("action=show person={} outcome={} detail={}", person, failure.kind(), failure.getMessage());
            return undeliverable(
                    switch (failure.kind()) {
                        case REMOVED -> BotNotice.NO_CHAT;
                        case BLOCKED -> BotNotice.BLOCKED;
                        default -> BotNotice.NOT_DELIVERED;
                    });
        }
    }

    /** Posts a message; a chat the bot was removed from is forgotten, as only Teams can tell when it is back. */
    private void post(UserId person, Address chat, Answer answer) {
        try {
            String id = connector.post(activity(chat, answer));
            answer.topic()
                    .filter(_ -> !id.isEmpty())
                    .ifPresent(topic -> addresses.posted(new CardCopy(topic, chat, id)));
        } catch (ConnectorFailure failure) {
            if (failure.kind() == ConnectorFailureKind.REMOVED) {
                addresses.forget(person);
            }
            throw failure;
        }
    }

    /** Replaces the person's cards of the topic; whether there was one, deleted ones not counted. */
    private boolean replaceCopies(UserId person, Answer answer) {
        boolean shown = false;
        for (CardCopy copy : answer.topic().map(addresses::copies).orElse(List.of())) {
            if (copy.address().reader().equals(Optional.of(person))) {
                shown |= replaced(copy, answer);
            }
        }
        return shown;
    }

    /** Whether the card was replaced; false when that one cannot be, which says nothing about a new one. */
    private boolean replaced(CardCopy copy, Answer answer) {
        try {
            replace(copy, answer);
            return true;
        } catch (ConnectorFailure failure) {
            return switch (failure.kind()) {
                case GONE, REMOVED, BLOCKED, FORBIDDEN, REFUSED, NOT_ALLOWED -> false;
                case UNAUTHORISED, TOO_LARGE, THROTTLED, CONFLICT, NO_CONNECTION, UNAVAILABLE, UNKNOWN -> throw failure;
            };
        }
    }

    private void replace(CardCopy copy, Answer answer) {
        Activity activity = activity(copy.address(), answer);
        activity.setId(copy.activityId());
        connector.replace(activity);
    }

    private Activity activity(Address to, Answer answer) {
        return CardActivity.of(renderer.of(answer, reader(to)), to);
    }

    private static Caller reader(Address address) {
        return new Caller(
                address.reader().orElse(ANYBODY),
                address.tenantId(),
                Locale.forLanguageTag(address.locale()),
                address.place());
    }

    /** In English, as the requester's language is not known here. */
    private static Delivery undeliverable(BotNotice why) {
        return new Delivery.Undeliverable(why.in(Locale.ENGLISH));
    }
}
