package dev.linekeeper.adapter.teams.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.adapter.teams.cards.CardRenderer;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.digest.AdminChannel.ChosenChannel;
import dev.linekeeper.chat.digest.NewsDelivery;
import dev.linekeeper.chat.digest.NewsIn;
import dev.linekeeper.conversation.ConnectorStandIn;
import dev.linekeeper.conversation.ConnectorStandIn.Trouble;
import dev.linekeeper.conversation.Received;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.settings.Loopback;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** News on its way: to the channel once, whatever ends in between, and to people where the channel does not take it. */
class NewsInLanesTest {
    private static final ConnectorStandIn TEAMS = ConnectorStandIn.start();
    private static final String CHANNEL = "19:voice@thread.tacv2";
    private static final UserId ANA = new UserId("00000000-0000-0000-0000-00000000000a");
    private static final UserId WITHOUT_CHAT = new UserId("00000000-0000-0000-0000-00000000000b");
    private static final ManualTime TIME = new ManualTime();
    private static final OpenedStore STORE = OpenedStore.inMemory("news-" + UUID.randomUUID(), TIME);
    private static final String ANAS = "a:" + ANA;

    private final NewsDelivery news = NewsIn.delivery(STORE, TIME, ANA, WITHOUT_CHAT);
    private final QueuedMessages messages = messages();

    private QueuedMessages messages() {
        var cards = new QueuedCards(
                STORE.lanes(),
                STORE.addresses(),
                (_, _) -> NoteCards.of(Tone.INFO, "chat.news.in-person"),
                new CardRenderer(new AnswerCards()),
                new Connector(
                        ServiceUrls.on(Loopback.HOSTS),
                        Optional.empty(),
                        TIME,
                        new ConversationPace(TIME, TIME::sleep),
                        Throttles.in(TIME)),
                new CardCopies(STORE.addresses(), STORE.messages()));
        return new QueuedMessages(
                STORE.messages(),
                STORE.lanes(),
                STORE.addresses(),
                cards,
                new UnsentMessages(STORE.messages(), STORE.lanes(), STORE.addresses(), cards, news, TIME),
                new BotInstaller(Optional.empty()),
                STORE.channel(),
                news,
                TIME);
    }

    @BeforeEach
    void aChannelIsChosen() {
        TEAMS.forgetEverything();
        STORE.addresses().heard(address(Optional.of(ANA), ConversationType.PERSONAL, ANAS));
        STORE.channel()
                .choose(new ChosenChannel(
                        address(Optional.empty(), ConversationType.CHANNEL, CHANNEL), TIME.instant()));
    }

    @AfterEach
    void forget() {
        STORE.forgetEverything();
        List.of("news", "message", "card_copy")
                .forEach(table -> STORE.sql().sql("delete from " + table).update());
    }

    @AfterAll
    static void stop() {
        STORE.close();
        TEAMS.close();
    }

    @Test
    void it_is_posted_to_the_channel_once_in_the_language_of_who_chose_it() {
        RequestId number = posted("drift");
        news.moved(number, 1);
        messages.send(CHANNEL);
        news.moved(number, 1);
        messages.send(CHANNEL);
        assertThat(where()).containsExactly(CHANNEL);
        assertThat(TEAMS.received().getFirst().text()).contains("Neuigkeiten gehen");
        assertThat(STORE.lanes().dueLanes()).isEmpty();
    }

    @Test
    void a_kill_between_the_post_and_its_note_posts_it_again_only_after_a_while() {
        news.moved(posted("drift"), 1);
        STORE.lanes().begin(STORE.lanes().due(CHANNEL).getFirst());

        messages.send(CHANNEL);
        assertThat(where()).isEmpty();
        TIME.passes(Duration.ofSeconds(16));
        messages.send(CHANNEL);
        messages.send(CHANNEL);
        assertThat(where()).containsExactly(CHANNEL);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void a_channel_that_is_gone_is_given_up_and_what_waits_for_it_goes_to_people_and_that_is_said_once(int status) {
        RequestId drift = posted("drift");
        RequestId leaver = posted("leaver");
        news.moved(drift, 1);
        news.moved(leaver, 1);
        TEAMS.rule(lane -> lane.equals(CHANNEL) ? Optional.of(Trouble.status(status)) : Optional.empty());

        messages.send(CHANNEL);
        messages.send(ANAS);

        assertThat(where()).containsExactly(ANAS, ANAS);
        assertThat(STORE.channel().find()).isEmpty();
        news.lost(CHANNEL);
        assertThat(kinds()).containsExactly("channel-lost", "drift", "leaver");
        assertThat(STORE.audited())
                .hasSize(1)
                .allSatisfy(record -> assertThat(record.entry().actor()).isEmpty());
    }

    @Test
    void what_the_channel_alone_does_not_take_goes_to_people_and_the_channel_stays() {
        news.moved(posted("drift"), 1);
        TEAMS.next(Trouble.status(413));
        messages.send(CHANNEL);
        messages.send(ANAS);
        assertThat(where()).containsExactly(ANAS);
        assertThat(STORE.channel().find()).isPresent();
    }

    @Test
    void it_waits_while_teams_is_away_and_follows_to_where_news_goes_then() {
        news.moved(posted("drift"), 1);
        TEAMS.next(Trouble.status(503));
        messages.send(CHANNEL);
        String other = "19:other@thread.tacv2";
        STORE.channel()
                .choose(new ChosenChannel(address(Optional.empty(), ConversationType.CHANNEL, other), TIME.instant()));
        TIME.passes(Duration.ofMinutes(1));
        messages.send(CHANNEL);
        messages.send(other);
        assertThat(where()).containsExactly(other);
    }

    @Test
    void nobody_is_told_where_no_voice_admin_has_a_chat_and_nothing_waits() {
        STORE.channel().giveUp(CHANNEL);
        STORE.addresses().forget(ANA);
        news.moved(posted("drift"), 1);
        assertThat(STORE.lanes().dueLanes()).isEmpty();
        news.moved(new RequestId(4711), 1);
    }

    private RequestId posted(String kind) {
        return STORE.news().add(kind, "1", TIME.instant()).map(NewsItem::number).orElseThrow();
    }

    private static List<String> where() {
        return TEAMS.received().stream().map(Received::conversationId).toList();
    }

    private List<String> kinds() {
        return STORE.sql()
                .sql("select kind from news order by kind")
                .query(String.class)
                .list();
    }

    private static Address address(Optional<UserId> reader, ConversationType place, String conversation) {
        return new Address(
                reader, place, "tenant", "de", TEAMS.serviceUrl(), "msteams", conversation, "28:bot", "29:x");
    }
}
