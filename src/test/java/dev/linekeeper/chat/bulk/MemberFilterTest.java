package dev.linekeeper.chat.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.RequestId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberFilterTest {
    @Test
    void state_name_and_place_are_said_in_any_mixture() {
        var all = MemberFilter.of("who are stopped named Ad\u00e8le after SC-1044");
        assertThat(all.state()).contains("stopped");
        assertThat(all.states()).containsExactly(MemberState.STOPPED);
        assertThat(all.name()).contains("Ad\u00e8le");
        assertThat(all.after()).isEqualTo(new RequestId(1044));
        assertThat(MemberFilter.of("not done")).isEqualTo(MemberFilter.of("that are not done"));
        assertThat(MemberFilter.of("after 7").name()).isEmpty();
        assertThat(MemberFilter.of("").states()).containsExactlyInAnyOrder(MemberState.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stopped", "named Adele", "taken back named Ade after 12", "Donella", "done after 9"})
    void what_it_says_of_itself_is_read_as_the_same(String said) {
        var filter = MemberFilter.of(said);
        assertThat(MemberFilter.of(filter.toString())).isEqualTo(filter);
    }

    @Test
    void a_name_is_part_of_what_somebody_is_called_whatever_the_accents() {
        var filter = MemberFilter.of("named m\u00fcl");
        assertThat(filter.admits("Ute M\u00dcLLER")).isTrue();
        assertThat(filter.admits("Uwe Muller")).isTrue();
        assertThat(filter.admits("Adele Vance")).isFalse();
        assertThat(MemberFilter.of("Donella").name())
                .as("no state begins a name")
                .contains("Donella");
    }

    @ParameterizedTest
    @EnumSource
    void every_state_has_a_word(MemberState state) {
        assertThat(MemberFilter.of(MemberFilter.word(state)).states()).containsExactly(state);
    }
}
