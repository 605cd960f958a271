package dev.linekeeper.core.callerid;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people see when somebody calls them over the telephone network.
 *
 * @param number present exactly when the kind is {@link CallerIdKind#NUMBER}
 * @param callerName the name sent along, where the network carries it
 * @param source whose number it is, when there is one
 * @param caveats what else the reader should know, the gravest first
 * @param because the one sentence that gives the reason, or names what could not be read
 */
public record CallerId(
        CallerIdKind kind,
        Optional<PhoneNumber> number,
        Optional<String> callerName,
        Optional<CallerIdSource> source,
        Confidence confidence,
        List<Explanation> caveats,
        Explanation because,
        CallRecipient answering) {

    public enum CallerIdKind {
        NUMBER,
        ANONYMOUS,
        NOT_ABLE_TO_CALL,
        /** Something needed could not be read, or Microsoft does not say: we do not guess. */
        UNDETERMINED
    }

    public enum CallerIdSource {
        RESOURCE_ACCOUNT,
        OWN_NUMBER,
        CLID_RESOURCE,
        EMERGENCY_POOL
    }

    public CallerId {
        caveats = List.copyOf(caveats);
        if (number.isPresent() != (kind == CallerIdKind.NUMBER)) {
            throw new IllegalArgumentException("A caller ID has a number exactly when its kind is NUMBER: " + kind);
        }
    }

    /** The same caller ID with another confidence and more caveats. */
    CallerId withCaveats(Confidence lesser, List<Explanation> more) {
        var all = new ArrayList<>(caveats);
        all.addAll(more);
        return new CallerId(kind, number, callerName, source, lesser, all, because, answering);
    }

    static CallerId undetermined(Explanation because) {
        return without(CallerIdKind.UNDETERMINED, Confidence.LOW, because);
    }

    /** Something the answer needs could not be read: {@code why}. */
    static CallerId unread(String why) {
        return undetermined(Explanation.of("callerid.unreadable.missing", why));
    }

    static CallerId notAbleToCall(Confidence confidence, Explanation because) {
        return without(CallerIdKind.NOT_ABLE_TO_CALL, confidence, because);
    }

    private static CallerId without(CallerIdKind kind, Confidence confidence, Explanation because) {
        return new CallerId(
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                confidence,
                List.of(),
                because,
                new CallRecipient.UnknownRecipient());
    }
}
