package dev.linekeeper.adapter.cli.numbers;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantCommand;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.CardText;
import dev.linekeeper.adapter.cli.output.LookupOutput;
import dev.linekeeper.adapter.cli.output.NumbersOutput;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.chat.numbers.LookupCards;
import dev.linekeeper.core.numbers.NumberHolder;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.numbers.NumberSelection;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.service.numbers.NumberMatch;
import dev.linekeeper.service.numbers.NumberPeople;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Answers whose a number is and who shows it. Exit code 0 only when it is one number and nothing about it is unread. */
@Command(
        name = "lookup",
        description = "Whose a telephone number is, of what type and where, and who shows it. Exit code 1 when the"
                + " tenant has no such number, several have these digits, or something about it could not be told.")
public final class LookupCommand extends TenantCommand {
    @Parameters(paramLabel = "NUMBER", description = "as people write it, with its country or without, or a part of it")
    private String written = "";

    public LookupCommand(CommandEnvironment around, Shell shell) {
        super(around, shell, true);
    }

    @Override
    protected int answer(TenantSession look) {
        return switch (NumberMatch.of(written, look.tenant())) {
            case NumberMatch.One(var number) -> one(look, number);
            case NumberMatch.Several(var numbers) -> several(look, numbers);
            case NumberMatch.None() ->
                throw new BadInput("None of the tenant's numbers has %s in it".formatted(written));
            case NumberMatch.NoDigits() ->
                throw new BadInput("%s is no telephone number such as +14255550100".formatted(written));
            case NumberMatch.MatchUnread(var why) ->
                throw new BadInput("The numbers could not be read: %s".formatted(why));
        };
    }

    private int one(TenantSession look, PhoneNumber number) {
        var lookup = NumberLookup.of(number, look.tenant(), look.settings().numberCountries());
        var people = NumberPeople.of(
                lookup,
                look.tenant(),
                look.readiness(),
                look.readings()::person,
                each -> look.each(look.everybody(), each));
        var output = new LookupOutput(written, lookup, people, look.said());
        print(
                () -> new CardText(shell())
                        .print(new LookupCards(
                                        lookup, people, look.said().reserved().flatMap(notes -> notes.of(number)))
                                .card()),
                output::json,
                output::csv);
        return output.isWhole() && !(lookup.holder() instanceof NumberHolder.NotListed) ? 0 : 1;
    }

    private int several(TenantSession look, List<PhoneNumber> numbers) {
        var output = new NumbersOutput(
                NumberSelection.those(numbers, look.tenant(), look.settings().numberCountries()), look.said());
        print(() -> output.table(shell()), () -> output.matches(written), output::csv);
        return 1;
    }
}
