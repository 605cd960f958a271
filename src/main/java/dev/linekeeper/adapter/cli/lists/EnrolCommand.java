package dev.linekeeper.adapter.cli.lists;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.bulk.ReadList;
import dev.linekeeper.service.bulk.RowReader;
import dev.linekeeper.service.bulk.judging.RowJudgement.RowTerms;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what enrolling everybody on a list would come to, or asks for those who are ready. */
@Command(
        name = "enrol",
        description = {
            "Asks for everybody of a list or a group to be brought under a Shared Calling policy, as one request that"
                    + " others approve in chat; with --preview only shows what that would come to, and nothing is"
                    + " changed.",
            "Exit code 1 when there is a row that is neither ready nor so already, or somebody was not asked for."
        })
public final class EnrolCommand extends ListCommand {
    @ArgGroup(multiplicity = "1")
    private PeopleGiven people = new PeopleGiven();

    static final class PeopleGiven {
        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "a CSV with a header, in any encoding and order of columns, or one person a line")
        private @Nullable Path file;

        @Option(names = "--group", paramLabel = "ID|NAME", description = "an Entra group, and the groups in it")
        private @Nullable String group;

        @Option(names = "--template", description = "prints a list to fill in")
        private boolean template;
    }

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            description = "the Shared Calling policy; a row that names another one is refused")
    private @Nullable String policy;

    @Option(names = "--release-numbers", description = "numbers of people's own may be given back")
    private boolean releases;

    @Option(names = "--move", description = "people may be moved from another Shared Calling policy")
    private boolean moves;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "when it is made, such as 2026-03-01; else once approved")
    private @Nullable LocalDate from;

    @Option(
            names = "--until",
            paramLabel = "DAY",
            description = "the last day; after it everything is put back by itself")
    private @Nullable LocalDate until;

    public EnrolCommand(CommandEnvironment around, Shell shell) {
        super("enrol", around, shell, true);
    }

    @Override
    Optional<String> template() {
        return people.template ? Optional.of(RowReader.TEMPLATE) : Optional.empty();
    }

    @Override
    ReadList read(TenantSession look) {
        return people.file == null
                ? RowReader.read(String.join("\n", look.members(String.valueOf(people.group))))
                : read(people.file, RowReader::read);
    }

    @Override
    RowTerms terms(TenantSession look, UserId requester) {
        return new RowTerms(requester, Optional.of(target(look)), releases, moves, schedule());
    }

    private Optional<Schedule> schedule() {
        var zone = around().zone();
        var today = LocalDate.now(zone);
        var start = from == null ? today : from;
        if (start.isBefore(today) || (until != null && until.isBefore(start))) {
            throw new BadInput("A day that is over cannot be asked for; today is %s in %s".formatted(today, zone));
        }
        return Schedule.of(Optional.ofNullable(from), Optional.ofNullable(until), zone);
    }

    private PolicyName target(TenantSession look) {
        if (policy == null) {
            throw new BadInput("Under which policy? --policy NAME");
        }
        var target = look.sharedCalling(policy);
        if (target.isGlobal()) {
            throw new BadInput("The Global policy applies to everybody without another one; it is not granted");
        }
        return target;
    }
}
