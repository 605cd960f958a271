package dev.linekeeper.chat.watch;

import static dev.linekeeper.service.requests.House.ADELE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.WatchedGroup;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.watch.GroupNews;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** News of who joined a group as different people see it. */
class GroupNewsCardsTest {
    private static final Clock CLOCK = Clock.fixed(Sample.MONDAY, ZoneOffset.UTC);
    private static final GroupId SALES = new GroupId("00000000-0000-0000-0000-0000000000aa");
    private static final WatchedGroup GROUP = WatchedGroup.of(
                    new RequestId(1012), SALES, "Sales", new PolicyName("London"), Sample.MONDAY)
            .begun();

    private final OpenedStore store = OpenedStore.inMemory("group-cards-" + UUID.randomUUID(), CLOCK);
    private final GroupNewsCards cards = new GroupNewsCards(
            store.groups(), new DisplayNames(Fabrikam.demo(CLOCK).ports().directory(), CLOCK));
    private final WatchedGroup looked = GROUP.lookedAt(Sample.MONDAY, "Sales");

    @BeforeEach
    void adeleJoined() {
        store.groups().begin(GROUP, Set.of());
        store.groups().replace(GROUP, looked, Set.of(), Set.of(ADELE));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Answer card(GroupNews news, ConversationType place) {
        var item = new NewsItem(new RequestId(7), 1, GroupNews.KIND, news.toString(), Sample.MONDAY);
        return cards.card(item, new Caller(new UserId("a"), "Ana", Locale.ENGLISH, place));
    }

    @Test
    void in_person_they_are_named_and_where_others_read_along_only_counted() {
        var news = new GroupNews(SALES, looked.look(), 2, "");
        var alone = (Sheet) card(news, ConversationType.PERSONAL);
        assertThat(alone.details().toString()).contains("Adele Vance");
        assertThat(alone.suggestions())
                .extracting(Suggestion::typed)
                .containsExactly("newcomers of Sales", "stop watching Sales");
        var along = (Sheet) card(news, ConversationType.CHANNEL);
        assertThat(along.toString()).doesNotContain("Adele", ADELE.value());
        assertThat(along.title()).isEqualTo(alone.title());
        assertThat(along.details()).hasSize(1).isEqualTo(alone.details().subList(1, 2));
    }

    @Test
    void a_group_that_is_gone_is_named_and_one_that_is_watched_no_more_is_over() {
        var gone = (Note) card(new GroupNews(SALES, 5, 0, "Sales and field"), ConversationType.CHANNEL);
        assertThat(gone.title().toString()).contains("chat.group.gone.title", "Sales and field");
        var lost = (Note) card(GroupNews.of("%s 5 -1 Sales and field".formatted(SALES)), ConversationType.CHANNEL);
        assertThat(lost.title().toString()).contains("chat.group.lost.title", "Sales and field");
        store.groups().end(SALES);
        var over = (Note) card(new GroupNews(SALES, looked.look(), 0, ""), ConversationType.PERSONAL);
        assertThat(over.title().key()).isEqualTo("chat.group.over.title");
    }
}
