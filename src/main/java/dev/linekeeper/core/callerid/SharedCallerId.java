package dev.linekeeper.core.callerid;

import dev.linekeeper.core.callerid.CallPath.SharedCallingPath;
import dev.linekeeper.core.callerid.CallerId.CallerIdKind;
import dev.linekeeper.core.callerid.CallerId.CallerIdSource;
import dev.linekeeper.core.readiness.AccountRules;
import dev.linekeeper.core.readiness.RoutingRules;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.CallingLineIdentity;
import dev.linekeeper.core.tenant.Policy.Substitute;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people see of somebody who calls through Shared Calling. The account's caller ID policy decides and the person's does
 * not, which Microsoft says of calling on behalf of others in general
 * (<a href="https://learn.microsoft.com/microsoftteams/caller-id-policies">caller ID policies</a>).
 */
final class SharedCallerId {
    private final Report<PersonCase> audit;
    private final Tenant tenant;

    SharedCallerId(Report<PersonCase> audit) {
        this.audit = audit;
        this.tenant = audit.subject().tenant();
    }

    CallerId of(SharedCallingPath path) {
        if (path.contested()) {
            return CallerId.undetermined(Explanation.of(
                    "callerid.unreadable.contested", path.policy().name()));
        }
        var unread = callsMayFail(Outcome.UNKNOWN).findFirst();
        if (unread.isPresent()) {
            return CallerId.undetermined(audit.because(unread.get()));
        }
        var answer = byPolicies(path);
        if (answer.kind() == CallerIdKind.UNDETERMINED) {
            return answer;
        }
        var doubts = callsMayFail(Outcome.FAIL)
                .flatMap(rule -> Stream.of(
                        Explanation.of(
                                "callerid.caveat.calls-may-fail", rule.id().value()),
                        audit.because(rule)))
                .toList();
        var doubted = doubts.isEmpty() ? answer : answer.withCaveats(Confidence.LOW, doubts);
        return audit.outcome(AccountRules.NUMBER) == Outcome.UNKNOWN
                ? doubted.withCaveats(Confidence.LOW, List.of(audit.because(AccountRules.NUMBER)))
                : doubted;
    }

    /** The caller ID by the policies, whether or not the call gets through. */
    CallerId byPolicies(SharedCallingPath path) {
        var persons = audit.subject().person().policy(PolicyKind.CALLING_LINE_IDENTITY);
        return CallerIdPresentation.policy(path.account().policy(PolicyKind.CALLING_LINE_IDENTITY), tenant)
                .flatMap(accounts -> CallerIdPresentation.policy(persons, tenant)
                        .map(own -> withPersonCaveats(presented(path, accounts), own, path)))
                .fold(answer -> answer, CallerId::unread);
    }

    private Stream<Rule<AccountCase>> callsMayFail(Outcome outcome) {
        return RoutingRules.CALLS_MAY_FAIL.stream().filter(rule -> audit.outcome(rule) == outcome);
    }

    private CallerId presented(SharedCallingPath path, CallingLineIdentity policy) {
        var account = path.account().displayName();
        var own = ownPolicy(policy);
        var sent = new CallerIdPresentation(own, tenant, Confidence.MEDIUM, List.of());
        return switch (own.substitute()) {
            case ANONYMOUS -> sent.anonymous(Explanation.of("callerid.shared.anonymous", account, own.name()));
            case RESOURCE ->
                sent.substituted(number -> Explanation.of("callerid.shared.substituted", account, own.name(), number));
            case LINE_URI, SERVICE -> {
                var number = path.number().number().base();
                var confidence = own.companyName().isPresent() ? Confidence.MEDIUM : Confidence.HIGH;
                yield new CallerIdPresentation(own, tenant, confidence, List.of())
                        .number(
                                number,
                                CallerIdSource.RESOURCE_ACCOUNT,
                                Explanation.of(
                                        "callerid.shared.number",
                                        number,
                                        account,
                                        path.policy().name()),
                                CallRecipients.of(path.account(), tenant));
            }
        };
    }

    /** The tenant's Global policy is not the account's own: what it says of everybody's lines does not hide a shared number. */
    private static CallingLineIdentity ownPolicy(CallingLineIdentity policy) {
        return policy.name().isGlobal()
                ? new CallingLineIdentity(
                        policy.name(),
                        Substitute.LINE_URI,
                        Optional.empty(),
                        policy.userMayHide().map(_ -> false),
                        policy.blocksIncomingCallerId(),
                        Optional.empty())
                : policy;
    }

    private CallerId withPersonCaveats(CallerId answer, CallingLineIdentity persons, SharedCallingPath path) {
        if (answer.kind() == CallerIdKind.UNDETERMINED) {
            return answer;
        }
        var caveats = new ArrayList<Explanation>();
        if (persons.substitute() == Substitute.ANONYMOUS
                || persons.userMayHide().known().orElse(false)) {
            caveats.add(Explanation.of("callerid.caveat.hiding-not-guaranteed", persons.name()));
        } else if (persons.userMayHide().known().isEmpty()) {
            caveats.add(Explanation.of("callerid.caveat.hiding-unread", persons.name()));
        }
        switch (persons.substitute()) {
            case SERVICE -> caveats.add(Explanation.of("callerid.caveat.service"));
            case RESOURCE ->
                persons.resourceAccount()
                        .filter(account -> !account.equals(path.account().id()))
                        .ifPresent(account -> caveats.add(otherAccount(account, persons)));
            case LINE_URI, ANONYMOUS -> {}
        }
        var confidence = caveats.isEmpty() ? Confidence.HIGH : Confidence.MEDIUM;
        persons.companyName()
                .filter(_ -> answer.callerName().isEmpty())
                .ifPresent(name -> caveats.add(Explanation.of("callerid.caveat.name-from-account", name)));
        return answer.withCaveats(answer.confidence().atMost(confidence), caveats);
    }

    private Explanation otherAccount(UserId account, CallingLineIdentity persons) {
        return Fact.present(AccountNumbers.of(account, tenant))
                .map(number -> Explanation.of("callerid.caveat.other-account", persons.name(), number))
                .orElseGet(() -> Explanation.of("callerid.caveat.other-account-unknown", persons.name()));
    }
}
