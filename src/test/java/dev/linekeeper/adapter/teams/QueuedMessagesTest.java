package dev.linekeeper.adapter.teams;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.adapter.teams.cards.CardRenderer;
import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.adapter.teams.connector.BotInstaller;
import dev.linekeeper.adapter.teams.connector.CardCopies;
import dev.linekeeper.adapter.teams.connector.Connector;
import dev.linekeeper.adapter.teams.connector.ConversationPace;
import dev.linekeeper.adapter.teams.connector.QueuedCards;
import dev.linekeeper.adapter.teams.connector.QueuedMessages;
import dev.linekeeper.adapter.teams.connector.ServiceUrls;
import dev.linekeeper.adapter.teams.connector.UnsentMessages;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.chat.digest.NewsIn;
import dev.linekeeper.chat.notifications.RequestNotifications;
import dev.linekeeper.conversation.ConnectorStandIn;
import dev.linekeeper.conversation.ConnectorStandIn.Trouble;
import dev.linekeeper.conversation.Received;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.override.OverridesForTests;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.tenant.AppInstallations;
import dev.linekeeper.service.tenant.AppInstallations.AppInstallation;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import dev.linekeeper.settings.Loopback;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of the bot's own accord: each gets there in the end, once, and says what is true then. */
class QueuedMessagesTest {
    private static final ConnectorStandIn TEAMS = ConnectorStandIn.start();
    private static final RequestId ID = new RequestId(1001);
    private static final BotMessage CARD = BotMessage.card(ID);
    private static final String LANE = "a:" + LEE;

    @TempDir
    Path folder;

    private final ManualTime time = new ManualTime();
    private UnaryOperator<AppInstallation> whileItIsInstalled = UnaryOperator.identity();
    private OpenedStore store;
    private QueuedMessages messages;
    private String state = "Waiting";
    private Runnable whileItIsMade = () -> {};
    private Runnable whileItWaits = () -> {};

    @BeforeEach
    void open() {
        TEAMS.forgetEverything();
        store = OpenedStore.inFile(folder, time);
        store.requests().add(id -> Sample.pending(id, ADELE));
        store.addresses().heard(chat(LEE));
        messages = over(store);
    }

