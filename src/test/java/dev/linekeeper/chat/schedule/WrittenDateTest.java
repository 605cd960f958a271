package dev.linekeeper.chat.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.schedule.WrittenDate.NoDay;
import dev.linekeeper.chat.schedule.WrittenDate.OnDay;
import dev.linekeeper.chat.schedule.WrittenDate.PerhapsOn;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days as people write them, read on Saturday, 28 November 2026. */
class WrittenDateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-01",
                "1 December",
                "1st December",
                "the 1st of December 2026",
                "December 1",
                "December 1st, 2026",
                "dec 1",
                "1 Dec 2026",
                "1.12.",
                "1.12.2026",
                "01.12.26",
                "1. 12. 2026",
                "1. Dezember",
                "den 1. Dezember 2026",
                "1er d\u00e9cembre",
                "le 1er d\u00e9cembre 2026",
                "1 de\u0301cembre",
                " 1  DECEMBER ",
                "Tuesday",
                "Dienstag",
                "mardi"
            })
    void the_first_of_december(String text) {
        assertThat(WrittenDate.read(text, TODAY)).isEqualTo(new OnDay(LocalDate.of(2026, 12, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "today, 2026-11-28",
        "heute, 2026-11-28",
        "aujourd\u2019hui, 2026-11-28",
        "tomorrow, 2026-11-29",
        "morgen, 2026-11-29",
        "demain, 2026-11-29",
        "28.11., 2026-11-28",
        "31 January, 2027-01-31",
        "31 janvier, 2027-01-31",
        "1 M\u00e4rz, 2027-03-01",
        "1 mars, 2027-03-01",
        "1 juil. 2027, 2027-07-01",
        "13/02, 2027-02-13",
        "02/13/2027, 2027-02-13",
        "03/03, 2027-03-03",
        "29 February, 2028-02-29",
        "Saturday, 2026-12-05"
    })
    void in_english_german_and_french(String text, LocalDate day) {
        var read = WrittenDate.read(text, TODAY);
        assertThat(read).isIn(new OnDay(day), new PerhapsOn(List.of(day)));
        assertThat(read instanceof PerhapsOn).isEqualTo(day.isAfter(TODAY.plusDays(300)));
    }

    @Test
    void a_day_and_a_month_that_may_be_either_are_asked_about() {
        assertThat(WrittenDate.read("01/02", TODAY))
                .isEqualTo(new PerhapsOn(List.of(LocalDate.of(2027, 1, 2), LocalDate.of(2027, 2, 1))));
        assertThat(WrittenDate.read("4-3-2027", TODAY))
                .isEqualTo(new PerhapsOn(List.of(LocalDate.of(2027, 3, 4), LocalDate.of(2027, 4, 3))));
    }

    /** Saturday is the last day but one of its week, so that Friday is next week's however it is meant. */
    @ParameterizedTest
    @CsvSource({
        "next Friday, 2026-12-04, 2026-12-04",
        "until next friday, 2026-12-04, 2026-12-04",
        "bis nächsten Freitag, 2026-12-04, 2026-12-04",
        "naechsten Sonntag, 2026-11-29, 2026-12-06",
        "jusqu'à vendredi prochain, 2026-12-04, 2026-12-04",
        "jusqu\u2019au dimanche prochain, 2026-11-29, 2026-12-06",
        "next sunday, 2026-11-29, 2026-12-06",
        "next saturday, 2026-12-05, 2026-12-05",
        "this Sunday, 2026-11-29, 2026-11-29",
        "diesen Samstag, 2026-11-28, 2026-11-28",
        "kommenden Montag, 2026-11-30, 2026-11-30",
        "ce samedi, 2026-11-28, 2026-11-28"
    })
    void a_day_of_next_week_is_that_day_and_asked_about_where_this_week_has_one_too(
            String text, LocalDate first, LocalDate last) {
        assertThat(WrittenDate.read(text, TODAY))
                .isEqualTo(first.equals(last) ? new OnDay(first) : new PerhapsOn(List.of(first, last)));
    }

    @Test
    void a_day_without_a_year_that_has_just_gone_is_asked_about() {
        assertThat(WrittenDate.read("1 November", TODAY)).isEqualTo(new PerhapsOn(List.of(LocalDate.of(2027, 11, 1))));
        assertThat(WrittenDate.read("1 November 2026", TODAY)).isEqualTo(new OnDay(LocalDate.of(2026, 11, 1)));
        assertThat(WrittenDate.read("1.11.26", TODAY)).isEqualTo(new OnDay(LocalDate.of(2026, 11, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "31 February",
                "31.02.2027",
                "32 May",
                "0 May",
                "00.00.2027",
                "1",
                "ju 3",
                "1 ja",
                "London",
                "12/2026",
                "2026",
                "1.13.",
                "13/13",
                "99999999999 May",
                "1 ma",
                "next week",
                "1 December or 2 December"
            })
    void no_day(String text) {
        assertThat(WrittenDate.read(text, TODAY)).isEqualTo(new NoDay());
    }
}
