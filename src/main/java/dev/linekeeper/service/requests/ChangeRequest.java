package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.request.BatchTerms;
import dev.linekeeper.core.request.LeftOut;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A change that a requester asks for.
 *
 * @param reason in the requester's words, as {@link #shortened}; may be empty
 * @param schedule from when and until when; empty for at once and for good
 */
public record ChangeRequest(UserId requester, Intent intent, String reason, Optional<Schedule> schedule) {
    /** In characters. */
    public static final int LONGEST_REASON = 1000;

    /** At once and for good. */
    public ChangeRequest(UserId requester, Intent intent, String reason) {
        this(requester, intent, reason, Optional.empty());
    }

    /** Whether Linekeeper itself asks; nobody can speak as it. */
    boolean isOwn() {
        return requester.equals(UserId.LINEKEEPER);
    }

    /** Everybody may ask for Shared Calling for themselves; for others, and to take it away, it takes a role. */
    Set<Role> needed() {
        return switch (intent) {
            case Intent.EnrolPerson _, Intent.KeepPerson _ ->
                intent.whom().filter(requester::equals).isPresent()
                        ? EnumSet.of(Role.USER)
                        : EnumSet.of(Role.ADMIN, Role.HELPDESK);
            case Intent.RemovePerson _,
                    Intent.RestorePerson _,
                    Intent.GiveNumber _,
                    Intent.ReleaseLine _,
                    Intent.EditPolicy _,
                    Intent.PutRight _,
                    Intent.EditGroup _,
                    Intent.UndoOf _ -> EnumSet.of(Role.ADMIN);
        };
    }

    /** The plan as it is asked for. */
    Plan asked(Plan plan, int people) {
        return asked(plan, people, schedule);
    }

    /** A plan as it is asked for with so many people and for those days. */
    public static Plan asked(Plan plan, int people, Optional<Schedule> schedule) {
        Plan sized = plan.forBatch(people);
        return schedule.flatMap(Schedule::end).isPresent() ? sized.temporary() : sized;
    }

    /** A change that would be sent. */
    record Sendable(ChangeRequest change, Plan plan, Map<String, String> judged) {
        static Sendable of(ChangeRequest change, PlanResult.SendablePlan sent) {
            return new Sendable(change, sent.plan(), RequestAudit.judged(sent.report()));
        }

        Plan asked(int people) {
            return change.asked(plan, people);
        }
    }

    /**
     * How changes for many people belong together.
     *
     * @param undoes the batch they take back
     * @param meant a plan that is not is left out
     * @param besides others who were named with them and are none of them
     * @param stored called with the terms of the batch in the transaction that stores it, which what it throws gives up
     * @param policies what is done to policies before and after the people
     */
    public record ChangesTogether(
            Optional<RequestId> undoes,
            Predicate<Plan> meant,
            List<LeftOut> besides,
            Consumer<BatchTerms> stored,
            AroundPeople policies) {
        public ChangesTogether {
            besides = List.copyOf(besides);
        }

        /** Of people alone. */
        public ChangesTogether(
                Optional<RequestId> undoes, Predicate<Plan> meant, List<LeftOut> besides, Consumer<BatchTerms> stored) {
            this(undoes, meant, besides, stored, AroundPeople.NOTHING);
        }
    }

    /**
     * Changes of policies, each planned as if all that comes before it were done. Without the first of them nothing is sent.
     *
     * @param before policies that are made for the people
     * @param after policies that are removed once the people have another one
     * @param whole whether nothing is sent where one of all changes cannot be
     */
    public record AroundPeople(List<ChangeRequest> before, List<ChangeRequest> after, boolean whole) {
        public static final AroundPeople NOTHING = new AroundPeople(List.of(), List.of(), false);

        /** Of a change that could have been sent, and was not as others with it could not be. */
        public static final SubmissionResult NOT_ALL = new SubmissionResult.OnlyPlanned(
                new PlanResult.NoAnswer("It was not asked for, as others with it could not be"));

        public AroundPeople {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        boolean isNothing() {
            return before.isEmpty() && after.isEmpty();
        }
    }

    public ChangeRequest {
        reason = shortened(reason);
    }

    /** A reason as it is stored: without spaces around it, cut after {@link #LONGEST_REASON} characters. */
    public static String shortened(String reason) {
        String text = reason.strip();
        if (text.length() <= LONGEST_REASON) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(LONGEST_REASON - 1));
        return text.substring(0, halved ? LONGEST_REASON - 1 : LONGEST_REASON);
    }
}
