package dev.linekeeper.adapter.cli.forecast;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantCommand;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.CardText;
import dev.linekeeper.adapter.cli.output.CsvWriter;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.chat.forecast.CostCards;
import dev.linekeeper.core.forecast.CostComparison;
import dev.linekeeper.core.forecast.CostComparison.Costs;
import dev.linekeeper.core.forecast.Money;
import dev.linekeeper.core.forecast.PolicyPeople;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Answers what a policy's people cost beside numbers and plans of their own. Exit code 1 when nothing could be compared. */
@Command(
        name = "cost",
        description =
                "What the people of a policy cost a month, beside numbers and plans of their own, from the prices in"
                        + " linekeeper.cost. Exit code 1 when prices are missing or the numbers could not be read.")
public final class CostCommand extends TenantCommand {
    @Option(names = "--policy", paramLabel = "NAME", required = true, description = "a Shared Calling policy")
    private String policy = "";

    public CostCommand(CommandEnvironment around, Shell shell) {
        super(around, shell);
    }

    @Override
    protected int answer(TenantSession look) {
        var comparison = CostComparison.of(
                PolicyPeople.of(look.sharedCalling(policy), look.tenant(), take -> look.each(look.everybody(), take)),
                look.tenant(),
                around().figures().prices());
        print(
                () -> new CardText(shell()).print(CostCards.of(comparison, Optional.empty())),
                () -> json(comparison),
                csv -> csv(csv, comparison));
        return comparison.costs().isPresent() ? 0 : 1;
    }

    private static Map<String, @Nullable Object> json(CostComparison comparison) {
        var json = ForecastOutput.people(comparison.people());
        json.put("numbers", comparison.numbers());
        json.put("alsoServes", comparison.alsoServes());
        json.put("missing", comparison.prices().missing());
        json.put("currency", comparison.prices().currency().map(Currency::getCurrencyCode));
        json.put("shared", amount(comparison, Costs::shared));
        json.put("own", amount(comparison, Costs::own));
        json.put("difference", amount(comparison, Costs::difference));
        json.put("says", CostCards.verdict(comparison));
        return json;
    }

    private static void csv(CsvWriter csv, CostComparison comparison) {
        csv.only(
                "policy", comparison.people().policy(),
                "people", comparison.people().counted(),
                "unread", comparison.people().unread(),
                "numbers", comparison.numbers(),
                "currency", comparison.prices().currency(),
                "shared", amount(comparison, Costs::shared),
                "own", amount(comparison, Costs::own),
                "difference", amount(comparison, Costs::difference));
    }

    private static Optional<BigDecimal> amount(CostComparison comparison, Function<Costs, Money> side) {
        return comparison.costs().map(side).map(Money::payable).map(Money::amount);
    }
}
