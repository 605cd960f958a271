package dev.linekeeper.chat.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.tenant.Explanation;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EveryoneCheckedTest {
    private final EveryoneChecked everyone = new EveryoneChecked();

    @Test
    void the_card_of_many_has_the_worst_and_counts_all() {
        add(10_000, Tone.GOOD, EmergencyLevel.values()[0]);
        add(30, Tone.WARNING, EmergencyLevel.NOT_READ);
        add(3, Tone.STOP, EmergencyLevel.NOT_READ);

        var card = (Answer.Listing) everyone.card(Instant.EPOCH);
        assertThat(card.rows())
                .extracting(Row::tone)
                .hasSize(25)
                .startsWith(Tone.STOP, Tone.STOP, Tone.STOP, Tone.WARNING)
                .doesNotContain(Tone.GOOD);
        assertThat(card.more()).isEqualTo(10_008);
        assertThat(card.title().arguments()).containsExactly(10_033);
        assertThat(card.text().arguments()).contains(33);
    }

    @Test
    void how_far_it_is_says_how_many_were_checked_and_how_many_are_not_ready() {
        add(4, Tone.GOOD, EmergencyLevel.NOT_READ);
        add(2, Tone.STOP, EmergencyLevel.NOT_READ);

        assertThat(((Answer.Note) everyone.soFar()).text().arguments()).containsExactly(6, 2);
    }

    private void add(int times, Tone tone, EmergencyLevel level) {
        for (int time = 0; time < times; time++) {
            everyone.add(
                    new Row(tone, Explanation.of("chat.name", time), Explanation.of("chat.name", ""), Optional.empty()),
                    level);
        }
    }
}
