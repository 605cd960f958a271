package dev.linekeeper.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.adapter.teams.cards.CardRenderer;
import dev.linekeeper.adapter.teams.connector.BotInstaller;
import dev.linekeeper.adapter.teams.connector.CardCopies;
import dev.linekeeper.adapter.teams.connector.Connector;
import dev.linekeeper.adapter.teams.connector.ConversationPace;
import dev.linekeeper.adapter.teams.connector.ServiceUrls;
import dev.linekeeper.adapter.teams.connector.TeamsOutbox;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.chat.Outbox.Delivery;
import dev.linekeeper.conversation.ConnectorStandIn;
import dev.linekeeper.conversation.ConnectorStandIn.Trouble;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.AppInstallations;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.settings.Loopback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages nobody asked for just now: who gets which, and what becomes of them. */
class OutboxTest {
    private static final ConnectorStandIn TEAMS = ConnectorStandIn.start();
    private static final UserId ANA = new UserId("ana");
    private static final UserId LEE = new UserId("lee");

    private final List<UserId> installedFor = new ArrayList<>();
    private final AppInstallations installations = new AppInstallations() {
        @Override
        public AppInstallation ensure(UserId person) {
            if (person.equals(ANA)) {
                throw new BackendFailure(BackendFailure.FailureKind.DENIED, "not allowed");
            }
            installedFor.add(person);
            return installedFor.size() == 1 ? AppInstallation.NOW : AppInstallation.ALREADY;
        }

        @Override
        public String source() {
            return "Microsoft Graph";
        }
    };
    private final ManualTime time = new ManualTime();
    private final AddressBook addresses = new AddressBook();
    private final TeamsOutbox outbox = new TeamsOutbox(
            addresses,
            new CardRenderer(new AnswerCards()),
            new Connector(
                    ServiceUrls.on(Loopback.HOSTS),
                    Optional.empty(),
                    time,
                    new ConversationPace(time, time),
                    Throttles.in(time)),
            new CardCopies(addresses, new NoMessages()),
            new BotInstaller(Optional.of(installations)));

    @BeforeEach
    void start() {
        TEAMS.forgetEverything();
        addresses.remember(ANA, chat(ANA));
    }

    @AfterAll
    static void stop() {
        TEAMS.close();
    }

    private static Address chat(UserId person) {
        return address(Optional.of(person), ConversationType.PERSONAL, "a:" + person, TEAMS.serviceUrl());
    }

    private static Address address(
            Optional<UserId> reader, ConversationType place, String conversation, String serviceUrl) {
        return new Address(reader, place, "contoso", "de-DE", serviceUrl, "msteams", conversation, "28:b", "29:u");
    }

    private static Answer request(Caller reader, String text) {
        return ScriptedChat.about("SC-1", text + " for " + reader.id());
    }

    @Test
    void a_message_goes_to_the_persons_own_chat_as_they_may_see_it() {
        var delivery = outbox.show(ANA, reader -> {
            assertThat(reader.place()).isEqualTo(ConversationType.PERSONAL);
            assertThat(reader.locale().getLanguage()).isEqualTo("de");
            return request(reader, "waiting");
        });

        assertThat(delivery).isEqualTo(new Delivery.Delivered());
        assertThat(TEAMS.received()).singleElement().satisfies(sent -> {
            assertThat(sent.conversationId()).isEqualTo("a:ana");
            assertThat(sent.text()).contains("waiting for ana");
        });
    }

    @Test
    void somebody_who_has_no_chat_with_the_bot_cannot_be_reached() {
        assertThat(outbox.show(LEE, reader -> request(reader, "waiting"))).isInstanceOf(Delivery.Undeliverable.class);
        assertThat(TEAMS.attempts()).isZero();
    }

    @Test
    void somebody_who_removed_the_bot_is_forgotten() {
        TEAMS.next(Trouble.code(403, "BotNotInConversationRoster"));
        assertThat(outbox.show(ANA, reader -> request(reader, "waiting"))).isInstanceOf(Delivery.Undeliverable.class);
        assertThat(addresses.find(ANA)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "403,ConversationBlockedByUser",
        "403,BotDisabledByAdmin",
        "403,''",
        "401,''",
        "404,''",
        "413,MessageSizeTooBig",
        "504,''"
    })
    void nobody_is_forgotten_for_anything_else(int status, String code) {
        TEAMS.next(Trouble.code(status, code));
        assertThat(outbox.show(ANA, reader -> request(reader, "waiting"))).isInstanceOf(Delivery.Undeliverable.class);
        assertThat(addresses.find(ANA)).isPresent();
    }

    @Test
    void a_failing_channel_is_reported_and_nobody_forgotten() {
        TEAMS.next(Trouble.status(500));
        assertThat(outbox.show(ANA, reader -> request(reader, "waiting"))).isInstanceOf(Delivery.Undeliverable.class);
        assertThat(addresses.find(ANA)).isPresent();
    }

    @Test
    void who_has_no_chat_is_given_the_app_and_hears_later() {
        assertThat(outbox.show(LEE, reader -> request(reader, "waiting")))
                .isInstanceOfSatisfying(
                        Delivery.Undeliverable.class, it -> assertThat(it.why()).contains("installed"));
        assertThat(outbox.show(LEE, reader -> request(reader, "waiting")))
                .isInstanceOfSatisfying(
                        Delivery.Undeliverable.class, it -> assertThat(it.why()).startsWith("No chat"));
        assertThat(installedFor).containsExactly(LEE, LEE);
        assertThat(TEAMS.received()).isEmpty();
    }

    @Test
    void an_installation_that_is_refused_is_no_more_than_no_chat() {
        addresses.forget(ANA);
        assertThat(outbox.show(ANA, reader -> request(reader, "waiting")))
                .isInstanceOfSatisfying(
                        Delivery.Undeliverable.class, it -> assertThat(it.why()).startsWith("No chat"));
    }

    @Test
    void a_stored_address_elsewhere_gets_nothing() {
        addresses.remember(LEE, address(Optional.of(LEE), ConversationType.PERSONAL, "a:lee", "https://evil.example/"));
        assertThat(outbox.show(LEE, reader -> request(reader, "waiting"))).isInstanceOf(Delivery.Undeliverable.class);
        assertThat(addresses.find(LEE)).isPresent();
    }
}
