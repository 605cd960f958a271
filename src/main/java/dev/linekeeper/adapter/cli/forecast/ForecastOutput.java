package dev.linekeeper.adapter.cli.forecast;

import dev.linekeeper.adapter.cli.output.CsvWriter;
import dev.linekeeper.adapter.cli.output.ShellJson;
import dev.linekeeper.chat.forecast.ForecastCards;
import dev.linekeeper.core.forecast.Forecast;
import dev.linekeeper.core.forecast.Outlook.NotComputed;
import dev.linekeeper.core.forecast.Outlook.WithinAYear;
import dev.linekeeper.core.forecast.PolicyPeople;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A forecast for scripts and spreadsheets; the likelihood is from 0 to 1, with all its digits. */
record ForecastOutput(Forecast forecast) {
    Map<String, @Nullable Object> json() {
        var year = year();
        var json = people(forecast.people());
        json.put("callbackNumbers", forecast.numbers());
        json.put("alsoIn", forecast.alsoIn());
        json.put("callsPerPersonAndYear", forecast.assumptions().callsPerPersonAndYear());
        json.put("limitPercent", forecast.assumptions().limitPercent());
        json.put("likelihoodInAYear", year.map(WithinAYear::likelihood));
        json.put("aboveLimit", year.map(WithinAYear::aboveLimit));
        json.put("enoughNumbers", year.map(WithinAYear::enough));
        json.put("notComputed", whyNot());
        json.put("says", ForecastCards.verdict(forecast));
        return json;
    }

    void csv(CsvWriter csv) {
        csv.only(
                "policy", forecast.people().policy(),
                "people", forecast.people().counted(),
                "unread", forecast.people().unread(),
                "callbackNumbers", forecast.numbers(),
                "callsPerPersonAndYear", forecast.assumptions().callsPerPersonAndYear(),
                "likelihoodInAYear", year().map(WithinAYear::likelihood),
                "notComputed", whyNot());
    }

    /** The head that an answer about a policy's people has. */
    static Map<String, @Nullable Object> people(PolicyPeople people) {
        return ShellJson.members(
                "policy", people.policy(),
                "people", people.counted(),
                "withOwnNumber", people.withOwnNumber(),
                "unread", people.unread());
    }

    private Optional<WithinAYear> year() {
        return forecast.outlook() instanceof WithinAYear year ? Optional.of(year) : Optional.empty();
    }

    private Optional<Object> whyNot() {
        return forecast.outlook() instanceof NotComputed(var why) ? Optional.of(why) : Optional.empty();
    }
}
