package dev.linekeeper.service.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of the organisation a group has its role for (T5). */
class ScopeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "country:GB                        | GB   | Sales       | true",
                "country:gb                        | GB   | none        | true",
                "country:GB                        | US   | Sales       | false",
                "country:GB                        | none | Sales       | false",
                "country:GB,country:IE             | IE   | Sales       | true",
                "department:Sales                  | US   | SALES       | true",
                "department:Sales                  | US   | Sales north | false",
                "department:Sales                  | US   | none        | false",
                "country:GB,department:Sales       | GB   | Sales       | true",
                "country:GB,department:Sales       | GB   | Legal       | false",
                "country:GB,department:Sales       | US   | Sales       | false",
                "country: GB , department:R&D: new | GB   | R&D: new    | true"
            })
    void somebody_is_in_it_by_country_and_by_department(
            String written, String country, String department, boolean covered) {
        assertThat(Scope.of(written).covers(person(country, department)).known())
                .contains(covered);
    }

    @Test
    void a_country_that_was_not_read_is_neither_in_nor_out() {
        var unread = new DirectoryEntry(
                new UserId("a"),
                "a@contoso.example",
                "A",
                Optional.empty(),
                Fact.missing("no"),
                Fact.missing("no"),
                Fact.missing("no"));
        assertThat(Scope.of("country:GB").covers(unread)).isInstanceOf(Fact.Missing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GB", "country:", "country:Britain", "department: ", "city:London", "country:GB,"})
    void nonsense_is_no_scope(String written) {
        assertThatThrownBy(() -> Scope.of(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_shown_as_it_is_written() {
        assertThat(Scope.of("department:Sales,country:IE,country:gb"))
                .hasToString("country:GB, country:IE, department:Sales");
    }

    private static DirectoryEntry person(String country, String department) {
        return new DirectoryEntry(
                new UserId("a"),
                "a@contoso.example",
                "A",
                Optional.ofNullable(department),
                Fact.missing("no"),
                new Fact.Known<>(Optional.ofNullable(country).map(Country::new), "a test", Instant.EPOCH),
                Fact.missing("no"));
    }
}
