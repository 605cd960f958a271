package dev.linekeeper.core.emergency;

import dev.linekeeper.core.callerid.Confidence;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.util.List;

/**
 * The number an emergency call shows and where a call to it ends, as the configuration has it.
 *
 * @param numbers those it may show, in the order in which they are taken; with several nobody can read which one is next
 * @param caveats what else the reader should know, the gravest first
 * @param because the one sentence that gives the reason, or names what could not be read
 */
public record EmergencyCallerId(
        EmergencyCallerIdKind kind,
        List<PhoneNumber> numbers,
        Callback callback,
        Confidence confidence,
        List<Explanation> caveats,
        Explanation because) {

    public enum EmergencyCallerIdKind {
        OWN_NUMBER,
        /** The one callback number of the policy. */
        CALLBACK_NUMBER,
        /** One of several callback numbers of the policy. */
        CALLBACK_POOL,
        /** The policy has no callback numbers, so the account's number is shown. */
        RESOURCE_ACCOUNT_NUMBER,
        /** Microsoft does not support what is configured. */
        UNSUPPORTED,
        /** No emergency call routing policy with numbers reaches the person. */
        NOT_ENABLED,
        NOT_ABLE_TO_CALL,
        UNDETERMINED
    }

    /** Where a call to the shown number ends within the 60 minutes after an emergency call. */
    public enum Callback {
        PERSON,
        /** The account's auto attendant or call queue: not the person. */
        AUTO_ATTENDANT,
        /** What is configured is not supported, so nothing can be said. */
        UNSUPPORTED,
        NONE
    }

    public EmergencyCallerId {
        numbers = List.copyOf(numbers);
        caveats = List.copyOf(caveats);
    }

    /**
     * What an emergency call of the person shows.
     *
     * @param audit a report in audit mode
     */
    public static EmergencyCallerId of(Report<PersonCase> audit) {
        return new EmergencyCallerIdReader(audit).read();
    }
}
