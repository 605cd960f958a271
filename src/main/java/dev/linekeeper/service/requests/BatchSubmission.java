package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.policies.Ahead;
import dev.linekeeper.core.policies.BatchTurn;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchPlan;
import dev.linekeeper.core.request.BatchTerms;
import dev.linekeeper.core.request.LeftOut;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.BatchTransitions.NewBatch;
import dev.linekeeper.service.requests.BatchTransitions.NewMember;
import dev.linekeeper.service.requests.ChangeRequest.AroundPeople;
import dev.linekeeper.service.requests.ChangeRequest.ChangesTogether;
import dev.linekeeper.service.requests.ChangeRequest.Sendable;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import dev.linekeeper.service.tenant.gathering.GatheredTenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Submits the same change for many people as one batch. Those who cannot be planned are left out; where only one is left,
 * or nobody could decide over all of them, each is submitted alone.
 */
public final class BatchSubmission {
    /** The most people in one batch. */
    public static final int MOST = 10_000;

    /** As many are submitted one by one where nobody could decide over all of them; more are not submitted. */
    private static final int MOST_ALONE = 20;

    private static final int TRIES = 3;

    /** So many are judged from one reading: enough that lists of everybody pay, few enough to hold in memory with the threads that wait for them, five a person. */
    public static final int TOGETHER = 500;

    private final BatchStore store;
    private final RequestSubmission submission;
    private final GatheredTenant tenant;
    private final BatchTransitions transitions;
    private final Roles roles;
    private final ApprovalPolicy policy;

    BatchSubmission(
            BatchStore store,
            RequestSubmission submission,
            GatheredTenant tenant,
            BatchTransitions transitions,
            Roles roles,
            ApprovalPolicy policy) {
        this.store = store;
        this.submission = submission;
        this.tenant = tenant;
        this.transitions = transitions;
        this.roles = roles;
        this.policy = policy;
    }

    /**
     * What was submitted.
     *
     * @param batch empty when there was none to submit, or each was submitted alone
     * @param results of each change, in their order; {@link SubmissionResult.Sent} for a member
     */
    public record BatchSubmitted(Optional<Batch> batch, Map<ChangeRequest, SubmissionResult> results) {}

    /**
     * What submitting each of the changes would come to, in their order: {@link OnlyPlanned}, unless something else speaks
     * against it. Nothing is stored but refusals, which are recorded.
     *
     * @param done told how many were judged so far, by whichever thread judges
     * @throws IllegalArgumentException when they are more than {@link #MOST}
     */
    public Map<ChangeRequest, SubmissionResult> preview(List<ChangeRequest> changes, IntConsumer done) {
        var results = new LinkedHashMap<ChangeRequest, SubmissionResult>();
        consider(changes, Ahead.NOTHING, done, results::put);
        return results;
    }

    /** Each result is handed over with its five hundred: what was read of people is more than memory has for all. */
    private void consider(
            List<ChangeRequest> changes,
            Ahead ahead,
            IntConsumer done,
            BiConsumer<ChangeRequest, SubmissionResult> each) {
        if (changes.size() > MOST) {
            throw new IllegalArgumentException("A batch has at most %d people".formatted(MOST));
        }
        for (int from = 0; from < changes.size(); from += TOGETHER) {
            List<ChangeRequest> some = changes.subList(from, Math.min(changes.size(), from + TOGETHER));
            RequestSubmission asking = submission.forMany(tenant, ahead);
            Set<UserId> free = free(some);
            var considered = new LinkedHashMap<ChangeRequest, SubmissionResult>();
            int before = from;
            tenant.runs().sideBySide(some, change -> Map.entry(change, asking.consider(change, free)), judged -> {
                considered.put(judged.getKey(), judged.getValue());
                done.accept(before + considered.size());
            });
            submission.recordRefusals(considered);
            considered.forEach(each);
        }
    }

    /** Those of them who have no open request. */
    private Set<UserId> free(List<ChangeRequest> changes) {
        Set<UserId> people = changes.stream()
                .flatMap(change -> change.intent().whom().stream())
                .collect(Collectors.toSet());
        people.removeAll(store.open(people));
        return people;
    }

    /**
     * Submits changes of one requester.
     *
     * @param undoes the batch they take back
     * @param meant a plan that is not is left out
     * @throws IllegalArgumentException when they are more than {@link #MOST}
     */
    public BatchSubmitted submit(List<ChangeRequest> changes, Optional<RequestId> undoes, Predicate<Plan> meant) {
        return submit(changes, new ChangesTogether(undoes, meant, List.of(), _ -> {}), _ -> {});
    }

