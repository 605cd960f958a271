package dev.linekeeper.chat.cards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.Cases;
import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.ContosoFixture;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.timing.Sampling;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Whoever asks where about whose emergency calls, the worst finding is what they read first. */
class EmergencyAgreementTest {
    private static final int PEOPLE = Sampling.of(80, 5_000);

    private final long seed = Long.getLong("linekeeper.seed", System.nanoTime());

    @Test
    @Requirement("T29")
    void every_place_leads_with_the_worst_verdict_on_people_of_the_worked_cases() {
        var levels = EnumSet.noneOf(EmergencyLevel.class);
        for (var name : ContosoCase.names()) {
            var it = ContosoCase.of(name);
            levels.add(new EmergencyPlaces(it.person(), it.tenant(), it.settings()).agree());
        }
        assertThat(levels).containsAll(EnumSet.complementOf(EnumSet.of(EmergencyLevel.NEEDS_A_LOOK)));
    }

    @Test
    @Requirement("T29")
    void every_place_leads_with_the_worst_verdict_on_generated_people() {
        for (var number = 0; number < PEOPLE; number++) {
            var cases = new Cases(seed + number);
            var person = cases.person(number).build();
            try {
                new EmergencyPlaces(person, cases.tenant().build(), ContosoFixture.settings()).agree();
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + (seed + number), broken);
            }
        }
    }
}
