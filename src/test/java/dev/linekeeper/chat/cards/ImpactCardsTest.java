package dev.linekeeper.chat.cards;

import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.us;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.diagnosis.Impact;
import dev.linekeeper.core.diagnosis.Impact.CallbackLoss;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How an impact is told, a line each. */
class ImpactCardsTest {
    private static final Wording ENGLISH = Wording.of(Locale.UK);
    private static final Map<UserId, DirectoryEntry> PEOPLE =
            Map.of(new UserId("adele"), us("adele").build().entry());

    @Test
    @Requirement("T29")
    void policies_come_first_and_a_policy_that_goes_frees_its_numbers() {
        var impact = new Impact(
                List.of(new UserId("adele")),
                List.of(),
                List.of(named("SC-SEA")),
                List.of(new CallbackLoss(named("SC-SEA"), 0, false), new CallbackLoss(named("SC-LON"), 2, false)),
                List.of(),
                emergency(EmergencyLevel.NO_CALLS),
                List.of());

        assertThat(lines(impact))
                .containsExactly(
                        "STOP Policy SC-SEA: stops working: nobody could call with it",
                        "INFO Policy SC-SEA: its callback numbers are free again",
                        "WARNING Policy SC-LON: 2 callback numbers are left. Teams refuses to release the number"
                                + " while the policy lists it: take it off the policy first",
                        "STOP Person adele: 911 will not get out · cannot call out any more");
        assertThat(text(impact))
                .isEqualTo("For one person, emergency calls will not get out. One person would lose outbound calls;"
                        + " one policy stops working.");
    }

    @Test
    void the_last_callback_number_matters_most() {
        var impact = new Impact(
                List.of(),
                List.of(),
                List.of(),
                List.of(new CallbackLoss(named("SC-LON"), 0, false)),
                List.of(),
                Map.of(),
                List.of());

        assertThat(lines(impact))
                .containsExactly(
                        "STOP Policy SC-LON: no callback number is left: an emergency callback reaches the auto"
                                + " attendant, not the person. Teams refuses to release the number"
                                + " while the policy lists it: take it off the policy first");
        assertThat(text(impact)).isEqualTo("Nobody would lose outbound calls; no policy stops working.");
    }

    @Test
    void nobody_is_not_said_where_something_was_not_read() {
        var impact = new Impact(
                List.of(),
                List.of(new UserId("adele")),
                List.of(),
                List.of(),
                List.of(new UserId("adele")),
                emergency(EmergencyLevel.NOT_READ),
                List.of("policies failed"));

        assertThat(lines(impact))
                .containsExactly(
                        "WARNING Person adele: 911: not known whether they get out · can still call, but with another"
                                + " number or without one of their lines",
                        "WARNING Person adele: 911: not known whether they get out · I cannot tell: not everything"
                                + " about them could be read");
        assertThat(text(impact))
                .isEqualTo("For one person, it is not known whether emergency calls get out. Nobody I can tell of would"
                        + " lose outbound calls; no policy I can tell of stops working. Not everything could be"
                        + " read. More may be hit, because this could not be read: policies failed.");
    }

    private static Map<UserId, EmergencyVerdict> emergency(EmergencyLevel level) {
        return Map.of(new UserId("adele"), new EmergencyVerdict(level, List.of("911"), Optional.empty()));
    }

    private static List<String> lines(Impact impact) {
        return ImpactCards.of("it", impact, PEOPLE).rows().stream()
                .map(row -> "%s %s: %s".formatted(row.tone(), ENGLISH.say(row.name()), ENGLISH.say(row.detail())))
                .toList();
    }

    private static String text(Impact impact) {
        return ENGLISH.say(ImpactCards.of("it", impact, PEOPLE).text());
    }
}