    private QueuedMessages over(OpenedStore opened) {
        var cards = new QueuedCards(
                opened.lanes(),
                opened.addresses(),
                (message, _) -> {
                    var answer = ScriptedChat.about("SC-1001", message.kind() + " " + state);
                    whileItIsMade.run();
                    return answer;
                },
                new CardRenderer(new AnswerCards()),
                new Connector(
                        ServiceUrls.on(Loopback.HOSTS),
                        Optional.empty(),
                        time,
                        new ConversationPace(time, wait -> {
                            whileItWaits.run();
                            time.sleep(wait);
                        }),
                        Throttles.in(time)),
                new CardCopies(opened.addresses(), opened.messages()));
        var news = NewsIn.delivery(opened, time, LEE, KIM);
        return new QueuedMessages(
                opened.messages(),
                opened.lanes(),
                opened.addresses(),
                cards,
                new UnsentMessages(opened.messages(), opened.lanes(), opened.addresses(), cards, news, time),
                new BotInstaller(Optional.of(new AppInstallations() {
                    @Override
                    public AppInstallation ensure(UserId person) {
                        return whileItIsInstalled.apply(AppInstallation.ALREADY);
                    }

                    @Override
                    public String source() {
                        return "Microsoft Graph";
                    }
                })),
                opened.channel(),
                news,
                time);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @AfterAll
    static void stop() {
        TEAMS.close();
    }

    @Test
    void a_card_is_posted_once_and_then_replaced_by_its_newest_state_only() {
        store.messages().post(LEE, CARD);
        assertThat(messages.send(LANE)).isEmpty();
        for (String next : List.of("Approved", "Applying", "Done")) {
            state = next;
            store.messages().refresh(ID);
        }
        assertThat(messages.send(LANE)).isEmpty();

        assertThat(TEAMS.received()).extracting(Received::method).containsExactly("POST", "PUT");
        assertThat(TEAMS.received().getLast().text()).contains("Done");
    }

    /** Where everybody of a long list is told, the tenant's own pace is what keeps the bot from many of them. */
    @Test
    void whoever_could_not_get_the_bot_at_the_moment_gets_it_later() {
        var refusals = new ArrayDeque<>(List.of(FailureKind.THROTTLED, FailureKind.TRANSIENT));
        var asked = new AtomicInteger();
        whileItIsInstalled = _ -> {
            asked.incrementAndGet();
            if (!refusals.isEmpty()) {
                throw new BackendFailure(refusals.remove(), "not now");
            }
            return AppInstallation.NOW;
        };
        store.messages().post(KIM, CARD);
        String lane = store.lanes().dueLanes().stream().findFirst().orElseThrow();
        for (int i = 0; i < 3; i++) {
            assertThat(asked).hasValue(i);
            messages.send(lane).ifPresent(time::sleep);
        }
        assertThat(store.lanes().dueLanes()).isEmpty();
        assertThat(asked).hasValue(3);
    }

    @Test
    void a_card_that_is_on_its_way_when_the_request_is_denied_says_so_at_once() {
        store.messages().post(LEE, CARD);
        whileItIsMade = () -> {
            whileItIsMade = () -> {};
            state = "Denied";
            store.messages().refresh(ID);
        };
        assertThat(messages.send(LANE)).isEmpty();

        assertThat(TEAMS.received())
                .extracting(Received::text)
                .satisfiesExactly(
                        first -> assertThat(first).contains("Waiting"),
                        second -> assertThat(second).contains("Denied"));
    }

    @Test
    void what_waits_for_its_turn_is_sent_once_as_it_is_then_and_to_the_newest_address() {
        String moved = TEAMS.serviceUrl().replace("/teams/", "/emea/");
        for (int i = 0; i < 3; i++) {
            store.messages().post(LEE, CARD);
            messages.send(LANE);
        }
        TEAMS.forgetEverything();
        whileItWaits = () -> {
            whileItWaits = () -> {};
            state = "Denied";
            store.messages().refresh(ID);
            store.addresses().heard(chat(LEE).at(moved));
        };
        store.messages().refresh(ID);
        runFor(Duration.ofMinutes(1));

        assertThat(TEAMS.received()).singleElement().satisfies(sent -> {
            assertThat(sent.text()).contains("Denied");
            assertThat(sent.activity().path("serviceUrl").asString()).isEqualTo(moved);
        });
    }

    @Test
    void a_state_that_waits_while_the_card_is_answered_does_not_wipe_the_answer() {
        BestEffortAddresses turn = aCardThatWillBeReplaced();
        whileItWaits = () -> turn.waiting(chat(LEE), "1:9").ifPresent(turn::answered);
        runFor(Duration.ofMinutes(1));
        assertThat(TEAMS.received()).isEmpty();
    }

    @Test
    void a_state_that_is_newer_than_the_answer_replaces_it() {
        BestEffortAddresses turn = aCardThatWillBeReplaced();
        whileItWaits = () -> {
            whileItWaits = () -> {};
            var waited = turn.waiting(chat(LEE), "1:9").orElseThrow();
            state = "Denied";
            store.messages().refresh(ID);
            turn.answered(waited);
        };
        runFor(Duration.ofMinutes(1));
        assertThat(TEAMS.received())
                .singleElement()
                .satisfies(sent -> assertThat(sent.text()).contains("Denied"));
    }

    /** In a conversation in which the bot has to wait. */
    private BestEffortAddresses aCardThatWillBeReplaced() {
        store.addresses().posted(new CardCopy("SC-1001", chat(LEE), "1:9"));
        for (int i = 0; i < 3; i++) {
            store.messages().refresh(ID);
            messages.send(LANE);
        }
        TEAMS.forgetEverything();
        store.messages().refresh(ID);
        return new BestEffortAddresses(store.addresses(), store.messages(), store.lanes(), store.deliveries());
    }

    @Test
    @Requirement("T23")
    void a_card_posted_in_the_moment_of_a_kill_is_replaced_once_a_client_tells_of_it_and_else_posted_again() {
        store.messages().post(LEE, CARD);
        store.lanes().begin(store.lanes().due(LANE).getFirst());
        assertThat(messages.send(LANE)).isPresent();
        assertThat(TEAMS.received()).isEmpty();

        store.addresses().posted(new CardCopy("SC-1001", chat(LEE), "1:lost"));
        runFor(Duration.ofMinutes(1));
        assertThat(TEAMS.received())
                .extracting(Received::method, Received::activityId)
                .containsExactly(tuple("PUT", "1:lost"));

        store.addresses().gone(new CardCopy("SC-1001", chat(LEE), "1:lost"));
        store.messages().post(LEE, CARD);
        store.lanes().begin(store.lanes().due(LANE).getFirst());
        runFor(Duration.ofMinutes(1));
        assertThat(TEAMS.received()).extracting(Received::method).containsExactly("PUT", "POST");
    }

    @Test
    void a_card_noted_after_its_request_has_moved_on_is_replaced() {
        new CardCopies(store.addresses(), store.messages()).posted(new CardCopy("SC-1001", chat(LEE), "1:9"), 0);
        messages.send(LANE);
        assertThat(TEAMS.received()).extracting(Received::method).containsExactly("PUT");

        new CardCopies(store.addresses(), store.messages()).posted(new CardCopy("SC-1001", chat(LEE), "1:9"), 1);
        assertThat(messages.send(LANE)).isEmpty();
        assertThat(TEAMS.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"429,''", "412,''", "502,''", "503,''", "401,''", "403,BotDisabledByAdmin", "403,''", "504,''", "500,''"
    })
    @Requirement("T19")
    void what_teams_did_not_take_is_sent_later_also_after_a_restart(int status, String code) {
        store.messages().post(LEE, CARD);
        TEAMS.next(Trouble.code(status, code));
        assertThat(messages.send(LANE)).isPresent();
        assertThat(TEAMS.received()).isEmpty();

        store.close();
        store = OpenedStore.inFile(folder, time);
        time.passes(Duration.ofMinutes(1));
        assertThat(store.lanes().dueLanes()).containsExactly(LANE);
        assertThat(over(store).send(LANE)).isEmpty();
        assertThat(TEAMS.received()).hasSize(1);
        assertThat(store.addresses().find(LEE)).isPresent();
    }

    @Test
    @Requirement("T24")
    void an_approver_nobody_knows_is_passed_over_and_the_others_are_asked() {
        new RequestNotifications(
                        store.messages(),
                        store.requests(),
                        store.batches(),
                        NewsIn.delivery(store, time),
                        OverridesForTests.told(store, time),
                        time)
                .changed(Optional.empty(), Sample.pending(ID, ADELE), 1);
        assertThat(store.lanes().dueLanes()).contains("to:" + KIM, LANE);

        assertThat(messages.send(LANE)).isEmpty();
        assertThat(messages.send("to:" + KIM)).isEmpty();
        assertThat(messages.send(LANE)).isEmpty();

        assertThat(TEAMS.received()).extracting(Received::conversationId).containsExactly(LANE);
        assertThat(store.messages().unreached(ID)).containsExactly(Map.entry(KIM, "teams.noChat"));
    }

    @Test
    void as_long_as_teams_asks_to_wait_nothing_is_sent() {
        store.messages().post(LEE, CARD);
        TEAMS.next(Trouble.tooManyRequests(40));
        assertThat(messages.send(LANE))
                .hasValueSatisfying(wait -> assertThat(wait).isEqualTo(Duration.ofSeconds(40)));
    }

    @Test
    void a_replacement_is_tried_until_the_card_is_right_and_a_new_message_at_most_three_times() {
        store.messages().post(LEE, CARD);
        messages.send(LANE);
        TEAMS.next(Trouble.status(504), Trouble.status(504), Trouble.status(504), Trouble.status(504));
        store.messages().refresh(ID);
        runFor(Duration.ofHours(1));
        assertThat(TEAMS.received()).extracting(Received::method).containsExactly("POST", "PUT");

        TEAMS.forgetEverything();
        TEAMS.next(Trouble.status(504), Trouble.status(504), Trouble.status(504));
        store.messages().post(LEE, BotMessage.outcome(ID, 2));
        runFor(Duration.ofHours(1));
        assertThat(TEAMS.attempts()).isEqualTo(3);
        assertThat(TEAMS.received()).isEmpty();
    }

    private void runFor(Duration howLong) {
        for (Duration passed = Duration.ZERO; passed.compareTo(howLong) < 0; passed = passed.plusSeconds(30)) {
            messages.send(LANE);
            time.passes(Duration.ofSeconds(30));
        }
    }

    @ParameterizedTest
    @CsvSource({"ConversationBlockedByUser,true", "BotNotInConversationRoster,false"})
    void who_cannot_be_written_to_gets_it_when_they_are_heard_of_again(String code, boolean stillKnown) {
        store.addresses().posted(new CardCopy("SC-1001", chat(SAM), "1:7"));
        store.messages().post(LEE, CARD);
        TEAMS.next(Trouble.code(403, code));
        assertThat(messages.send(LANE)).isEmpty();
        assertThat(store.addresses().find(LEE).isPresent()).isEqualTo(stillKnown);
        assertThat(store.messages().unreached(ID)).containsOnlyKeys(LEE);
        assertThat(store.lanes().dueLanes()).as("the requester is told").containsExactly("a:" + SAM);

        store.addresses().heard(chat(LEE));
        store.messages().resume(LEE);
        assertThat(messages.send(LANE)).isEmpty();
        assertThat(TEAMS.received()).extracting(Received::conversationId).containsExactly(LANE);
        assertThat(store.messages().unreached(ID)).isEmpty();
    }

    @Test
    void who_has_no_chat_yet_gets_it_when_they_have_one() {
        store.messages().post(SAM, CARD);
        assertThat(messages.send("to:" + SAM)).isEmpty();
        assertThat(TEAMS.attempts()).isZero();

        store.addresses().heard(chat(SAM));
        store.messages().resume(SAM);
        assertThat(messages.send("to:" + SAM)).isEmpty();
        assertThat(messages.send("a:" + SAM)).isEmpty();
        assertThat(TEAMS.received()).extracting(Received::conversationId).containsExactly("a:" + SAM);
    }

    @ParameterizedTest
    @CsvSource({"404,ActivityNotFoundInConversation", "404,''", "403,''", "400,BadSyntax"})
    void a_card_that_can_not_be_replaced_is_posted_anew_when_it_is_to_be_seen(int status, String code) {
        store.messages().post(LEE, CARD);
        messages.send(LANE);
        TEAMS.next(Trouble.code(status, code));
        store.messages().post(LEE, CARD);
        messages.send(LANE);
        assertThat(TEAMS.received()).extracting(Received::method).containsExactly("POST", "POST");
        assertThat(store.addresses().find(LEE)).isPresent();
    }

    @Test
    void a_card_in_a_team_that_the_bot_has_left_is_forgotten() {
        store.addresses().posted(new CardCopy("SC-1001", chat(SAM), "1:7"));
        store.messages().refresh(ID);
        TEAMS.next(Trouble.code(403, "BotNotInConversationRoster"));
        assertThat(messages.send("a:" + SAM)).isEmpty();
        assertThat(store.addresses().copies("SC-1001")).isEmpty();
    }

    @Test
    void a_card_that_is_too_large_is_followed_by_a_short_text() {
        store.messages().post(LEE, CARD);
        TEAMS.next(Trouble.code(413, "MessageSizeTooBig"));
        assertThat(messages.send(LANE)).isEmpty();
        assertThat(TEAMS.received())
                .singleElement()
                .satisfies(sent -> assertThat(sent.card()).isEmpty());
    }

    @Test
    void what_is_sent_once_is_sent_once_however_often_it_is_wanted() {
        for (int i = 0; i < 3; i++) {
            store.messages().post(LEE, BotMessage.outcome(ID, 2));
            messages.send(LANE);
        }
        assertThat(TEAMS.received()).hasSize(1);
    }

    private static Address chat(UserId person) {
        return new Address(
                Optional.of(person),
                ConversationType.PERSONAL,
                "contoso",
                "en-GB",
                TEAMS.serviceUrl(),
                "msteams",
                "a:" + person,
                "28:b",
                "29:u");
    }
}
