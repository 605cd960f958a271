package dev.linekeeper.adapter.cli.lists;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.bulk.ReadList;
import dev.linekeeper.service.bulk.RowReader;
import dev.linekeeper.service.bulk.judging.RowJudgement.RowTerms;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what giving the people of a list numbers of their own would come to, or asks for those who are ready. */
@Command(
        name = "give",
        description = {
            "Asks for the people of a list to get numbers of their own, as one request that others approve in chat;"
                    + " with --preview only shows what that would come to, and nothing is changed.",
            "Exit code 1 when there is a row that is neither ready nor so already, or somebody was not asked for."
        })
public final class GiveCommand extends ListCommand {
    @ArgGroup(multiplicity = "1")
    private NumbersGiven numbers = new NumbersGiven();

    static final class NumbersGiven {
        @Option(
                names = "--file",
                paramLabel = "FILE",
                description =
                        "a CSV with a header: who, the number, and the emergency location where it is another one")
        private @Nullable Path file;

        @Option(names = "--template", description = "prints a list to fill in")
        private boolean template;
    }

    public GiveCommand(CommandEnvironment around, Shell shell) {
        super("give", around, shell, false);
    }

    @Override
    Optional<String> template() {
        return numbers.template ? Optional.of(RowReader.NUMBERS_TEMPLATE) : Optional.empty();
    }

    @Override
    ReadList read(TenantSession look) {
        return read(Path.of(String.valueOf(numbers.file)), RowReader::numbers);
    }

    @Override
    RowTerms terms(TenantSession look, UserId requester) {
        return new RowTerms(requester, Optional.empty(), false, false, Optional.empty());
    }
}
