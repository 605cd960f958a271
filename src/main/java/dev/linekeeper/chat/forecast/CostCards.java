package dev.linekeeper.chat.forecast;

import static dev.linekeeper.chat.Answer.Sheet.detail;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Sheet.Detail;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.forecast.CostComparison;
import dev.linekeeper.core.forecast.CostComparison.Costs;
import dev.linekeeper.core.forecast.Money;
import dev.linekeeper.core.forecast.PriceKind;
import dev.linekeeper.core.tenant.Explanation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the people of a policy cost beside numbers and plans of their own, with the reckoning; without prices the counts. */
public final class CostCards {
    private CostCards() {}

    /**
     * The whole answer.
     *
     * @param asOf when the policies were read, where that is to be said
     */
    public static Sheet of(CostComparison comparison, Optional<Instant> asOf) {
        return new Sheet(
                Explanation.of("chat.cost.title", comparison.people().policy()),
                Tone.INFO,
                verdict(comparison),
                details(comparison).toList(),
                notes(comparison, asOf).toList(),
                List.of(NoteCards.say("guide cost")));
    }

    /** The answer in a sentence or two. */
    public static Explanation verdict(CostComparison comparison) {
        if (!comparison.prices().missing().isEmpty()) {
            return Explanation.of("chat.cost.missing", comparison.prices().missing());
        }
        return comparison
                .costs()
                .map(costs -> {
                    var more = costs.difference().payable();
                    return switch (more.amount().signum()) {
                        case 0 -> Explanation.of("chat.cost.same");
                        case 1 -> Explanation.of("chat.cost.more", more);
                        default ->
                            Explanation.of(
                                    "chat.cost.less", new Money(more.amount().negate(), more.currency()));
                    };
                })
                .orElseGet(() -> Explanation.of("chat.cost.unread"));
    }

    private static Stream<Detail> details(CostComparison comparison) {
        return Stream.concat(
                Stream.of(
                        PeopleLines.detail(comparison.people()),
                        detail(
                                "chat.cost.numbers",
                                comparison
                                        .numbers()
                                        .fold(
                                                count -> Explanation.of("chat.cost.numbers.counted", count),
                                                why -> Explanation.of("chat.emergency.unread", why)))),
                comparison.costs().stream()
                        .flatMap(costs -> Stream.of(
                                detail("chat.cost.shared", shared(comparison, costs)),
                                detail("chat.cost.own", own(comparison, costs)))));
    }

    private static Explanation shared(CostComparison comparison, Costs costs) {
        return Explanation.of(
                "chat.cost.shared.sum",
                costs.shared().payable(),
                comparison.people().counted(),
                price(comparison, PriceKind.PHONE_LICENCE),
                price(comparison, PriceKind.SHARED_CALLS),
                comparison.numbers().known().orElse(0),
                price(comparison, PriceKind.NUMBER),
                price(comparison, PriceKind.ACCOUNT));
    }

    private static Explanation own(CostComparison comparison, Costs costs) {
        return Explanation.of(
                "chat.cost.own.sum",
                costs.own().payable(),
                comparison.people().counted(),
                price(comparison, PriceKind.PHONE_LICENCE),
                price(comparison, PriceKind.NUMBER),
                price(comparison, PriceKind.OWN_PLAN));
    }

    private static Money price(CostComparison comparison, PriceKind kind) {
        var prices = comparison.prices();
        return new Money(prices.price(kind), prices.currency().orElseThrow());
    }

    private static Stream<Explanation> notes(CostComparison comparison, Optional<Instant> asOf) {
        return Stream.of(
                        comparison.costs().stream().map(_ -> Explanation.of("chat.cost.whose")),
                        comparison.alsoServes().isEmpty()
                                ? Stream.<Explanation>empty()
                                : Stream.of(Explanation.of("chat.cost.also-serves", comparison.alsoServes())),
                        PeopleLines.notes(comparison.people()),
                        asOf.map(at -> Explanation.of("chat.as-of", at)).stream())
                .flatMap(part -> part);
    }
}
