package dev.linekeeper.core.callerid;

import dev.linekeeper.core.callerid.CallPath.OwnNumberPath;
import dev.linekeeper.core.callerid.CallerId.CallerIdSource;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy.CallingLineIdentity;
import dev.linekeeper.core.tenant.Policy.Substitute;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people see of somebody who calls with a number of their own: their caller ID policy decides. */
record OwnCallerId(Person person, Tenant tenant) {

    CallerId of(OwnNumberPath path) {
        if (!path.routed()) {
            return CallerId.notAbleToCall(Confidence.LOW, Explanation.of("callerid.own.not-routed", path.number()));
        }
        return path.sharedToo()
                .map(policy -> with(
                        path.number(),
                        Confidence.MEDIUM,
                        List.of(Explanation.of("callerid.caveat.own-number-wins", policy))))
                .orElseGet(() -> with(path.number(), Confidence.HIGH, List.of()));
    }

    /** The caller ID of a call with {@code number}, which is the person's, under their caller ID policy. */
    CallerId with(PhoneNumber number, Confidence confidence, List<Explanation> caveats) {
        return CallerIdPresentation.policy(person.policy(PolicyKind.CALLING_LINE_IDENTITY), tenant)
                .fold(policy -> with(policy, number, confidence, caveats), CallerId::unread);
    }

    private CallerId with(
            CallingLineIdentity policy, PhoneNumber number, Confidence confidence, List<Explanation> before) {
        var caveats = new ArrayList<>(before);
        policy.userMayHide()
                .fold(
                        mayHide -> mayHide
                                ? Optional.of(Explanation.of("callerid.caveat.may-hide"))
                                : Optional.<Explanation>empty(),
                        _ -> Optional.of(Explanation.of("callerid.caveat.hiding-unread", policy.name())))
                .ifPresent(caveats::add);
        if (policy.substitute() == Substitute.SERVICE) {
            caveats.add(Explanation.of("callerid.caveat.service"));
        }
        var sent = new CallerIdPresentation(policy, tenant, confidence, caveats);
        return switch (policy.substitute()) {
            case ANONYMOUS -> sent.anonymous(Explanation.of("callerid.own.anonymous", policy.name()));
            case RESOURCE ->
                sent.substituted(found -> Explanation.of("callerid.own.substituted", policy.name(), found));
            case LINE_URI, SERVICE ->
                sent.number(
                        number,
                        CallerIdSource.OWN_NUMBER,
                        Explanation.of("callerid.own.number", number),
                        new CallRecipient.CallerThemselves());
        };
    }
}