    /** The same as it is said there how they belong together; {@code done} as of {@link #preview}. */
    public BatchSubmitted submit(List<ChangeRequest> changes, ChangesTogether how, IntConsumer done) {
        var results = new LinkedHashMap<ChangeRequest, SubmissionResult>();
        var ready = new LinkedHashMap<Subject, Sendable>();
        BiConsumer<ChangeRequest, SubmissionResult> sorting = (change, considered) -> {
            if (!(considered instanceof OnlyPlanned(PlanResult.SendablePlan sent))
                    || !how.meant().test(sent.plan())
                    || ready.putIfAbsent(sent.plan().subject(), Sendable.of(change, sent)) != null) {
                results.put(change, considered);
            }
        };
        AroundPeople policies = how.policies();
        consider(policies.before(), Ahead.NOTHING, _ -> {}, sorting);
        boolean may = results.values().stream().allMatch(SubmissionResult::isThere);
        if (may) {
            Ahead made = Ahead.of(plans(ready.values()));
            consider(changes, made, done, sorting);
            consider(policies.after(), made.moving(ready.keySet()), _ -> {}, sorting);
            may = !policies.whole() || results.isEmpty();
        }
        Optional<Batch> batch = may ? submitted(ready, how, results) : Optional.empty();
        Stream.of(policies.before(), changes, policies.after())
                .flatMap(List::stream)
                .forEach(change -> results.putLast(change, results.getOrDefault(change, AroundPeople.NOT_ALL)));
        return new BatchSubmitted(batch, results);
    }

    private Optional<Batch> submitted(
            Map<Subject, Sendable> ready, ChangesTogether how, Map<ChangeRequest, SubmissionResult> results) {
        for (int tries = 0; tries < TRIES && ready.size() > 1; tries++) {
            var approvers = new HashSet<>(roles.holdersOverAll(Role.APPROVER, ready.keySet()));
            approvers.removeAll(ready.keySet());
            ready.values().forEach(one -> approvers.remove(one.change().requester()));
            int needed = policy.quorum(BatchPlan.of(plans(ready.values())).risk());
            if (approvers.size() < needed
                    && (ready.size() > MOST_ALONE || !how.policies().isNothing())) {
                submission.tooFewApprovers(ready.values().iterator().next().change(), needed, approvers.size());
                ready.values()
                        .forEach(one -> results.put(
                                one.change(), new SubmissionResult.TooFewApprovers(needed, approvers.size())));
                return Optional.empty();
            }
            if (approvers.size() < needed) {
                break;
            }
            Optional<Batch> sent = transitions.open(() -> together(ready, approvers, how, results));
            if (sent.isPresent()) {
                return sent;
            }
        }
        if (ready.size() == 1 || how.policies().isNothing()) {
            ready.values()
                    .forEach(one -> results.put(
                            one.change(),
                            submission.sendIfDecidable(one.change(), one.asked(ready.size()), one.judged())));
        }
        return Optional.empty();
    }

    private static List<Plan> plans(Collection<Sendable> ready) {
        int people = BatchTurn.people(ready.stream().map(Sendable::plan));
        return ready.stream().map(one -> one.asked(people)).toList();
    }

    /** The batch and its members under the numbers they get, those left out who have an open request by now; empty when fewer than two are left. */
    private Optional<NewBatch> together(
            Map<Subject, Sendable> ready,
            Set<UserId> approvers,
            ChangesTogether how,
            Map<ChangeRequest, SubmissionResult> results) {
        RequestId id = store.next(1);
        boolean isWhole = true;
        for (Subject busy : store.open(ready.keySet())) {
            ChangeRequest change = Objects.requireNonNull(ready.remove(busy)).change();
            results.put(change, submission.consider(change, Set.of()));
            isWhole = false;
        }
        if (how.policies().whole() && !isWhole) {
            ready.clear();
        }
        if (ready.size() < 2) {
            return Optional.empty();
        }
        List<Sendable> all = List.copyOf(ready.values());
        List<Plan> plans = plans(all);
        BatchPlan plan = BatchPlan.of(plans);
        int quorum = policy.quorum(plan.risk());
        long first = store.next(all.size()).number();
        var members = new ArrayList<NewMember>();
        for (int at = 0; at < all.size(); at++) {
            Sendable one = all.get(at);
            var member = Request.Pending.of(submission
                    .terms(one.change(), plans.get(at), approvers, quorum, Optional.of(id))
                    .apply(new RequestId(first + at)));
            members.add(new NewMember(member, one.judged()));
            results.put(one.change(), new SubmissionResult.Sent(member));
        }
        RequestDetails like = members.getFirst().request().terms();
        var agreed =
                plan.of(members.stream().map(member -> member.request().terms().fingerprint()));
        List<LeftOut> leftOut = Stream.concat(RowReasons.leftOut(results), how.besides().stream())
                .toList();
        BatchTerms terms = BatchTerms.of(id, agreed, like, leftOut, how.undoes());
        how.stored().accept(terms);
        return Optional.of(new NewBatch(terms, members));
    }
}
