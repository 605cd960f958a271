package dev.linekeeper.adapter.store;

import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.chat.DeliveryLog.DeliveryState;
import dev.linekeeper.chat.DeliveryLog.KeptActivity;
import dev.linekeeper.chat.digest.AdminChannel.ChosenChannel;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.digest.DigestFigures;
import dev.linekeeper.service.digest.DigestFigures.WaitingRequest;
import dev.linekeeper.service.people.AtOnce;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database does for messages: where people are, what is still to be sent, and what to be answered. */
abstract class MessageStoreContract {
    static final Clock CLOCK = Clock.fixed(MONDAY, ZoneOffset.UTC);
    OpenedStore store;

    abstract OpenedStore open();

    /** Who is at activities now ends without a word. */
    abstract void theirProcessEnds();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void whatever_comes_from_a_persons_own_chat_says_how_to_write_back() {
        store.addresses().heard(personal("http://localhost/amer/"));
        assertThat(store.addresses().find(LEE)).contains(personal("http://localhost/amer/"));
        store.addresses().heard(personal("http://localhost/emea/"));
        assertThat(store.addresses().find(LEE)).contains(personal("http://localhost/emea/"));
    }

    @Test
    void nobody_is_written_to_in_a_channel_because_they_spoke_there() {
        store.addresses().heard(channel("19:c;messageid=1", "http://localhost/amer/"));
        assertThat(store.addresses().find(LEE)).isEmpty();
    }

    @Test
    void cards_that_are_there_are_found_at_the_newest_address_of_their_conversation() {
        store.addresses().posted(new CardCopy("SC-1", personal("http://localhost/amer/"), "1"));
        store.addresses().posted(new CardCopy("SC-1", channel("19:c;messageid=1", "http://localhost/amer/"), "2"));
        store.addresses().posted(new CardCopy("SC-1", channel("19:d", "http://localhost/amer/"), "3"));

        store.addresses().heard(personal("http://localhost/emea/"));
        store.addresses().heard(channel("19:c;messageid=7", "http://localhost/apac/"));

        assertThat(store.addresses().copies("SC-1"))
                .extracting(copy -> copy.address().serviceUrl())
                .containsExactlyInAnyOrder(
                        "http://localhost/emea/", "http://localhost/apac/", "http://localhost/amer/");
    }

    @Test
    void news_is_kept_once_for_a_kind_and_a_subject_and_counts_its_changes() throws Exception {
        assertThat(AtOnce.of(4, _ -> store.news().add("drift", "week 48", MONDAY)))
                .filteredOn(Optional::isPresent)
                .singleElement()
                .satisfies(added -> assertThat(
                                store.news().find(added.orElseThrow().number()))
                        .isEqualTo(added));
        assertThat(store.news().add("drift", "week 49", MONDAY)).isPresent();
        assertThat(store.news().change("drift", "week 48"))
                .hasValueSatisfying(item -> assertThat(item.version()).isEqualTo(2));
        assertThat(store.news().change("drift", "week 50")).isEmpty();
    }

    @Test
    void one_conversation_is_the_channel_for_news_at_its_newest_address() {
        store.channel()
                .choose(new ChosenChannel(
                        channel("19:a", "http://localhost/amer/").forEverybody(), MONDAY));
        store.channel()
                .choose(new ChosenChannel(
                        channel("19:c;messageid=1", "http://localhost/amer/").forEverybody(), MONDAY));
        store.addresses().heard(channel("19:c;messageid=7", "http://localhost/apac/"));

        assertThat(store.channel().find())
                .hasValueSatisfying(chosen -> assertThat(chosen.address())
                        .isEqualTo(channel("19:c", "http://localhost/apac/").forEverybody()));
        assertThat(store.channel().giveUp("19:a")).isFalse();
        assertThat(store.channel().giveUp("19:c")).isTrue();
        assertThat(store.channel().find()).isEmpty();
    }

