package dev.linekeeper.chat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Slot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of people as Excel, Export-Csv and people's own hands leave them. */
class PeopleListsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@x.example\tbob@x.example",
                "ann@x.example\nbob@x.example",
                "ann@x.example; bob@x.example",
                "ann@x.example and bob@x.example",
                "\"ann@x.example\",\"bob@x.example\"",
                "UserPrincipalName\r\nann@x.example\r\nbob@x.example",
                "\"UserPrincipalName\"\n\"ann@x.example\"\n\"bob@x.example\"\n",
                "Display name\tE-mail\tDepartment\nAnn Ash\tann@x.example\tSales\nBob Bay\tbob@x.example\tIT",
                "'ann@x.example', 'bob@x.example', ann@x.example"
            })
    void two_addresses_are_two_people(String pasted) {
        assertThat(list(pasted)).containsExactly("ann@x.example", "bob@x.example");
        assertThat(list(Utterance.of("enrol " + pasted).text().replaceFirst("enrol[, ]+", "")))
                .containsExactly("ann@x.example", "bob@x.example");
    }

    @Test
    void a_name_in_quotes_keeps_its_comma() {
        assertThat(list("\"Miller, Jane\"; Bob Bay")).containsExactly("Miller, Jane", "Bob Bay");
    }

    @Test
    void entries_can_be_put_together_as_they_were_written() {
        assertThat(SlotValues.together("Miller, Jane and Bob", "Miller", "Jane"))
                .isEqualTo("Miller, Jane");
        assertThat(SlotValues.together("Miller, Jane", "Jane", "Miller")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"O\u2019Brien", "O\u02bcBrien", "O\u2032Brien", "O\uff07Brien", "O`Brien", "O'Brien"})
    void an_apostrophe_is_one_whatever_its_kind(String name) {
        assertThat(Utterance.of("check " + name).text()).isEqualTo("check O'Brien");
    }

    private static List<String> list(String text) {
        return new SlotValues(Map.of(Slot.PEOPLE, text)).list(Slot.PEOPLE);
    }
}
