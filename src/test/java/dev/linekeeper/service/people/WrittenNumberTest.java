package dev.linekeeper.service.people;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.PhoneNumber;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people write them, understood or asked back. */
class WrittenNumberTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "+1 425-555-0100, +14255550100",
        "(425) 555-0100, +14255550100",
        "425.555.0100, +14255550100",
        "1 425 555 0100, +14255550100",
        "001 425 555 0100, +14255550100",
        "011 49 30 23125100, +493023125100",
        "0049 (0)30 23125100, +493023125100",
        "+49 (0)30 23125100, +493023125100",
        "030 23125100, +493023125100",
        "020 7946 0100, +442079460100",
        "tel:+14255550100, +14255550100",
        "TEL:+1-425-555-0100, +14255550100",
        "+14255550190;ext=6789, +14255550190;ext=6789",
        "+1 425 555 0190 ext. 6789, +14255550190;ext=6789",
        "(425) 555-0190 x6789, +14255550190;ext=6789",
        "+33 1 23 45 67 89, +33123456789"
    })
    void a_number_is_understood_however_it_is_written(String written, String number) {
        assertThat(WrittenNumber.read(written, contoso().build().numbers()))
                .isEqualTo(new WrittenNumber.OneNumber(PhoneNumber.of(number)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"555-0100", "0100", "+1 425 555 01", "(555) 123-4567", "12345678901234567890"})
    void digits_that_mean_no_number_of_the_tenant_are_asked_back(String written) {
        assertThat(WrittenNumber.read(written, contoso().build().numbers()))
                .isEqualTo(new WrittenNumber.UnclearNumber());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SC-SEA", "ra-sea@contoso.example", "12", "", "Room 4711"})
    void what_is_no_number_is_none(String written) {
        assertThat(WrittenNumber.read(written, contoso().build().numbers())).isEqualTo(new WrittenNumber.NoNumber());
    }

    @ParameterizedTest(name = "{0} is in {1}")
    @CsvSource({
        "0100, +14255550100 +442079460100",
        "+44 20 7946 01, +442079460100 +442079460120 +442079460130",
        "0044 20 7946 010, +442079460100",
        "020 7946 012, +442079460120",
        "tel:+1425555019, +14255550190 +14255550190;ext=6789",
        "6789, +14255550190;ext=6789",
        "12, ''",
        "555 0 x, ''",
        "4711, ''"
    })
    void a_part_of_a_number_is_in_all_that_have_it(String written, String numbers) {
        var all = Stream.of(
                        "+14255550100",
                        "+442079460130",
                        "+442079460100",
                        "+442079460120",
                        "+61255501100",
                        "+14255550190;ext=6789",
                        "+14255550190")
                .map(PhoneNumber::of)
                .toList();

        assertThat(WrittenNumber.partly(written, all).stream()
                        .map(PhoneNumber::toString)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(numbers);
    }
}
