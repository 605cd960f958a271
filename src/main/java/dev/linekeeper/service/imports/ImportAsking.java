package dev.linekeeper.service.imports;

import dev.linekeeper.core.bulk.ImportSource.SourceKind;
import dev.linekeeper.core.bulk.ImportState.AskingForRows;
import dev.linekeeper.core.bulk.ImportState.RowsAsked;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.PeopleImport;
import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.request.BatchTerms;
import dev.linekeeper.core.request.CountedLine;
import dev.linekeeper.core.request.LeftOut;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.WatchedGroup;
import dev.linekeeper.service.bulk.judging.RowJudgement;
import dev.linekeeper.service.imports.ImportStore.StoredImport;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.requests.BatchSubmission.BatchSubmitted;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.ChangeRequest.ChangesTogether;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.RowReasons;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.watch.WatchedGroups;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks for the people of an import whom its owner chose, as one batch; whose plan is not the one that was shown is left out. */
public record ImportAsking(
        ImportStore store, BatchSubmission submission, WatchedGroups groups, ImportEvents events, Clock clock) {
    void ask(StoredImport stored, AskingForRows asked, IntConsumer done) {
        PeopleImport list = stored.list();
        var chosen = new LinkedHashMap<UserId, JudgedRow>();
        var others = new LinkedHashMap<UserId, LeftOut>();
        for (JudgedRow row : store.rows(list.id(), 0, BatchSubmission.MOST)) {
            row.person().ifPresent(person -> {
                if (isChosen(row.outcome(), asked.withFixes())) {
                    chosen.putIfAbsent(person, row);
                } else if (row.outcome() != RowOutcome.DUPLICATE) {
                    others.putIfAbsent(person, new LeftOut(person, row.reason()));
                }
            });
        }
        Set<UserId> listed = Stream.concat(chosen.keySet().stream(), others.keySet().stream())
                .collect(Collectors.toSet());
        List<ChangeRequest> changes = chosen.entrySet().stream()
                .map(one -> change(list, one.getKey(), one.getValue()))
                .toList();
        var order = new ChangesTogether(
                Optional.empty(),
                plan -> RowJudgement.isStill(Objects.requireNonNull(chosen.get(plan.person())), plan),
                List.copyOf(others.values()),
                batch -> {
                    moveOn(stored, state(batch, others));
                    watch(list, batch.id(), listed);
                });
        BatchSubmitted submitted = submission.submit(changes, order, done);
        if (submitted.batch().isEmpty()) {
            submitted.results().values().stream()
                    .flatMap(result ->
                            result instanceof SubmissionResult.Sent(var alone) ? Stream.of(alone.id()) : Stream.empty())
                    .forEach(alone -> watch(list, alone, listed));
            store.replace(stored, list.with(state(submitted.results()))).ifPresent(events::changed);
        } else {
            store.find(list.id()).ifPresent(events::changed);
        }
    }

    private static boolean isChosen(RowOutcome outcome, boolean withFixes) {
        return outcome == RowOutcome.READY || (withFixes && outcome == RowOutcome.FIXABLE);
    }

    private static ChangeRequest change(PeopleImport list, UserId person, JudgedRow row) {
        Intent intent = row.number()
                .<Intent>map(number -> new Intent.GiveNumber(person, number))
                .orElseGet(() -> new Intent.EnrolPerson(
                        person,
                        row.row().policy().or(list::policy).orElseThrow(),
                        row.outcome() == RowOutcome.FIXABLE));
        return new ChangeRequest(list.owner(), intent, list.reason(), list.schedule());
    }

    /** Called where the batch is stored, so that both are or neither. */
    private void moveOn(StoredImport stored, RowsAsked asked) {
        if (store.replace(stored, stored.list().with(asked)).isEmpty()) {
            throw new ImportProgress.ImportMovedOn();
        }
    }

    /** Who joins the group later is told of, unless its members have it for some time only. */
    private void watch(PeopleImport list, RequestId asked, Set<UserId> listed) {
        boolean forGood = list.schedule().flatMap(Schedule::end).isEmpty();
        if (list.source().kind() == SourceKind.GROUP && forGood) {
            list.source()
                    .group()
                    .map(group -> WatchedGroup.of(
                            asked, group, list.source().name(), list.policy().orElseThrow(), clock.instant()))
                    .ifPresent(group -> groups.begin(group, listed));
        }
    }

    private RowsAsked state(BatchTerms batch, Map<UserId, LeftOut> others) {
        return new RowsAsked(
                Optional.of(batch.id()),
                batch.plan().people(),
                CountedLine.of(
                        batch.leftOut().stream()
                                .filter(left -> left.subject()
                                        .person()
                                        .filter(others::containsKey)
                                        .isEmpty())
                                .map(LeftOut::why),
                        Explanation::key),
                clock.instant());
    }

    private RowsAsked state(Map<ChangeRequest, SubmissionResult> results) {
        int sent = (int) results.values().stream()
                .filter(SubmissionResult.Sent.class::isInstance)
                .count();
        Stream<Explanation> why = results.entrySet().stream()
                .flatMap(one -> RowReasons.leftOut(one.getKey(), one.getValue()).stream())
                .map(LeftOut::why);
        return new RowsAsked(Optional.empty(), sent, CountedLine.of(why, Explanation::key), clock.instant());
    }
}
