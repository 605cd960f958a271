package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.bulk.BulkPreview;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.BatchPlan;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.GivenNumber;
import dev.linekeeper.service.bulk.ReadList.PeopleList;
import dev.linekeeper.service.requests.BatchSubmission.BatchSubmitted;
import dev.linekeeper.service.requests.SubmissionResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What asking for everybody on a list comes to, as the enrol command prints it.
 *
 * @param policy under which everybody is to be; empty where they get numbers of their own
 * @param schedule the days for which it is asked
 * @param asked the requests that were made of it
 */
public record PreviewOutput(
        Optional<PolicyName> policy,
        Optional<Schedule> schedule,
        PeopleList list,
        BulkPreview preview,
        List<RequestId> asked) {
    /** More rows are in the other formats. */
    private static final int ROWS = 50;

    /** The batch, or the requests that were made one by one. */
    public static List<RequestId> asked(BatchSubmitted submitted) {
        return submitted
                .batch()
                .map(batch -> List.of(batch.id()))
                .orElseGet(() -> submitted.results().values().stream()
                        .flatMap(result -> result instanceof SubmissionResult.Sent(var request)
                                ? Stream.of(request.id())
                                : Stream.empty())
                        .toList());
    }

    public Map<String, @Nullable Object> json() {
        var answer = ShellJson.members(
                "counts",
                preview.counts(),
                "rows",
                preview.rows().stream().map(this::json).toList());
        schedule.ifPresent(days -> {
            answer.put("from", days.start());
            answer.put("until", days.end());
            answer.put("zone", days.zone().getId());
        });
        if (!asked.isEmpty()) {
            answer.put("asked", asked.stream().map(RequestId::toString).toList());
        }
        return answer;
    }

    private Map<String, @Nullable Object> json(JudgedRow row) {
        var shown = ShellJson.members(
                "row", row.row().number(),
                "given", row.row().given(),
                "user", preview.user(row),
                "outcome", row.outcome(),
                "reason", row.reason(),
                "steps", row.steps());
        if (policy.isEmpty()) {
            shown.put("number", row.number().map(GivenNumber::number));
        }
        return shown;
    }

    public void csv(CsvWriter csv) {
        csv.row(withNumber("number", "row", "given", "user", "outcome", "reason", "steps"));
        preview.rows()
                .forEach(row -> csv.row(withNumber(
                        row.number().map(GivenNumber::number),
                        row.row().number(),
                        row.row().given(),
                        preview.user(row),
                        row.outcome(),
                        row.reason(),
                        row.steps())));
    }

    /** The cells, and the number last where numbers are given. */
    private Object[] withNumber(Object number, Object... cells) {
        return policy.isPresent()
                ? cells
                : Stream.concat(Stream.of(cells), Stream.of(number)).toArray();
    }

    /** The counts, the whole, and the rows somebody has to do something about, the worst first. */
    public void table(Shell shell) {
        shell.line(
                "%s: %d rows",
                shell.paint().bold(policy.map(PolicyName::value).orElse("Numbers")),
                preview.rows().size());
        preview.counts().forEach((outcome, rows) -> {
            if (rows > 0) {
                shell.line("  %s %6d  %s", mark(shell, outcome), rows, outcome);
            }
        });
        schedule.ifPresent(days -> shell.line(
                "  From %s until %s (%s)",
                days.start().map(LocalDate::toString).orElse("the approval"),
                days.end().map(LocalDate::toString).orElse("further notice"),
                days.zone()));
        if (!list.used().isEmpty()) {
            shell.paragraph(
                    "  ",
                    Explanation.of(
                            "bulk.list.columns", list.used(), list.ignored().isEmpty() ? "–" : list.ignored()));
        }
        preview.plan().ifPresent(plan -> print(plan, shell));
        if (!asked.isEmpty()) {
            shell.line(
                    "  Asked for: %s", asked.stream().map(RequestId::toString).collect(Collectors.joining(", ")));
        }
        var open = preview.worstFirst().stream()
                .filter(row -> row.outcome() != RowOutcome.READY && row.outcome() != RowOutcome.THERE)
                .toList();
        open.stream().limit(ROWS).forEach(row -> print(row, shell));
        if (open.size() > ROWS) {
            shell.line("  %d more; --format csv has every row", open.size() - ROWS);
        }
    }

    private void print(BatchPlan plan, Shell shell) {
        shell.line("  Risk: %s", plan.risk());
        plan.risks().forEach(line -> shell.paragraph("    %d: ".formatted(line.people()), line.text()));
        preview.rows().stream()
                .filter(row -> !row.steps().isEmpty())
                .collect(Collectors.groupingBy(JudgedRow::steps, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<List<StepName>, Long>comparingByValue().reversed())
                .forEach(group -> shell.line(
                        "  %d the same: %s",
                        group.getValue(),
                        group.getKey().stream().map(Enum::name).collect(Collectors.joining(" "))));
    }

    private static void print(JudgedRow row, Shell shell) {
        var head = "  %s %d %s %s: "
                .formatted(
                        mark(shell, row.outcome()),
                        row.row().number(),
                        row.outcome(),
                        row.row().given());
        shell.paragraph(head, row.reason());
    }

    private static String mark(Shell shell, RowOutcome outcome) {
        return shell.paint()
                .mark(
                        switch (outcome) {
                            case READY, THERE -> Tone.GOOD;
                            case DUPLICATE -> Tone.INFO;
                            case FIXABLE, AMBIGUOUS -> Tone.WARNING;
                            case BLOCKED, NOT_FOUND, REFUSED -> Tone.STOP;
                        });
    }
}
