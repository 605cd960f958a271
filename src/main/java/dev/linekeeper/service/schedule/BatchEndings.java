package dev.linekeeper.service.schedule;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo;
import dev.linekeeper.core.enrolment.PlanResult.CannotUndo.UndoObstacle;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.requests.BatchSubmission.BatchSubmitted;
import dev.linekeeper.service.requests.BatchTransitions;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.tenant.gathering.GatheredTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ends what many people have until the same day: those who are as it left them as one batch, then the others as one question. */
public record BatchEndings(
        Endings one,
        BatchStore store,
        BatchSubmission submission,
        BatchTransitions transitions,
        GatheredTenant tenant) {
    private static final Set<MemberState> TO_COME = EnumSet.of(MemberState.WAITING, MemberState.UNDER_WAY);
    private static final Optional<Duration> LATER = Optional.of(Duration.ofHours(1));

    /** What somebody has until now, what it began with, and what came of planning its end. */
    private record Ending(Request.Completed named, Request.Completed enrolment, PlanResult planned) {}

    /** Ends what a batch, or a request, wanted until then; when to look again, empty when that is not needed. */
    public Optional<Duration> end(RequestId id) {
        return store.find(id).map(stored -> end(stored.batch())).orElseGet(() -> one.end(id));
    }

    private Optional<Duration> end(Batch batch) {
        if (!one.mayEnd(batch.terms().schedule())) {
            return LATER;
        }
        List<Request.Completed> over =
                store.in(batch.id(), EnumSet.of(MemberState.DONE), RequestId.FIRST, BatchSubmission.MOST).stream()
                        .flatMap(member -> one.last(member).stream())
                        .toList();
        List<Request.Completed> free = over.stream().filter(one::isFree).toList();
        var ready = new LinkedHashMap<Ending, Plan>();
        var changed = new ArrayList<Request.Completed>();
        boolean waits = free.size() < over.size() || store.any(batch.id(), TO_COME);
        for (Ending ending : planned(free)) {
            switch (ending.planned()) {
                case PlanResult.Ready(var plan, _) -> ready.put(ending, plan);
                case CannotUndo(var why, _)
                when why != UndoObstacle.NOT_VERIFIED -> changed.add(ending.named());
                case PlanResult.NothingToDo _, PlanResult.UnknownPerson _ -> {}
                case CannotUndo _,
                        PlanResult.Blocked _,
                        PlanResult.NotVerified _,
                        PlanResult.NoAnswer _,
                        PlanResult.OfPolicy _ -> waits = true;
            }
        }
        if (ready.isEmpty() && !waits) {
            return changed.isEmpty() || askAnew(batch, changed) ? Optional.empty() : LATER;
        }
        if (!ready.isEmpty()) {
            takeBack(batch, ready);
        }
        return LATER;
    }

    private List<Ending> planned(List<Request.Completed> all) {
        var planner = one.planner().through(tenant.reader().pinned());
        var endings = new ArrayList<Ending>();
        tenant.runs()
                .<Request.Completed, Optional<Ending>>sideBySide(
                        all,
                        named -> one.enrolment(named.terms().person())
                                .map(first -> new Ending(named, first, planner.plan(new Intent.UndoOf(first.id())))),
                        ending -> ending.ifPresent(endings::add));
        return endings;
    }

    private void takeBack(Batch batch, Map<Ending, Plan> ready) {
        var named = new LinkedHashMap<UserId, Request.Completed>();
        ready.keySet().forEach(ending -> named.put(ending.named().terms().person(), ending.named()));
        RequestId undone = ready.keySet().stream()
                .flatMap(ending -> ending.enrolment().terms().batch().stream())
                .findFirst()
                .orElse(batch.id());
        transitions.openApproved(batch, undone, named, () -> {
            RequestId id = store.next(1);
            long next = store.next(ready.size()).number();
            var members = new ArrayList<Request.Pending>();
            ready.forEach((ending, plan) -> members.add(one.takingBack(
                            plan.forBatch(ready.size()),
                            ending.enrolment(),
                            ending.named(),
                            batch.terms().approvers(),
                            Optional.of(id))
                    .apply(new RequestId(next + members.size()))));
            return members;
        });
    }

    /** Whether nobody is left to be asked about. */
    private boolean askAnew(Batch batch, List<Request.Completed> changed) {
        List<ChangeRequest> removals = changed.stream()
                .map(named -> new ChangeRequest(
                        UserId.LINEKEEPER, new Intent.RemovePerson(named.terms().person()), Endings.reason(batch.id())))
                .toList();
        BatchSubmitted asked = submission.submit(removals, Optional.empty(), _ -> true);
        return asked.results().values().stream().allMatch(Endings::isSettled);
    }
}
