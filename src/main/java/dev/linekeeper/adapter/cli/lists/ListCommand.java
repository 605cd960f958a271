package dev.linekeeper.adapter.cli.lists;

import dev.linekeeper.adapter.cli.command.ActingPerson;
import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.OpenSubmission;
import dev.linekeeper.adapter.cli.command.TenantCommand;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.PreviewOutput;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.bulk.BulkPreview;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.bulk.ReadList;
import dev.linekeeper.service.bulk.ReadList.NoList;
import dev.linekeeper.service.bulk.ReadList.PeopleList;
import dev.linekeeper.service.bulk.judging.RowJudgement;
import dev.linekeeper.service.bulk.judging.RowJudgement.RowTerms;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Shows what asking for everybody on a list would come to, or asks for those who are ready. Whoever is named as the person
 * who asks needs the roles they would need in chat, and others approve; nothing is decided here.
 */
abstract class ListCommand extends TenantCommand {
    /** Of a preview that nobody asks for. */
    private static final UserId NOBODY = new UserId("00000000-0000-0000-0000-000000000000");

    private static final Set<RowOutcome> FINE = EnumSet.of(RowOutcome.READY, RowOutcome.THERE);
    private static final int MANY = 1000;

    private final String name;

    @Option(names = "--preview", description = "only show what asking would come to: nothing is changed")
    private boolean preview;

    @Mixin
    private ActingPerson acting = new ActingPerson();

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the approvers and the trail")
    private String reason = "";

    ListCommand(String name, CommandEnvironment around, Shell shell, boolean heedful) {
        super(around, shell, heedful);
        this.name = name;
    }

    /** A list to fill in, where only that is asked for. */
    abstract Optional<String> template();

    abstract ReadList read(TenantSession look);

    /** What is asked for in the name of somebody. */
    abstract RowTerms terms(TenantSession look, UserId who);

    @Override
    public Integer call() {
        var template = template();
        template.ifPresent(shell().out()::print);
        return template.isPresent() ? Integer.valueOf(0) : preview ? super.call() : Integer.valueOf(ask());
    }

    @Override
    protected int answer(TenantSession look) {
        var list = list(look);
        var terms = terms(look, NOBODY);
        var judged = new RowJudgement(look.ports(), look.readings(), look::planned, Clock.systemUTC())
                .preview(list.rows(), list.refused(), terms, progress(list));
        return print(list, judged, terms, List.of());
    }

    private int ask() {
        String asking =
                acting.name("Asking takes the person who asks: --as UPN. Add --preview to see what it would come to");
        if (isOfFile()) {
            throw new BadInput("A tenant file can only be looked at: add --preview");
        }
        try (var open = around().submission(name)) {
            return ask(open, asking);
        }
    }

    private int ask(OpenSubmission open, String asking) {
        var look = open.look();
        var list = list(look);
        var who = TenantSession.member(asking, look.directory());
        var terms = terms(look, who);
        var account = System.getProperty("user.name", "");
        open.watch().noteActing(name, account, who, Optional.empty());
        var judged = new RowJudgement(look.ports(), look.readings(), open.batches()::preview, Clock.systemUTC())
                .preview(list.rows(), list.refused(), terms, progress(list));
        var ready = ready(judged, terms);
        var shown = ready.values().stream()
                .collect(Collectors.toMap(row -> row.person().orElseThrow(), Function.identity()));
        var submitted = open.batches()
                .submit(
                        List.copyOf(ready.keySet()),
                        Optional.empty(),
                        plan -> RowJudgement.isStill(Objects.requireNonNull(shown.get(plan.person())), plan));
        var asked = PreviewOutput.asked(submitted);
        asked.forEach(id -> open.watch().noteActing(name, account, who, Optional.of(id)));
        return print(list, RowJudgement.afterwards(judged, submitted.results(), terms), terms, asked);
    }

    /** Prints, and says whether everybody is asked for or could be. */
    private int print(PeopleList list, BulkPreview judged, RowTerms terms, List<RequestId> asked) {
        var output = new PreviewOutput(terms.policy(), terms.schedule(), list, judged, asked);
        print(() -> output.table(shell()), output::json, output::csv);
        return judged.rows().stream().allMatch(row -> FINE.contains(row.outcome())) ? 0 : 1;
    }

    private Map<ChangeRequest, JudgedRow> ready(BulkPreview judged, RowTerms terms) {
        var ready = new LinkedHashMap<ChangeRequest, JudgedRow>();
        for (var row : judged.rows()) {
            if (row.outcome() == RowOutcome.READY) {
                ready.put(change(row, row.person().orElseThrow(), terms), row);
            }
        }
        return ready;
    }

    private ChangeRequest change(JudgedRow row, UserId person, RowTerms terms) {
        return row.number()
                .map(number -> new ChangeRequest(
                        terms.requester(), new Intent.GiveNumber(person, number), reason, terms.schedule()))
                .orElseGet(() -> terms.change(person, terms.policy().orElseThrow(), terms.releases(), reason));
    }

    private PeopleList list(TenantSession look) {
        return switch (read(look)) {
            case PeopleList list -> list;
            case NoList(var why) -> throw new BadInput(shell().wording().apply(why));
        };
    }

    /** Reads a file as a list. */
    @FunctionalInterface
    interface FileReading {
        ReadList of(Path file) throws IOException;
    }

    static ReadList read(Path file, FileReading reading) {
        try {
            return reading.of(file);
        } catch (NoSuchFileException _) {
            throw new BadInput("There is no file %s".formatted(file));
        } catch (IOException unreadable) {
            throw new BadInput("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
        }
    }

    private IntConsumer progress(PeopleList list) {
        int all = list.rows().size() + list.refused().size();
        return done -> {
            if (done % MANY == 0) {
                shell().err().println("%s: %d of %d rows judged".formatted(name, done, all));
            }
        };
    }
}
