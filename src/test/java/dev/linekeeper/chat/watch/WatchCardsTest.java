package dev.linekeeper.chat.watch;

import static dev.linekeeper.service.requests.House.ADELE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.Standing;
import dev.linekeeper.core.watch.WatchCause;
import dev.linekeeper.core.watch.WatchFinding;
import dev.linekeeper.core.watch.WatchedPerson;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.watch.WatchSubject;
import dev.linekeeper.service.watch.WatchTopic;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** News of the watch as different people see it. */
class WatchCardsTest {
    private static final Clock CLOCK = Clock.fixed(Sample.MONDAY, ZoneOffset.UTC);
    private static final UserId GONE = new UserId("00000000-0000-0000-0000-00000000dead");

    private final OpenedStore store = OpenedStore.inMemory("watch-cards-" + UUID.randomUUID(), CLOCK);
    private final WatchCards cards = cards();

    private WatchCards cards() {
        var ports = Fabrikam.demo(CLOCK).ports();
        return new WatchCards(
                store.watch(),
                new TenantView(
                        ports.reader(CLOCK, Duration.ofMinutes(5)),
                        ports.directory(),
                        new JudgementSettings(Optional.empty(), false, Map.of())),
                ports.directory(),
                new DisplayNames(ports.directory(), CLOCK));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void happened(UserId person, WatchCause cause, String before) {
        var unread = new Standing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        store.watch().put(Optional.empty(), new WatchedPerson(person, "Adele Vance", unread, Sample.MONDAY));
        store.watch().add(new WatchFinding(person, "", cause, before, Sample.MONDAY, false, Optional.empty()));
    }

    private Sheet card(WatchTopic topic, Optional<UserId> person, ConversationType place) {
        var subject = new WatchSubject(topic, person, Sample.MONDAY);
        var item = new NewsItem(new RequestId(7), 1, WatchSubject.KIND, subject.toString(), Sample.MONDAY);
        return (Sheet) cards.card(item, new Caller(new UserId("a"), "Ana", Locale.ENGLISH, place));
    }

    @Test
    void where_others_read_along_it_does_not_say_where_somebody_works() {
        happened(ADELE, WatchCause.COUNTRY, "US");
        var alone = card(WatchTopic.MOVED, Optional.of(ADELE), ConversationType.PERSONAL);
        assertThat(alone.details().toString()).contains("US", "GB");
        var along = card(WatchTopic.MOVED, Optional.of(ADELE), ConversationType.CHANNEL);
        assertThat(along.title()).isEqualTo(alone.title());
        assertThat(along.details()).isEmpty();
    }

    @Test
    void who_is_gone_is_named_and_has_no_buttons() {
        happened(GONE, WatchCause.DELETED, "");
        var card = card(WatchTopic.DELETED, Optional.of(GONE), ConversationType.PERSONAL);
        assertThat(card.title().arguments()).containsExactly("Adele Vance");
        assertThat(card.suggestions()).isEmpty();
    }

    @Test
    void what_is_over_says_so() {
        var card = card(WatchTopic.UNLICENSED, Optional.of(ADELE), ConversationType.PERSONAL);
        assertThat(card.title().key()).isEqualTo("chat.watch.over.title");
        assertThat(card.suggestions()).isEmpty();
    }

    @Test
    void many_are_asked_for_by_one_button() {
        happened(ADELE, WatchCause.DISABLED, "");
        var card = card(WatchTopic.DISABLED, Optional.empty(), ConversationType.CHANNEL);
        assertThat(card.title().arguments()).containsExactly(1);
        assertThat(card.suggestions()).extracting(Suggestion::typed).containsExactly("remove leavers", "leavers");
    }
}
