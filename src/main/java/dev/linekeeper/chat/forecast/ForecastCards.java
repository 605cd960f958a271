package dev.linekeeper.chat.forecast;

import static dev.linekeeper.chat.Answer.Sheet.detail;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Sheet.Detail;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.forecast.Forecast;
import dev.linekeeper.core.forecast.Outlook;
import dev.linekeeper.core.forecast.Outlook.NotComputed;
import dev.linekeeper.core.forecast.Outlook.WithinAYear;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether callback numbers are enough: how likely not, from what that was computed, and what it leaves out. */
public final class ForecastCards {
    private static final double LEAST_SAID = 0.0001;
    private static final double MOST_SAID = 0.99;

    private ForecastCards() {}

    /**
     * The whole answer.
     *
     * @param asOf when the policies were read, where that is to be said
     */
    public static Sheet of(Forecast forecast, Optional<Instant> asOf) {
        return new Sheet(
                Explanation.of("chat.forecast.title", forecast.people().policy()),
                tone(forecast.outlook()),
                verdict(forecast),
                details(forecast).toList(),
                notes(forecast, asOf).toList(),
                List.of(
                        NoteCards.say("emergency " + forecast.people().policy()),
                        NoteCards.say("guide callback numbers")));
    }

    /** Never good: that numbers are enough is no promise that a callback comes through. */
    private static Tone tone(Outlook outlook) {
        return switch (outlook) {
            case WithinAYear(_, var aboveLimit, _) ->
                aboveLimit ? Tone.WARNING : Tone.INFO;
            case NotComputed(var why) ->
                switch (why) {
                    case NUMBERS_UNREAD, NO_NUMBERS, PEOPLE_UNREAD -> Tone.WARNING;
                    case ENOUGH_FOR_ALL, NO_RATE -> Tone.INFO;
                };
        };
    }

    /** The answer in a sentence or two. */
    public static Explanation verdict(Forecast forecast) {
        int numbers = forecast.numbers().known().map(List::size).orElse(0);
        var people = forecast.people();
        return switch (forecast.outlook()) {
            case WithinAYear(var likelihood, _, _) ->
                Explanation.of(
                        people.isComplete() ? "chat.forecast.verdict" : "chat.forecast.verdict.at-least",
                        percent(likelihood),
                        numbers);
            case NotComputed(var why) ->
                switch (why) {
                    case NUMBERS_UNREAD -> Explanation.of("chat.forecast.unread", why(forecast.numbers()));
                    case NO_NUMBERS -> Explanation.of("chat.forecast.no-numbers");
                    case ENOUGH_FOR_ALL -> Explanation.of("chat.forecast.enough-for-all", people.counted());
                    case PEOPLE_UNREAD -> Explanation.of("chat.forecast.people-unread", people.unread());
                    case NO_RATE -> Explanation.of("chat.forecast.no-rate");
                };
        };
    }

    private static String why(Fact<List<PhoneNumber>> numbers) {
        return numbers.fold(_ -> "", reason -> reason);
    }

    /** Two digits are all that such a rate is good for; neither end is told from impossible or certain. */
    private static Explanation percent(double likelihood) {
        if (likelihood < LEAST_SAID) {
            return Explanation.of("chat.forecast.percent.less");
        }
        return likelihood > MOST_SAID
                ? Explanation.of("chat.forecast.percent.more")
                : Explanation.of(
                        "chat.forecast.percent",
                        BigDecimal.valueOf(likelihood).movePointRight(2).round(new MathContext(2)));
    }

    private static Stream<Detail> details(Forecast forecast) {
        var assumed = forecast.assumptions();
        return Stream.of(
                        Stream.of(PeopleLines.detail(forecast.people())),
                        forecast.numbers().known().stream()
                                .map(all -> detail(
                                        "chat.emergency.pool",
                                        all.isEmpty()
                                                ? Explanation.of("chat.forecast.none")
                                                : Explanation.of("chat.list", all))),
                        assumed.callsPerPersonAndYear().stream()
                                .map(rate -> detail(
                                        "chat.forecast.rate",
                                        Explanation.of(
                                                "chat.forecast.rate.set",
                                                rate,
                                                Forecast.callsAYear(forecast.people(), rate)))),
                        forecast.outlook() instanceof WithinAYear(_, var aboveLimit, var enough)
                                ? Stream.of(detail(
                                        "chat.forecast.limit",
                                        aboveLimit
                                                ? Explanation.of(
                                                        "chat.forecast.limit.above", assumed.limitPercent(), enough)
                                                : Explanation.of("chat.forecast.limit.within", assumed.limitPercent())))
                                : Stream.<Detail>empty())
                .flatMap(part -> part);
    }

    private static Stream<Explanation> notes(Forecast forecast, Optional<Instant> asOf) {
        return Stream.of(
                        forecast.outlook() instanceof WithinAYear
                                ? Stream.of(Explanation.of("chat.forecast.independent"))
                                : Stream.<Explanation>empty(),
                        forecast.alsoIn().isEmpty()
                                ? Stream.<Explanation>empty()
                                : Stream.of(Explanation.of("chat.forecast.also-in", forecast.alsoIn())),
                        PeopleLines.notes(forecast.people()),
                        Stream.of(Explanation.of("emergency.limit.configuration-only")),
                        asOf.map(at -> Explanation.of("chat.as-of", at)).stream())
                .flatMap(part -> part);
    }
}