    @Test
    void a_card_that_began_a_thread_is_one_card_wherever_it_is_pressed() {
        var posted =
                new CardCopy("SC-1", channel("19:c", "http://localhost/amer/").forEverybody(), "7");
        var thread = channel("19:c;messageid=7", "http://localhost/amer/");
        store.addresses().posted(posted);
        store.addresses().posted(new CardCopy("SC-1", thread, "7"));

        assertThat(store.addresses().copies("SC-1")).containsExactly(posted);
        assertThat(store.addresses().topic(thread, "7")).contains("SC-1");
        assertThat(store.addresses().topic(thread, "8")).isEmpty();
    }

    @Test
    void digests_are_kept_once_a_day_and_read_as_they_were() throws Exception {
        var day = LocalDate.of(2026, 11, 30);
        var figures = new DigestFigures(
                day,
                MONDAY,
                812,
                60,
                28,
                7,
                Map.of("USR-03", 31, "POL-02", 37),
                4,
                Optional.of(new WaitingRequest(new RequestId(1042), MONDAY)),
                OptionalInt.of(12));
        var bare = new DigestFigures(
                day.plusWeeks(1), MONDAY, 0, 0, 0, 0, Map.of(), 0, Optional.empty(), OptionalInt.empty());
        assertThat(AtOnce.of(4, _ -> store.digests().add(figures))).containsOnlyOnce(true);
        assertThat(store.digests().add(bare)).isTrue();
        assertThat(store.digests().until(day.plusWeeks(9), 5)).containsExactly(bare, figures);
        assertThat(store.digests().until(day, 5)).containsExactly(figures);
    }

    @Test
    void news_about_somebody_is_erased_with_them() {
        var about = store.news().add("leaver", LEE.value(), MONDAY).orElseThrow();
        var other = store.news().add("drift", "week 48", MONDAY).orElseThrow();
        store.upkeep().erase(LEE, Set.of(), "asked for", MONDAY);
        assertThat(store.news().find(about.number())).isEmpty();
        assertThat(store.news().find(other.number())).isPresent();
    }

