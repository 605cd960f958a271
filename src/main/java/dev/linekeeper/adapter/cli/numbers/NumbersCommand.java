package dev.linekeeper.adapter.cli.numbers;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantCommand;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.NumbersOutput;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.policies.GivenParts;
import dev.linekeeper.core.numbers.NumberFilter;
import dev.linekeeper.core.numbers.NumberSelection;
import dev.linekeeper.core.numbers.NumberUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists numbers of the tenant, with how many there are. Exit code 1 when the list may not be whole. */
@Command(
        name = "numbers",
        description = "The telephone numbers of the tenant, with how many there are of each state, type and country."
                + " Exit code 1 when some could not be read, or do not tell what is asked for.")
public final class NumbersCommand extends TenantCommand {
    @Option(
            names = "--use",
            paramLabel = "USE",
            description = "only those: ${COMPLETION-CANDIDATES}; repeatable, each has to hold")
    private List<NumberUse> uses = new ArrayList<>();

    @Option(names = "--country", paramLabel = "ISO", description = "only those of a country, such as GB")
    private @Nullable String country;

    @Option(names = "--type", paramLabel = "TYPE", description = "callingPlan, operatorConnect or directRouting")
    private @Nullable String type;

    public NumbersCommand(CommandEnvironment around, Shell shell) {
        super(around, shell, true);
    }

    @Override
    protected int answer(TenantSession look) {
        var filter = new NumberFilter(
                Set.copyOf(uses),
                Optional.ofNullable(country).map(GivenParts::country),
                Optional.ofNullable(type).map(GivenParts::type));
        var found = NumberSelection.of(filter, look.tenant(), look.settings().numberCountries())
                .fold(all -> all, why -> {
                    throw new BadInput("The numbers could not be read: %s".formatted(why));
                });
        var output = new NumbersOutput(found, look.said());
        var unread = look.tenant().unread().numbers();
        print(() -> output.table(shell()), () -> output.json(unread), output::csv);
        return found.cannotTell() == 0 && unread.isEmpty() ? 0 : 1;
    }
}
