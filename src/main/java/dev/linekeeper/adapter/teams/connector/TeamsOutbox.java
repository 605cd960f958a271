package dev.linekeeper.adapter.teams.connector;

import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.adapter.teams.cards.CardRenderer;
import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Outbox;
import dev.linekeeper.core.tenant.UserId;
import java.util.Locale;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends answers to people's own chats with the bot while somebody waits. Thread-safe. */
public final class TeamsOutbox implements Outbox {
    /** The reader of cards in channels: a person without any role. */
    public static final UserId ANYBODY = new UserId("00000000-0000-0000-0000-000000000000");

    private static final Logger log = LoggerFactory.getLogger(TeamsOutbox.class);

    private final Addresses addresses;
    private final CardRenderer renderer;
    private final Connector connector;
    private final CardCopies copies;
    private final BotInstaller installer;

    public TeamsOutbox(
            Addresses addresses,
            CardRenderer renderer,
            Connector connector,
            CardCopies copies,
            BotInstaller installer) {
        this.addresses = addresses;
        this.renderer = renderer;
        this.connector = connector;
        this.copies = copies;
        this.installer = installer;
    }

    @Override
    public Delivery show(UserId person, Function<Caller, Answer> answer) {
        return addresses
                .find(person)
                .map(chat -> deliver(person, chat, answer.apply(reader(chat))))
                .orElseGet(() -> undeliverable(install(person)));
    }

    private BotNotice install(UserId person) {
        try {
            return installer.install(person);
        } catch (ConnectorFailure later) {
            return BotNotice.NOT_DELIVERED;
        }
    }

    private Delivery deliver(UserId person, Address chat, Answer answer) {
        try {
            String id = connector.post(renderer.message(answer, reader(chat), chat), Urgency.REPLY);
            answer.topic()
                    .filter(_ -> !id.isEmpty())
                    .ifPresent(topic -> copies.posted(new CardCopy(topic, chat, id), answer.version()));
            return new Delivery.Delivered();
        } catch (ConnectorFailure failure) {
            log.warn("action=show person={} outcome={} detail={}", person, failure.kind(), failure.getMessage());
            return undeliverable(
                    switch (failure.kind()) {
                        case REMOVED -> {
                            addresses.forget(person);
                            yield BotNotice.NO_CHAT;
                        }
                        case BLOCKED -> BotNotice.BLOCKED;
                        default -> BotNotice.NOT_DELIVERED;
                    });
        }
    }

    static Caller reader(Address address) {
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
