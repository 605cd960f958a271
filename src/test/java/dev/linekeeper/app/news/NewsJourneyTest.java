package dev.linekeeper.app.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.app.DemoJourney;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.digest.AdminChannel;
import dev.linekeeper.chat.digest.NewsCards;
import dev.linekeeper.conversation.ConnectorStandIn.Trouble;
import dev.linekeeper.conversation.Received;
import dev.linekeeper.conversation.Talk;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.digest.AdminNews;
import dev.linekeeper.service.digest.NewsItem;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Where news for voice admins goes, through the whole application: chosen, used, given up, and lost. */
@Import(NewsJourneyTest.Weather.class)
class NewsJourneyTest extends DemoJourney {
    private static final SkippingClock CLOCK = new SkippingClock();
    private static final String CHANNEL = "19:channel@thread.tacv2";

    @Autowired
    AdminNews news;

    @Autowired
    AdminChannel channel;

    @BeforeEach
    void nothingIsChosen() {
        channel.giveUp(CHANNEL);
    }

    /** News of a kind that exists here alone. */
    @TestConfiguration
    static class Weather {
        @Bean
        @Primary
        Clock skippingClock() {
            return CLOCK;
        }

        @Bean
        NewsCards weather() {
            return new NewsCards() {
                @Override
                public String kind() {
                    return "weather";
                }

                @Override
                public Answer card(NewsItem item, Caller reader) {
                    return new Answer.Note(
                            Tone.INFO,
                            Explanation.of("chat.say", "It is %s".formatted(item.subject())),
                            Explanation.of("chat.say", reader.othersReadAlong() ? "for all" : "for you"),
                            List.of(NoteCards.say("doctor"), NoteCards.say("whoami")));
                }
            };
        }
    }

    @Test
    void it_goes_to_the_channel_that_was_chosen_and_to_people_where_there_is_none_any_more() {
        Talk ana = as("ana.ruiz");
        Talk adele = as("adele.vance");
        ana.says("news").seesCard("each voice admin in person");
        ana.says("news here").seesCard("Say it in the channel");
        news.post("weather", "sunny");
        news.post("weather", "sunny");
        ana.seesCard("It is sunny", "for you");
        assertThat(posts("It is sunny")).hasSize(1);

        Talk inChannel = chat.inChannel(someone("ana.ruiz"));
        chat.inChannel(someone("adele.vance")).says("news here").seesCard("voice admin");
        ana.says("news").seesCard("each voice admin in person");
        inChannel.says("news here").seesCard("comes here from now on");
        ana.says("news").seesCard("News goes to a channel");
        ana.says("doctor").seesCard("a channel or group chat, chosen");
        news.post("weather", "rainy");
        inChannel.seesCard("It is rainy", "for all");
        assertThat(inChannel.buttons()).contains("doctor", "whoami");
        assertThat(posts("It is rainy")).extracting(Received::conversationId).containsExactly(CHANNEL);
        adele.doesNotSee("It is rainy");

        chat.inChannel(someone("adele.vance"))
                .sees("It is rainy")
                .presses("doctor")
                .doesNotSee("Set-up");
        inChannel.sees("It is rainy");

        connector.rule(lane ->
                lane.equals(CHANNEL) ? Optional.of(Trouble.code(403, "BotNotInConversationRoster")) : Optional.empty());
        news.post("weather", "foggy");
        news.post("weather", "icy");
        ana.seesCard("It is foggy", "for you").seesCard("It is icy").seesCard("I cannot write to the channel");
        await().during(Duration.ofSeconds(2))
                .untilAsserted(
                        () -> assertThat(posts("I cannot write to the channel")).hasSize(1));
        ana.says("news").seesCard("each voice admin in person");
        as("ingrid.dahl").says("audit ana.ruiz@contoso.example").seesCard("news");
    }

    @Test
    void it_is_given_up_by_saying_so_and_what_waits_for_the_channel_goes_to_people() {
        Talk ana = as("ana.ruiz");
        ana.says("hello");
        Talk inChannel = chat.inChannel(someone("ana.ruiz"));
        inChannel.says("nouvelles ici").seesCard("comes here from now on");
        connector.rule(lane -> lane.equals(CHANNEL) ? Optional.of(Trouble.status(503)) : Optional.empty());
        news.post("weather", "windy");
        await().until(() -> connector.attempts() > 2);
        ana.says("news in person").seesCard("in person again");
        ana.seesCard("It is windy", "for you");
        ana.says("news off").seesCard("each voice admin in person");

        connector.rule(_ -> Optional.empty());
        inChannel.says("news here").seesCard("comes here from now on");
        chat.post(inChannel.activities().installation("remove"));
        ana.seesCard("I cannot write to the channel").says("news").seesCard("each voice admin in person");
    }

    @Test
    void each_week_the_channel_is_told_how_things_are_in_the_language_of_who_chose_it() {
        Talk anna = chat.inChannel(someone("ana.ruiz").speaking("de-DE"));
        anna.says("neuigkeiten hierher").seesCard("kommen ab jetzt hierher");
        as("hana.kim").says("digest").seesCard("How things are", "people under Shared Calling", "Not known");
        as("adele.vance").says("digest").doesNotSee("How things are");

        LocalDate monday =
                LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        CLOCK.skipTo(monday);
        anna.seesCard("Wie es steht", "Personen mit Shared Calling", "Nicht bereit");
        assertThat(anna.buttons()).containsOnly("requests");
        CLOCK.skipTo(monday.plusWeeks(1));
        anna.seesCard("Wie es steht", "±0 seit");
        assertThat(posts("Wie es steht")).hasSize(2);
        as("hana.kim").says("digest").seesCard("How things are", "±0 since");
    }

    /** The real clock, some days ahead. */
    private static final class SkippingClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        void skipTo(LocalDate day) {
            ahead = Duration.between(
                    Instant.now(), day.atTime(8, 0).toInstant(ZoneOffset.UTC).plusSeconds(1));
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private List<Received> posts(String text) {
        return connector.received(
                sent -> sent.method().equals("POST") && sent.text().contains(text));
    }
}
