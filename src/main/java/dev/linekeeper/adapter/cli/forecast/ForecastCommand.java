package dev.linekeeper.adapter.cli.forecast;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantCommand;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.CardText;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.chat.forecast.ForecastCards;
import dev.linekeeper.core.forecast.Forecast;
import dev.linekeeper.core.forecast.Outlook;
import dev.linekeeper.core.forecast.PolicyPeople;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Answers how likely a policy's callback numbers run out. Exit code 0 only when that is within the limit, or need not be computed. */
@Command(
        name = "forecast",
        description = "How likely it is within a year that more people call emergency services within 60 minutes than"
                + " a policy has callback numbers. Exit code 1 above the limit, without callback numbers, and when it"
                + " could not be told.")
public final class ForecastCommand extends TenantCommand {
    @Option(names = "--policy", paramLabel = "NAME", required = true, description = "a Shared Calling policy")
    private String policy = "";

    public ForecastCommand(CommandEnvironment around, Shell shell) {
        super(around, shell);
    }

    @Override
    protected int answer(TenantSession look) {
        var forecast = Forecast.of(
                PolicyPeople.of(look.sharedCalling(policy), look.tenant(), take -> look.each(look.everybody(), take)),
                look.tenant(),
                around().figures().assumptions());
        var output = new ForecastOutput(forecast);
        print(
                () -> new CardText(shell()).print(ForecastCards.of(forecast, Optional.empty())),
                output::json,
                output::csv);
        return switch (forecast.outlook()) {
            case Outlook.WithinAYear(_, var aboveLimit, _) -> aboveLimit ? 1 : 0;
            case Outlook.NotComputed(var why) -> why == Outlook.WhyNot.ENOUGH_FOR_ALL ? 0 : 1;
        };
    }
}
