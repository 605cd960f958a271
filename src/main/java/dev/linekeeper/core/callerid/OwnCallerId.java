package dev.linekeeper.core.callerid;

import dev.linekeeper.core.callerid.CallerId.Kind;
import dev.linekeeper.core.callerid.CallerId.Source;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people see of somebody who calls with a number of their own: step d of domain.md §5. */
final class OwnCallerId {
    private final Person person;
    private final Tenant tenant;

    OwnCallerId(Person person, Tenant tenant) {
        this.person = person;
        this.tenant = tenant;
    }

    CallerId of(CallPath.Own path) {
        if (!path.routed()) {
            return CallerId.notAbleToCall(Confidence.LOW, Explanation.of("callerid.own.not-routed", path.number()));
        }
        var caveats = new ArrayList<Explanation>();
        path.sharedToo().ifPresent(policy -> caveats.add(Explanation.of("callerid.caveat.own-number-wins", policy)));
        return with(path.number(), path.sharedToo().isPresent() ? Confidence.MEDIUM : Confidence.HIGH, caveats);
    }

    /** The caller ID of a call with {@code number}, which is the person's, under their caller ID policy. */
    CallerId with(PhoneNumber number, Confidence confidence, List<Explanation> caveats) {
        return Identity.of(person.policy(PolicyKind.CALLING_LINE_IDENTITY), tenant)
                .fold(
                        identity -> with(identity, number, confidence, caveats),
                        why -> CallerId.undetermined(Explanation.of("callerid.unreadable.missing", why)));
    }

    private CallerId with(
            Policy.CallingLineIdentity identity, PhoneNumber number, Confidence confidence, List<Explanation> before) {
        var caveats = new ArrayList<>(before);
        if (identity.userMayHide()) {
            caveats.add(Explanation.of("callerid.caveat.may-hide"));
        }
        return switch (identity.substitute()) {
            case ANONYMOUS ->
                new CallerId(
                        Kind.ANONYMOUS,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        confidence,
                        caveats,
                        Explanation.of("callerid.own.anonymous", identity.name()),
                        new Answering.Nobody());
            case RESOURCE ->
                identity.resourceAccount()
                        .map(account -> substituted(identity, account, confidence, caveats))
                        .orElseGet(() -> CallerId.undetermined(
                                Explanation.of("callerid.unreadable.no-substitute", identity.name())));
            case LINE_URI, SERVICE -> own(identity, number, confidence, caveats);
        };
    }

    private static CallerId own(
            Policy.CallingLineIdentity identity, PhoneNumber number, Confidence confidence, List<Explanation> caveats) {
        if (identity.substitute() == Policy.Substitute.SERVICE) {
            caveats.add(Explanation.of("callerid.caveat.service"));
        }
        return number(number, identity, Source.OWN_NUMBER, confidence, caveats, new Answering.ThePerson());
    }

    private CallerId substituted(
            Policy.CallingLineIdentity identity, UserId account, Confidence confidence, List<Explanation> caveats) {
        return AccountNumbers.of(account, tenant)
                .fold(
                        found -> found.map(number -> number(
                                        number,
                                        identity,
                                        Source.CLID_RESOURCE,
                                        confidence,
                                        caveats,
                                        Answers.of(account, tenant)))
                                .orElseGet(() -> CallerId.undetermined(
                                        Explanation.of("callerid.unreadable.no-substitute", identity.name()))),
                        why -> CallerId.undetermined(Explanation.of("callerid.unreadable.missing", why)));
    }

    private static CallerId number(
            PhoneNumber number,
            Policy.CallingLineIdentity identity,
            Source source,
            Confidence confidence,
            List<Explanation> caveats,
            Answering answering) {
        identity.companyName()
                .ifPresent(name -> caveats.add(Explanation.of("callerid.caveat.name-may-be-dropped", name)));
        var because = source == Source.OWN_NUMBER
                ? Explanation.of("callerid.own.number", number)
                : Explanation.of("callerid.own.substituted", identity.name(), number);
        return new CallerId(
                Kind.NUMBER,
                Optional.of(number),
                identity.companyName(),
                Optional.of(source),
                confidence,
                caveats,
                because,
                answering);
    }
}
