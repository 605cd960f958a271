package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.conversation.Talk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** A temporary enrolment from asking to its end, through the whole application and its jobs, with a clock that is moved. */
@Import(TemporaryJourneyTest.MovedClock.class)
class TemporaryJourneyTest extends DemoJourney {
    private static final SkippingClock CLOCK = new SkippingClock();

    @TestConfiguration
    static class MovedClock {
        @Bean
        @Primary
        Clock skippingClock() {
            return CLOCK;
        }
    }

    @Test
    void it_is_told_before_extended_and_taken_back_by_itself() {
        Talk ana = as("ana.ruiz");
        Talk lee = as("lee.chen");
        Talk priya = as("priya.nair");
        Talk adele = as("adele.vance");
        lee.says("hello");
        priya.says("hello");
        adele.says("whoami").seesCard("Adele Vance");
        LocalDate today = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
        LocalDate start = today.plusDays(3);
        LocalDate end = today.plusDays(30);
        LocalDate later = today.plusDays(60);

        ana.says("enrol adele.vance@contoso.example with London from %s until %s because project".formatted(start, end))
                .seesCard("Enrol Adele Vance", "Waiting", "Starts", "Ends", "High");
        String request = requestShownTo(ana);
        approve(lee, priya);
        ana.seesCard("It is applied at its start");
        adele.says("what's my caller ID").seesCard("cannot call");

        CLOCK.skipTo(start);
        adele.seesCard("You can call with Shared Calling");
        ana.says("temporary").seesCard("Until a day", "Adele Vance", "London", request);
        assertThat(ana.buttons()).contains("Extend");

        CLOCK.skipTo(end.minusDays(6));
        ana.seesCard("Enrol Adele Vance in Shared Calling with London: ends on");
        adele.seesCard("ends on", "an approver decides");
        assertThat(adele.buttons()).contains("Extend");
        adele.presses("Extend").seesCard("Keep Shared Calling longer");
        adele.says("extend %s until %s because the project goes on".formatted(request, later))
                .seesCard("Waiting", "the project goes on", "Adele Vance");
        approve(lee, priya);
        adele.seesCard("Done");
        ana.says("temporary").seesCard("One person has Shared Calling until a day", "Adele Vance");
        assertThat(ana.looksAt().text()).doesNotContain(request);

        CLOCK.skipTo(end.plusDays(1));
        adele.says("what's my caller ID").seesCard("+44 20 7946 0100");

        CLOCK.skipTo(later.plusDays(1));
        adele.seesCard("You can't call outside numbers from Teams anymore, including emergency numbers");
        ana.seesCard("Undo for Adele Vance", "done and read back");
        as("ingrid.dahl").says("audit adele.vance@contoso.example").seesCard("Linekeeper");
    }

    @Test
    void many_are_told_of_extended_and_taken_back_together() {
        Talk ana = as("ana.ruiz");
        Talk lee = as("lee.chen");
        Talk priya = as("priya.nair");
        lee.says("hello");
        priya.says("hello");
        LocalDate end = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC).plusDays(30);
        ana.says("enrol alex.wilber@contoso.example, megan.bowen@contoso.example with Seattle until %s because course"
                        .formatted(end))
                .seesCard("Enrol 2 people", "Waiting", "Ends", "High");
        String request = requestShownTo(ana);
        approve(lee, priya);
        waitUntilItSays(ana, "2 of 2 done");
        ana.says("temporary").seesCard("Until a day", "Enrol 2 people", "2 people (SC-" + request);

        CLOCK.skipTo(end.minusDays(6));
        ana.seesCard("Enrol 2 people in Shared Calling with Seattle: ends on", "an approver decides");
        ana.presses("Extend").seesCard("Keep Shared Calling longer");
        ana.says("extend %s until %s because the course goes on".formatted(request, end.plusDays(10)))
                .seesCard("Let 2 people keep Shared Calling with Seattle", "Waiting", "the course goes on");
        String extension = requestShownTo(ana);
        approve(lee, priya);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> ana.says("request " + extension).looksAt().text().contains("2 of 2 done"));

        CLOCK.skipTo(end.plusDays(11));
        waitUntilItSays(ana, "Take back what was done for 2 people");
        waitUntilItSays(ana, "2 taken back");
        as("ana.ruiz").says("request " + request).seesCard("Enrol 2 people", "2 taken back");
    }

    private static void waitUntilItSays(Talk talk, String text) {
        await().atMost(Duration.ofMinutes(1)).until(() -> talk.transcript().contains(text));
    }

    private static void approve(Talk lee, Talk priya) {
        lee.seesCard("High").presses("Approve").presses("Yes, approve").seesCard("Lee Chen approved");
        priya.seesCard("Lee Chen approved").presses("Approve").presses("Yes, approve");
    }

    /** The real clock, some days ahead. */
    private static final class SkippingClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        void skipTo(LocalDate day) {
            ahead = Duration.between(
                    Instant.now(), day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(1));
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
}