    @Test
    void an_activity_is_begun_by_one_and_answered_once() throws Exception {
        Instant never = MONDAY.minusSeconds(1);
        assertThat(AtOnce.of(4, _ -> store.deliveries().begin("activity", MONDAY, never)))
                .containsOnlyOnce(DeliveryState.FIRST)
                .containsOnly(DeliveryState.FIRST, DeliveryState.UNDER_WAY);
        store.deliveries().answered("activity", MONDAY);
        assertThat(store.deliveries().begin("activity", MONDAY, MONDAY.plusSeconds(9)))
                .isEqualTo(DeliveryState.ANSWERED);
        store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(2)));
        assertThat(store.deliveries().begin("activity", MONDAY, never)).isEqualTo(DeliveryState.FIRST);
    }

    @Test
    void what_is_answered_at_once_is_answered_each() throws Exception {
        AtOnce.of(16, number -> {
            store.deliveries().begin("activity " + number, MONDAY, MONDAY);
            store.deliveries().answered("activity " + number, MONDAY);
            return number;
        });

        for (int number = 0; number < 16; number++) {
            assertThat(store.deliveries().begin("activity " + number, MONDAY, MONDAY))
                    .isEqualTo(DeliveryState.ANSWERED);
        }
    }

    @Test
    void an_activity_is_taken_over_by_one_when_its_process_has_ended() throws Exception {
        store.deliveries().begin("activity", MONDAY, MONDAY);
        store.deliveries().renew("activity", MONDAY.plusSeconds(2));
        assertThat(store.deliveries().begin("activity", MONDAY.plusSeconds(7), MONDAY.plusSeconds(1)))
                .isEqualTo(DeliveryState.UNDER_WAY);
        theirProcessEnds();
        assertThat(AtOnce.of(
                        4, _ -> store.deliveries().begin("activity", MONDAY.plusSeconds(9), MONDAY.plusSeconds(3))))
                .containsOnlyOnce(DeliveryState.FIRST);
        store.deliveries().unanswered("activity");
        assertThat(store.deliveries().begin("activity", MONDAY, MONDAY)).isEqualTo(DeliveryState.FIRST);
    }

    @Test
    void a_channel_the_bot_has_left_is_forgotten_with_its_threads_and_no_other() {
        store.addresses().posted(new CardCopy("SC-1", channel("19:c_d", "http://localhost/amer/"), "1"));
        store.addresses().posted(new CardCopy("SC-1", channel("19:c_d;messageid=1", "http://localhost/amer/"), "2"));
        store.addresses().posted(new CardCopy("SC-1", channel("19:cxd;messageid=1", "http://localhost/amer/"), "3"));
        store.addresses().heard(channel("19:c_d;messageid=1", "http://localhost/apac/"));

        store.addresses().left(channel("19:c_d", "http://localhost/amer/"));

        assertThat(store.addresses().copies("SC-1"))
                .extracting(CardCopy::activityId)
                .containsExactly("3");
        store.addresses().posted(new CardCopy("SC-2", channel("19:c_d", "http://localhost/amer/"), "4"));
        assertThat(store.addresses().copies("SC-2"))
                .extracting(copy -> copy.address().serviceUrl())
                .containsExactly("http://localhost/amer/");
    }

    @Test
    void what_was_answered_is_new_when_it_is_forgotten() {
        store.deliveries().begin("welcome", MONDAY, MONDAY);
        store.deliveries().answered("welcome", MONDAY);
        store.deliveries().forget("welcome");
        assertThat(store.deliveries().begin("welcome", MONDAY, MONDAY)).isEqualTo(DeliveryState.FIRST);
    }

    @Test
    void what_is_kept_is_found_when_nobody_is_at_it_and_it_is_due_and_goes_with_its_answer() {
        KeptActivity kept = new KeptActivity("activity", "{\"text\": \"hé\"}", "https://teams/", MONDAY);
        store.deliveries().begin("activity", MONDAY, MONDAY);
        store.deliveries().keep(kept, MONDAY.plusSeconds(6));
        assertThat(abandoned(5)).isEmpty();
        store.deliveries().renew("activity", MONDAY.plusSeconds(2));
        assertThat(abandoned(7)).as("somebody is at it").isEmpty();
        theirProcessEnds();
        assertThat(abandoned(9)).containsExactly(kept);

        store.deliveries().keep(new KeptActivity("activity", "{}", "", MONDAY.plusSeconds(9)), MONDAY.plusSeconds(20));
        assertThat(abandoned(19)).as("put off").isEmpty();
        store.deliveries().unanswered("activity");
        assertThat(abandoned(20)).containsExactly(kept);

        store.deliveries().answered("activity", MONDAY.plusSeconds(21));
        assertThat(abandoned(99)).isEmpty();
    }

    @Test
    void what_is_kept_after_its_answer_is_found_at_once_to_be_forgotten() {
        store.deliveries().begin("activity", MONDAY, MONDAY);
        store.deliveries().answered("activity", MONDAY);
        store.deliveries().keep(new KeptActivity("activity", "{}", "", MONDAY), MONDAY);
        assertThat(abandoned(1)).hasSize(1);
        store.deliveries().answered("activity", MONDAY);
        assertThat(abandoned(1)).isEmpty();
    }

    @Test
    void two_keep_the_same_activity_once() throws Exception {
        AtOnce.of(4, number -> {
            store.deliveries().keep(new KeptActivity("activity", "{}", "", MONDAY), MONDAY.plusSeconds(number));
            return number;
        });
        assertThat(abandoned(9)).hasSize(1);
        store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(2)));
        assertThat(abandoned(9)).isEmpty();
    }

    private List<KeptActivity> abandoned(int second) {
        return store.deliveries().abandoned(MONDAY.plusSeconds(second), MONDAY.plusSeconds(second - 6));
    }

    static Address personal(String serviceUrl) {
        return new Address(
                Optional.of(LEE),
                ConversationType.PERSONAL,
                "tenant",
                "en-US",
                serviceUrl,
                "msteams",
                "a:lee",
                "28:bot",
                "29:lee");
    }

    static Address channel(String conversation, String serviceUrl) {
        return new Address(
                Optional.empty(),
                ConversationType.CHANNEL,
                "tenant",
                "en-US",
                serviceUrl,
                "msteams",
                conversation,
                "28:bot",
                "29:lee");
    }
}
