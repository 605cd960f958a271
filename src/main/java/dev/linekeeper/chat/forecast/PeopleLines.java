package dev.linekeeper.chat.forecast;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Sheet.Detail;
import dev.linekeeper.core.forecast.PolicyPeople;
import dev.linekeeper.core.tenant.Explanation;
import java.util.stream.Stream;

/** How many people a policy has, in words. */
final class PeopleLines {
    private PeopleLines() {}

    static Detail detail(PolicyPeople people) {
        return Sheet.detail(
                "chat.forecast.people",
                people.isComplete()
                        ? Explanation.of("chat.forecast.people.counted", people.counted())
                        : Explanation.of("chat.forecast.people.at-least", people.counted(), people.unread()));
    }

    /** What is to be known of those who are not counted. */
    static Stream<Explanation> notes(PolicyPeople people) {
        return people.withOwnNumber() == 0
                ? Stream.empty()
                : Stream.of(Explanation.of("chat.forecast.own-number", people.withOwnNumber()));
    }
}
