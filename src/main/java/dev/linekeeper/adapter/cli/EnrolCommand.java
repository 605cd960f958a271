package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.CommandEnvironment.OpenSubmission;
import dev.linekeeper.adapter.cli.command.TenantCommand;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.PreviewOutput;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.bulk.BulkPreview;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.bulk.ReadList;
import dev.linekeeper.service.bulk.ReadList.NoList;
import dev.linekeeper.service.bulk.ReadList.PeopleList;
import dev.linekeeper.service.bulk.RowReader;
import dev.linekeeper.service.bulk.judging.RowJudgement;
import dev.linekeeper.service.bulk.judging.RowJudgement.RowTerms;
import dev.linekeeper.service.requests.ChangeRequest;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Shows what asking for everybody on a list would come to, or asks for those who are ready. Whoever is named as the person
 * who asks needs the roles they would need in chat, and others approve; nothing is decided here.
 */
@Command(
        name = "enrol",
        description = {
            "Asks for everybody of a list or a group to be brought under a Shared Calling policy, as one request that"
                    + " others approve in chat; with --preview only shows what that would come to, and nothing is"
                    + " changed.",
            "Exit code 1 when there is a row that is neither ready nor so already, or somebody was not asked for."
        })
final class EnrolCommand extends TenantCommand {
    /** Of a preview that nobody asks for. */
    private static final UserId NOBODY = new UserId("00000000-0000-0000-0000-000000000000");

    private static final Set<RowOutcome> FINE = EnumSet.of(RowOutcome.READY, RowOutcome.THERE);
    private static final int MANY = 1000;

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

    @Option(
            names = "--preview",
            description = "only show what asking would come to: nothing is changed, and no store is opened")
    private boolean preview;

    @Option(
            names = "--as",
            paramLabel = "UPN",
            description =
                    "who asks: needed without --preview; their roles are read as in chat, and the audit trail keeps the"
                            + " operating system's account beside them")
    private @Nullable String requester;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the approvers and the trail")
    private String reason = "";

    EnrolCommand(CommandEnvironment around, Shell shell) {
        super(around, shell);
    }

    @Override
    public Integer call() {
        if (people.template) {
            shell().out().print(RowReader.TEMPLATE);
            return 0;
        }
        return preview ? super.call() : ask();
    }

    @Override
    protected int answer(TenantSession look) {
        var list = list(look);
        var terms = new RowTerms(NOBODY, Optional.of(target(look)), releases, moves, schedule());
        var preview = new RowJudgement(look.ports(), look.readings(), look::planned, Clock.systemUTC())
                .preview(list.rows(), list.refused(), terms, progress(list));
        return print(list, preview, terms, List.of());
    }

    private int ask() {
        if (requester == null) {
            throw new BadInput(
                    "Asking takes the person who asks: --as UPN. Add --preview to see what it would come to");
        }
        if (isOfFile()) {
            throw new BadInput("A tenant file can only be looked at: add --preview");
        }
        try (var open = around().submission("enrol")) {
            return ask(open, requester);
        }
    }

    private int ask(OpenSubmission open, String asking) {
        var look = open.look();
        var list = list(look);
        var who = AuditOptions.person(asking, look.directory());
        if (!look.directory().isMember(who)) {
            throw new BadInput("%s is none of the organisation's own people".formatted(asking));
        }
        var terms = new RowTerms(who, Optional.of(target(look)), releases, moves, schedule());
        var account = System.getProperty("user.name", "");
        open.watch().noteActing("enrol", account, who, Optional.empty());
        var preview = new RowJudgement(look.ports(), look.readings(), open.batches()::preview, Clock.systemUTC())
                .preview(list.rows(), list.refused(), terms, progress(list));
        var ready = ready(preview, terms);
        var shown = ready.values().stream()
                .collect(Collectors.toMap(row -> row.person().orElseThrow(), Function.identity()));
        var submitted = open.batches()
                .submit(
                        List.copyOf(ready.keySet()),
                        Optional.empty(),
                        plan -> RowJudgement.isStill(Objects.requireNonNull(shown.get(plan.person())), plan));
        var asked = PreviewOutput.asked(submitted);
        asked.forEach(id -> open.watch().noteActing("enrol", account, who, Optional.of(id)));
        return print(list, RowJudgement.afterwards(preview, submitted.results(), terms), terms, asked);
    }

    /** Prints, and says whether everybody is asked for or could be. */
    private int print(PeopleList list, BulkPreview preview, RowTerms terms, List<RequestId> asked) {
        var output = new PreviewOutput(terms.policy().orElseThrow(), terms.schedule(), list, preview, asked);
        print(() -> output.table(shell()), output::json, output::csv);
        return preview.rows().stream().allMatch(row -> FINE.contains(row.outcome())) ? 0 : 1;
    }

    private Map<ChangeRequest, JudgedRow> ready(BulkPreview judged, RowTerms terms) {
        var ready = new LinkedHashMap<ChangeRequest, JudgedRow>();
        for (var row : judged.rows()) {
            if (row.outcome() == RowOutcome.READY) {
                ready.put(
                        terms.change(
                                row.person().orElseThrow(), terms.policy().orElseThrow(), terms.releases(), reason),
                        row);
            }
        }
        return ready;
    }

    private PeopleList list(TenantSession look) {
        var read = people.file == null
                ? RowReader.read(String.join("\n", look.members(String.valueOf(people.group))))
                : read(people.file);
        return switch (read) {
            case PeopleList list -> list;
            case NoList(var why) -> throw new BadInput(shell().wording().apply(why));
        };
    }

    private static ReadList read(Path file) {
        try {
            return RowReader.read(file);
        } catch (NoSuchFileException _) {
            throw new BadInput("There is no file %s".formatted(file));
        } catch (IOException unreadable) {
            throw new BadInput("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
        }
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

    private IntConsumer progress(PeopleList list) {
        int all = list.rows().size() + list.refused().size();
        return done -> {
            if (done % MANY == 0) {
                shell().err().println("enrol: %d of %d rows judged".formatted(done, all));
            }
        };
    }
}
