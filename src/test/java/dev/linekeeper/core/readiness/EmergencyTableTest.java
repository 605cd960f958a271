package dev.linekeeper.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Country;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of rule EMG-05: what people must be able to dial, by country. */
class EmergencyTableTest {
    /** Where Microsoft sells Calling Plans (learn.microsoft.com/microsoftteams/country-and-region-availability), and whom we name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AT", "AU", "BE", "BG", "BR", "CA", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR",
                "HU", "IE", "IT", "JP", "LT", "LU", "LV", "MX", "NL", "NO", "NZ", "PL", "PR", "PT", "RO", "SE", "SG",
                "SI", "SK", "US", "ZA"
            })
    void every_country_with_calling_plans_has_its_numbers(String country) {
        assertThat(PublishedData.emergencyNumbers(new Country(country)))
                .hasValueSatisfying(numbers -> assertThat(numbers)
                        .isNotEmpty()
                        .allSatisfy(number -> assertThat(number).matches("\\d{2,5}")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"PR, 911", "JP, 110 119", "GB, 999 112", "FR, 112 15 17 18", "SG, 999 995", "MX, 911"})
    void people_dial_what_they_know(String country, String numbers) {
        assertThat(PublishedData.emergencyNumbers(new Country(country))).contains(List.of(numbers.split(" ")));
    }
}
