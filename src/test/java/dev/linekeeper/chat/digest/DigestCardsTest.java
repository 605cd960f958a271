package dev.linekeeper.chat.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.digest.DigestFigures;
import dev.linekeeper.service.digest.DigestFigures.WaitingRequest;
import dev.linekeeper.service.digest.DigestStore;
import dev.linekeeper.service.digest.NewsItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a digest says: the counts, how they were before, and whose job is what. */
class DigestCardsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final Instant TAKEN = Instant.parse("2026-11-30T08:00:00Z");

    private final List<DigestFigures> kept = new ArrayList<>();
    private final DigestCards cards = new DigestCards(new DigestStore() {
        @Override
        public boolean add(DigestFigures figures) {
            return kept.add(figures);
        }

        @Override
        public List<DigestFigures> until(LocalDate day, int limit) {
            return kept.reversed().stream()
                    .filter(figures -> !figures.day().isAfter(day))
                    .limit(limit)
                    .toList();
        }
    });

    @Test
    void the_first_one_is_compared_with_nothing() {
        kept.add(figures(MONDAY, 812, 0, 0, Map.of()));
        Sheet card = card(ConversationType.PERSONAL);
        assertThat(said(card))
                .contains("812 of 812 people under Shared Calling are ready")
                .doesNotContain("since");
        assertThat(card.tone()).isEqualTo(Tone.GOOD);
        assertThat(card.notes()).isEmpty();
    }

    @Test
    void later_ones_say_how_far_it_is_from_the_last_and_from_four_weeks_before() {
        kept.add(figures(MONDAY.minusWeeks(6), 1, 1, 1, Map.of()));
        kept.add(figures(MONDAY.minusWeeks(5), 700, 90, 0, Map.of()));
        kept.add(figures(MONDAY.minusWeeks(1), 815, 50, 3, Map.of()));
        kept.add(figures(MONDAY, 812, 60, 3, Map.of("USR-03", 31, "USR-06", 2, "POL-99", 1)));

        Sheet card = card(ConversationType.CHANNEL);
        assertThat(said(card))
                .contains("812 (−3 since")
                .contains("60 (+10 since")
                .contains("3 (±0 since")
                .contains("Of 3 people I could not read enough to say")
                .contains("31 people: \"The person has Teams Phone\" does not hold. An admin: Assign a licence")
                .contains("2 people: \"The person has no number of their own\" does not hold. By me")
                .contains("One person: a rule that is none any more (POL-99)");
        assertThat(card.tone()).isEqualTo(Tone.WARNING);
        assertThat(card.notes()).hasSize(4);
    }

    @Test
    void requests_that_wait_and_what_changed_without_us_are_said_where_there_is_such() {
        var waiting = new DigestFigures(
                MONDAY,
                TAKEN,
                1,
                0,
                0,
                2,
                Map.of(),
                4,
                Optional.of(new WaitingRequest(new RequestId(1042), TAKEN)),
                OptionalInt.of(12));
        kept.add(waiting);
        assertThat(said(card(ConversationType.CHANNEL)))
                .contains("Waits longest", "SC-1042")
                .contains("Changed without me")
                .contains("Policy without an account")
                .contains("12");
        kept.set(0, figures(MONDAY, 1, 0, 0, Map.of()));
        assertThat(said(card(ConversationType.CHANNEL)))
                .doesNotContain("Waits longest", "Changed without me", "without an account");
    }

    @Test
    void what_takes_long_and_names_people_is_offered_in_ones_own_chat_alone() {
        kept.add(figures(MONDAY, 1, 0, 0, Map.of()));
        assertThat(card(ConversationType.PERSONAL).suggestions()).hasSize(2);
        assertThat(card(ConversationType.CHANNEL).suggestions())
                .extracting(Answer.Suggestion::typed)
                .containsExactly("requests");
    }

    private Sheet card(ConversationType place) {
        var item = new NewsItem(new RequestId(1), 1, "digest", MONDAY.toString(), TAKEN);
        return (Sheet) cards.card(item, new Caller(new UserId("ana"), "tenant", Locale.ENGLISH, place));
    }

    private static DigestFigures figures(
            LocalDate day, int ready, int broken, int unknown, Map<String, Integer> rules) {
        return new DigestFigures(
                day, TAKEN, ready, broken, unknown, 0, rules, 0, Optional.empty(), OptionalInt.empty());
    }

    private static String said(Sheet card) {
        Wording wording = Wording.of(Locale.ENGLISH);
        var text = new StringBuilder(wording.say(card.verdict()));
        card.details()
                .forEach(detail -> text.append('\n')
                        .append(wording.say(detail.label()))
                        .append(": ")
                        .append(wording.say(detail.value())));
        card.notes().forEach(note -> text.append('\n').append(wording.say(note)));
        return text.toString();
    }
}
