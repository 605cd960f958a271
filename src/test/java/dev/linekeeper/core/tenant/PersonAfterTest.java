package dev.linekeeper.core.tenant;

import static dev.linekeeper.core.ContosoFixture.us;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The person a change leads to: Teams switches voice off with the number and on with a new one. */
class PersonAfterTest {
    private static final PhoneNumber ONE = PhoneNumber.of("+14255550140");
    private static final PhoneNumber OTHER = PhoneNumber.of("+14255550180");

    @Test
    void a_released_number_takes_voice_along_and_leaves_the_other_lines() {
        var after = after(
                us("u").primary(ONE.toString()).line(OTHER.toString(), Line.Category.ALTERNATE),
                new Change.ReleaseNumber(new UserId("u"), ONE, NumberType.CALLING_PLAN));

        assertThat(after.voiceOn().known()).contains(false);
        assertThat(numbers(after)).containsExactly(OTHER);
    }

    @Test
    void an_assigned_number_switches_voice_on() {
        var after = after(us("u").voice(false), new Change.AssignNumber(new UserId("u"), ONE, NumberType.CALLING_PLAN));

        assertThat(after.voiceOn().known()).contains(true);
        assertThat(numbers(after)).containsExactly(ONE);
        assertThat(after.primaryNumber().known().orElseThrow()).contains(ONE);
    }

    @Test
    void a_switch_leaves_the_numbers_alone() {
        var off = after(us("u").primary(ONE.toString()), new Change.SwitchVoice(new UserId("u"), false));

        assertThat(off.voiceOn().known()).contains(false);
        assertThat(off.after(new Change.SwitchVoice(new UserId("u"), true))
                        .voiceOn()
                        .known())
                .contains(true);
        assertThat(numbers(off)).containsExactly(ONE);
    }

    private static Person after(PersonFixture person, Change change) {
        return person.build().after(change);
    }

    private static List<PhoneNumber> numbers(Person person) {
        return person.lines().known().orElseThrow().stream().map(Line::number).toList();
    }
}
