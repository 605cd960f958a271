package dev.linekeeper.core.callerid;

import dev.linekeeper.core.callerid.CallerId.Kind;
import dev.linekeeper.core.callerid.CallerId.Source;
import dev.linekeeper.core.readiness.Outcome;
import dev.linekeeper.core.readiness.PersonCase;
import dev.linekeeper.core.readiness.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people see of somebody who calls through Shared Calling: steps f, h and i of domain.md §5. The account's caller ID
 * policy decides and the person's does not, which Microsoft says of calling on behalf of others in general
 * (<a href="https://learn.microsoft.com/microsoftteams/caller-id-policies">caller ID policies</a>).
 */
final class SharedCallerId {
    /** Rules whose failure leaves the number as it is and the call in doubt. */
    private static final List<String> CALLS_MAY_FAIL = List.of("RES-08", "RES-12", "RES-14", "RES-15");

    private final Report<PersonCase> audit;
    private final Tenant tenant;

    SharedCallerId(Report<PersonCase> audit) {
        this.audit = audit;
        this.tenant = audit.subject().tenant();
    }

    CallerId of(CallPath.Shared path) {
        if (path.contested()) {
            return CallerId.undetermined(Explanation.of(
                    "callerid.unreadable.contested", path.policy().name()));
        }
        for (var rule : CALLS_MAY_FAIL) {
            if (audit.outcome(rule) == Outcome.UNKNOWN) {
                return CallerId.undetermined(audit.finding(rule).explanation().orElseThrow());
            }
        }
        var answer = whatever(path);
        return CALLS_MAY_FAIL.stream()
                .filter(rule -> audit.outcome(rule) == Outcome.FAIL)
                .reduce(answer, this::doubted, (first, _) -> first);
    }

    /** The answer as the caller ID policies have it, whether or not the call gets through. */
    CallerId whatever(CallPath.Shared path) {
        var person = audit.subject().person();
        return Identity.of(path.account().policy(PolicyKind.CALLING_LINE_IDENTITY), tenant)
                .flatMap(accounts -> Identity.of(person.policy(PolicyKind.CALLING_LINE_IDENTITY), tenant)
                        .map(persons -> caveated(presented(path, accounts), persons, path)))
                .fold(
                        answer -> answer,
                        why -> CallerId.undetermined(Explanation.of("callerid.unreadable.missing", why)));
    }

    private CallerId presented(CallPath.Shared path, Policy.CallingLineIdentity identity) {
        return switch (identity.substitute()) {
            case ANONYMOUS ->
                new CallerId(
                        Kind.ANONYMOUS,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Confidence.MEDIUM,
                        List.of(),
                        Explanation.of(
                                "callerid.shared.anonymous", path.account().displayName(), identity.name()),
                        new Answering.Nobody());
            case RESOURCE -> substituted(path, identity);
            case LINE_URI, SERVICE ->
                number(
                        path.number().number(),
                        identity,
                        Source.RESOURCE_ACCOUNT,
                        identity.companyName().isPresent() ? Confidence.MEDIUM : Confidence.HIGH,
                        Explanation.of(
                                "callerid.shared.number",
                                path.number().number(),
                                path.account().displayName(),
                                path.policy().name()),
                        Answers.of(path.account(), tenant));
        };
    }

    private CallerId substituted(CallPath.Shared path, Policy.CallingLineIdentity identity) {
        return identity.resourceAccount()
                .map(account -> AccountNumbers.of(account, tenant)
                        .fold(
                                found -> found.map(number -> number(
                                                number,
                                                identity,
                                                Source.CLID_RESOURCE,
                                                Confidence.MEDIUM,
                                                Explanation.of(
                                                        "callerid.shared.substituted",
                                                        path.account().displayName(),
                                                        identity.name(),
                                                        number),
                                                Answers.of(account, tenant)))
                                        .orElseGet(() -> noSubstitute(identity)),
                                why -> CallerId.undetermined(Explanation.of("callerid.unreadable.missing", why))))
                .orElseGet(() -> noSubstitute(identity));
    }

    private static CallerId noSubstitute(Policy.CallingLineIdentity identity) {
        return CallerId.undetermined(Explanation.of("callerid.unreadable.no-substitute", identity.name()));
    }

    private static CallerId number(
            PhoneNumber number,
            Policy.CallingLineIdentity identity,
            Source source,
            Confidence confidence,
            Explanation because,
            Answering answering) {
        var caveats = identity.companyName()
                .map(name -> List.of(Explanation.of("callerid.caveat.name-may-be-dropped", name)))
                .orElse(List.of());
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

    private CallerId caveated(CallerId answer, Policy.CallingLineIdentity persons, CallPath.Shared path) {
        if (answer.kind() == Kind.UNDETERMINED) {
            return answer;
        }
        var caveats = new ArrayList<Explanation>();
        if (persons.substitute() == Policy.Substitute.ANONYMOUS || persons.userMayHide()) {
            caveats.add(Explanation.of("callerid.caveat.hiding-not-guaranteed", persons.name()));
        }
        switch (persons.substitute()) {
            case SERVICE -> caveats.add(Explanation.of("callerid.caveat.service"));
            case RESOURCE ->
                persons.resourceAccount()
                        .filter(account -> !account.equals(path.account().id()))
                        .ifPresent(account -> caveats.add(otherAccount(account, persons)));
            case LINE_URI, ANONYMOUS -> {}
        }
        var sure = caveats.isEmpty() ? Confidence.HIGH : Confidence.MEDIUM;
        persons.companyName()
                .filter(_ -> answer.callerName().isEmpty())
                .ifPresent(name -> caveats.add(Explanation.of("callerid.caveat.name-from-account", name)));
        return answer.but(answer.confidence().atMost(sure), caveats);
    }

    private Explanation otherAccount(UserId account, Policy.CallingLineIdentity persons) {
        return AccountNumbers.of(account, tenant)
                .known()
                .flatMap(found -> found)
                .map(number -> Explanation.of("callerid.caveat.other-account", persons.name(), number))
                .orElseGet(() -> Explanation.of("callerid.caveat.other-account-unknown", persons.name()));
    }

    private CallerId doubted(CallerId answer, String rule) {
        return answer.kind() == Kind.UNDETERMINED
                ? answer
                : answer.but(
                        Confidence.LOW,
                        List.of(
                                Explanation.of("callerid.caveat.calls-may-fail", rule),
                                audit.finding(rule).explanation().orElseThrow()));
    }
}
