package dev.linekeeper.service.policies;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused;
import dev.linekeeper.core.policies.PolicyHolders;
import dev.linekeeper.core.policies.PolicyMove;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.request.LeftOut;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.policies.MoveResult.MoveAsked;
import dev.linekeeper.service.policies.MoveResult.MoveImpossible;
import dev.linekeeper.service.policies.MoveResult.PolicyAlone;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.requests.BatchSubmission.BatchSubmitted;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.ChangeRequest.AroundPeople;
import dev.linekeeper.service.requests.ChangeRequest.ChangesTogether;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.RequestSubmission;
import dev.linekeeper.service.requests.RowReasons;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import dev.linekeeper.service.tenant.Directory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Asks for people to be moved from a policy that goes then, as one request. All of it is asked for or nothing: whoever cannot
 * be moved would keep the policy from being removed.
 *
 * @param everybody reads all people into the holders of a policy
 */
public record PolicyMoves(
        BatchSubmission many, RequestSubmission one, Directory directory, Consumer<PolicyHolders> everybody) {

    /** The changes a move is made of, in their order. */
    private record Parts(Optional<ChangeRequest> first, List<ChangeRequest> people, ChangeRequest removal) {}

    /** Asks for it; {@code done} is told how many people were judged so far. */
    public MoveResult ask(UserId requester, PolicyMove move, String reason, IntConsumer done) {
        if (move.from().equals(move.to())) {
            return new MoveImpossible(move.from(), List.of(Explanation.of("policy.move.same")));
        }
        if (move.to().isGlobal()) {
            return new PolicyAlone(
                    move.to(),
                    new OnlyPlanned(
                            new PolicyRefused(move.to(), PolicyRefused.PolicyObstacle.GLOBAL, List.of(), List.of())));
        }
        var holders = new PolicyHolders(move.from());
        everybody.accept(holders);
        ChangeRequest removal = change(requester, new PolicyWish.NoPolicy(move.from()), reason);
        List<Explanation> kept = new MoveObstacles(directory).of(holders);
        if (!kept.isEmpty()) {
            // Who may not ask is not told who has it.
            SubmissionResult alone = one.preview(requester, removal.intent());
            return alone instanceof OnlyPlanned
                    ? new MoveImpossible(move.from(), kept)
                    : new PolicyAlone(move.from(), alone);
        }
        var parts = new Parts(
                move.first().map(wish -> change(requester, wish, reason)),
                holders.granted().stream()
                        .map(person ->
                                new ChangeRequest(requester, new Intent.EnrolPerson(person, move.to(), false), reason))
                        .toList(),
                removal);
        return parts.first().isEmpty() && parts.people().isEmpty()
                ? new PolicyAlone(move.from(), one.submit(removal))
                : ask(move, parts, done);
    }

    private MoveResult ask(PolicyMove move, Parts parts, IntConsumer done) {
        var around = new AroundPeople(parts.first().stream().toList(), List.of(parts.removal()), true);
        BatchSubmitted submitted = many.submit(
                parts.people(), new ChangesTogether(Optional.empty(), _ -> true, List.of(), _ -> {}, around), done);
        return submitted
                .batch()
                .<MoveResult>map(batch -> new MoveAsked(batch, plans(submitted)))
                .orElseGet(() -> whyNot(move, parts, submitted));
    }

    private static List<Plan> plans(BatchSubmitted submitted) {
        return submitted.results().values().stream()
                .flatMap(result -> result instanceof SubmissionResult.Sent(var request)
                        ? Stream.of(request.terms().plan())
                        : Stream.empty())
                .toList();
    }

    /** What is not for the requester comes first, then the policies before the people, as nobody could be moved without them. */
    private MoveResult whyNot(PolicyMove move, Parts parts, BatchSubmitted submitted) {
        var results = submitted.results();
        Optional<SubmissionResult> ofFirst =
                parts.first().map(results::get).filter(result -> !result.equals(AroundPeople.NOT_ALL));
        if (ofFirst.isPresent()) {
            return new PolicyAlone(move.to(), ofFirst.get());
        }
        List<LeftOut> left = parts.people().stream()
                .filter(change -> !AroundPeople.NOT_ALL.equals(results.get(change)))
                .flatMap(change -> RowReasons.leftOut(change, Objects.requireNonNull(results.get(change))).stream())
                .toList();
        Optional<SubmissionResult> forAll =
                results.values().stream().filter(PolicyMoves::isForAll).findFirst();
        return forAll.<MoveResult>map(result -> new PolicyAlone(move.from(), result))
                .orElseGet(() -> left.isEmpty()
                        ? new PolicyAlone(move.from(), Objects.requireNonNull(results.get(parts.removal())))
                        : new MoveImpossible(move.from(), new LeftBehind(directory).of(left)));
    }

    /** Whether it is the same for all of them, whoever they are. */
    private static boolean isForAll(SubmissionResult result) {
        return result instanceof SubmissionResult.SubmissionNotAllowed
                || result instanceof SubmissionResult.PersonOutsideScope
                || result instanceof SubmissionResult.TooFewApprovers
                || result instanceof SubmissionResult.ReadOnly;
    }

    private static ChangeRequest change(UserId requester, PolicyWish wish, String reason) {
        return new ChangeRequest(requester, new Intent.EditPolicy(wish), reason);
    }
}
