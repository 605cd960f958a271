package dev.linekeeper.chat.imports;

import dev.linekeeper.chat.Answer.RequestCard.StepLine;
import dev.linekeeper.chat.cards.ConstantMessages;
import dev.linekeeper.core.bulk.ImportPreview;
import dev.linekeeper.core.bulk.ImportSource;
import dev.linekeeper.core.bulk.ImportState;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.PeopleImport;
import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.CountedLine;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.imports.ImportStore.StoredImport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Imports in words. */
final class ImportTexts {
    private ImportTexts() {}

    /** Who was given, as what it was taken: a file, the people of a department … */
    static Explanation source(ImportSource source) {
        Explanation kind = ConstantMessages.of("chat.import.source", source.kind());
        return Explanation.of(kind.key(), source.name());
    }

    static Explanation title(PeopleImport list) {
        if (list.source().kind().givesNumbers()) {
            return Explanation.of("chat.import.title.numbers", source(list.source()));
        }
        return list.policy()
                .map(policy -> Explanation.of("chat.import.title.policy", source(list.source()), policy))
                .orElseGet(() -> Explanation.of("chat.import.title", source(list.source())));
    }

    /** The name of its state, as those of requests are named. */
    static String state(PeopleImport list, Instant now) {
        return switch (list.state()) {
            case ImportState.RowsAsked it -> it.people() > 0 ? "LIST_ASKED" : "LIST_NONE_ASKED";
            case ImportState.ImportCancelled _ -> "CANCELLED";
            case ImportState _ when list.overAt(now) -> "EXPIRED";
            case ImportState.PolicyMissing _ -> "LIST_POLICY";
            case ImportState.JudgingRows _ -> "LIST_JUDGING";
            case ImportState.PreviewReady _ -> "LIST_READY";
            case ImportState.AskingForRows _ -> "LIST_ASKING";
            case ImportState.ImportFailed _ -> "LIST_FAILED";
        };
    }

    /** Where it stands in one sentence. */
    static Explanation status(StoredImport stored, Instant now) {
        PeopleImport list = stored.list();
        return switch (list.state()) {
            case ImportState.RowsAsked it -> asked(it);
            case ImportState.ImportCancelled(var at) -> Explanation.of("chat.import.status.cancelled", at);
            case ImportState _ when list.overAt(now) -> Explanation.of("chat.import.status.expired", list.expires());
            case ImportState.PolicyMissing _ -> Explanation.of("chat.import.status.policy", list.rows());
            case ImportState.JudgingRows _ when list.rows() == 0 -> Explanation.of("chat.import.status.looking-up");
            case ImportState.JudgingRows _
            when stored.done() == 0 -> Explanation.of("chat.import.status.reading", list.rows());
            case ImportState.JudgingRows _ -> Explanation.of("chat.import.status.judging", stored.done(), list.rows());
            case ImportState.PreviewReady _ ->
                list.preview().map(ImportTexts::counts).orElseGet(() -> Explanation.of("chat.import.source.PASTED"));
            case ImportState.AskingForRows(var withFixes, _) ->
                Explanation.of("chat.import.status.asking", stored.done(), chosen(list, withFixes));
            case ImportState.ImportFailed(var why, _) -> why;
        };
    }

    /** As many as are asked for. */
    static int chosen(PeopleImport list, boolean withFixes) {
        return list.preview()
                .map(preview -> preview.of(RowOutcome.READY) + (withFixes ? preview.of(RowOutcome.FIXABLE) : 0))
                .orElse(0);
    }

    /** Why nobody would be asked for if it were asked for now; empty when somebody would. */
    static Optional<Explanation> nobody(PeopleImport list, boolean withFixes) {
        if (!(list.state() instanceof ImportState.PreviewReady) || chosen(list, withFixes) > 0) {
            return Optional.empty();
        }
        int withYes = chosen(list, true);
        return Optional.of(
                withYes > 0
                        ? Explanation.of(
                                "chat.import.not-without-yes",
                                withYes,
                                Long.toString(list.id().number()))
                        : Explanation.of("chat.import.not-anybody"));
    }

    private static Explanation asked(ImportState.RowsAsked it) {
        int left = it.leftOut().stream().mapToInt(CountedLine::people).sum();
        return it.batch()
                .map(batch -> Explanation.of("chat.import.status.asked", it.people(), batch, left))
                .orElseGet(() -> Explanation.of("chat.import.status.asked.alone", it.people(), left));
    }

    static Explanation counts(ImportPreview preview) {
        return Explanation.of(
                "chat.import.counts",
                preview.of(RowOutcome.READY),
                preview.of(RowOutcome.FIXABLE),
                preview.of(RowOutcome.THERE),
                preview.of(RowOutcome.BLOCKED),
                preview.of(RowOutcome.NOT_FOUND),
                preview.of(RowOutcome.AMBIGUOUS),
                preview.of(RowOutcome.DUPLICATE),
                preview.of(RowOutcome.REFUSED));
    }

    static Explanation row(JudgedRow row) {
        return Explanation.of("chat.import.row", row.row().number(), row.row().given());
    }

    /** People for whom the same is changed. */
    static StepLine group(ImportPreview.StepGroup group) {
        List<Explanation> steps = group.steps().stream()
                .filter(step -> step != StepName.VERIFY)
                .map(step -> ConstantMessages.of("chat.import.step", step))
                .toList();
        return new StepLine("OPEN", Explanation.of("chat.import.group", group.people(), steps.size(), steps), "", "");
    }

    static Explanation counted(CountedLine line) {
        return line.alike()
                ? Explanation.of("chat.import.counted", line.text(), line.people())
                : Explanation.of("chat.import.example", line.text(), line.people());
    }
}
