package dev.linekeeper.chat.forecast;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.forecast.CostComparison;
import dev.linekeeper.core.forecast.Forecast;
import dev.linekeeper.core.forecast.ForecastAssumptions;
import dev.linekeeper.core.forecast.OwnersFigures;
import dev.linekeeper.core.forecast.PolicyPeople;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of people who could not be read, of extremes, and in every language; SC-LON has one callback number. */
class ForecastCardsTest {
    private static final Tenant CONTOSO = contoso().build();
    private static final Tenant UNREAD =
            contoso().unreadable(PolicyKind.SHARED_CALLING).build();

    private static Sheet card(String policy, int people, int unread, String rate, Tenant tenant) {
        return ForecastCards.of(
                Forecast.of(
                        new PolicyPeople(named(policy), people, 1, unread),
                        tenant,
                        new ForecastAssumptions(
                                Optional.of(rate).filter(it -> !it.isEmpty()).map(BigDecimal::new), BigDecimal.ONE)),
                Optional.of(Instant.EPOCH));
    }

    private static String text(Sheet card, Locale language) {
        var wording = Wording.of(language);
        return Stream.of(
                        Stream.of(card.title(), card.verdict()),
                        card.details().stream().flatMap(detail -> Stream.of(detail.label(), detail.value())),
                        card.notes().stream())
                .flatMap(part -> part)
                .map(wording::say)
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000000|0.1|more than 99 %",
                "2|0.00000001|less than 0.01 %",
                "200|0.1|4.4 %",
                "12345|0.0005|0.43 %"
            })
    void two_digits_are_said_and_neither_end_is_certain(int people, String rate, String said) {
        assertThat(text(card("SC-LON", people, 0, rate, CONTOSO), Locale.UK))
                .contains("With a likelihood of %s within".formatted(said));
    }

    @Test
    void a_small_rate_is_shown_as_it_was_set() {
        assertThat(text(card("SC-LON", 12345, 0, "0.0000005", CONTOSO), Locale.UK))
                .contains("0.0000005 emergency calls per person and year");
    }

    @Test
    void who_could_not_be_read_makes_it_at_least() {
        var card = card("SC-LON", 200, 3, "0.1", CONTOSO);

        assertThat(card.tone()).isEqualTo(Tone.WARNING);
        assertThat(text(card, Locale.UK))
                .contains(
                        "and a higher one with those who could not be read", "At least 200 people; 3 people could not");
        assertThat(text(card("SC-LON", 1, 3, "0.1", CONTOSO), Locale.UK))
                .contains("No likelihood: 3 people could not be read")
                .doesNotContain("%");
    }

    @Test
    void what_could_not_be_read_is_not_none() {
        assertThat(text(card("SC-LON", 200, 0, "0.1", UNREAD), Locale.UK))
                .contains("the callback numbers could not be read")
                .doesNotContain("None", "%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void every_language_has_every_sentence(Locale language) {
        var cost = CostCards.of(
                CostComparison.of(new PolicyPeople(named("SC-LON"), 0, 2, 1), UNREAD, OwnersFigures.NONE.prices()),
                Optional.empty());
        assertThat(Stream.of(
                                card("SC-LON", 200, 3, "0.1", CONTOSO),
                                card("SC-SEA", 200, 1, "0.0001", CONTOSO),
                                card("SC-LON", 0, 0, "0.1", CONTOSO),
                                card("SC-LON", 1, 0, "", CONTOSO),
                                card("SC-LON", 1, 1, "", CONTOSO),
                                card("SC-LON", 9, 0, "", CONTOSO),
                                card("SC-SEA0", 9, 0, "", CONTOSO),
                                card("SC-LON", 9, 0, "", UNREAD),
                                cost)
                        .map(card -> text(card, language)))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("chat.", "emergency.limit", "{", "will work", "''")
                        .doesNotContainPattern("\\bfunktionieren wird|fonctionnera"));
    }
}
