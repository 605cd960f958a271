package dev.linekeeper.core.callerid;

import dev.linekeeper.core.callerid.CallPath.NoPath;
import dev.linekeeper.core.callerid.CallPath.OwnNumberPath;
import dev.linekeeper.core.callerid.CallPath.SharedCallingPath;
import dev.linekeeper.core.callerid.CallPath.UndeterminedPath;
import dev.linekeeper.core.readiness.LicenceRules;
import dev.linekeeper.core.readiness.TenantRules;
import dev.linekeeper.core.readiness.UserRules;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Follows a call from step 0 to step g of Caller ID in src/docs/shared-calling.md: is the cloud a public one, may the
 * person call, do they have a number of their own, does their voice routing policy have usages, which Shared Calling
 * policy applies, which account does it name, which number has that. Each fact is asked for only where the answer
 * depends on it.
 */
final class CallPathReader {
    private static final String CALLING_PLAN = "CallingPlan";

    /** The rules without which a person cannot call. */
    private static final List<Rule<PersonCase>> MAY_CALL = List.of(UserRules.VOICE_ON, LicenceRules.TEAMS_PHONE);

    private final Report<PersonCase> audit;
    private final Person person;
    private final Tenant tenant;

    CallPathReader(Report<PersonCase> audit) {
        this.audit = audit;
        this.person = audit.subject().person();
        this.tenant = audit.subject().tenant();
    }

    CallPath read() {
        return blocked()
                .orElseGet(() -> whenKnown(
                        person.primaryNumber(),
                        own -> own.filter(number -> !CallPath.isOfAnAccount(number, tenant))
                                .map(this::ownNumber)
                                .orElseGet(() -> whenKnown(CallPath.hasUsages(person, tenant), this::shared))));
    }

    /** The path a line with a policy of its own takes. */
    CallPath underPolicy(PolicyName policy) {
        return blocked()
                .orElseGet(() -> whenKnown(tenant.sharedCalling(policy), found -> throughAccount(found, false)));
    }

    /** Why the path is undetermined or the person cannot call, before any number is read. */
    Optional<CallPath> blocked() {
        return switch (audit.outcome(TenantRules.PUBLIC_CLOUD)) {
            case FAIL, UNKNOWN -> Optional.of(new UndeterminedPath(audit.because(TenantRules.PUBLIC_CLOUD)));
            case PASS, WARN, MANUAL, INFO, NA ->
                mayCall(Outcome.FAIL)
                        .<CallPath>map(NoPath::new)
                        .or(() -> mayCall(Outcome.UNKNOWN).map(UndeterminedPath::new));
        };
    }

    private Optional<Explanation> mayCall(Outcome outcome) {
        return MAY_CALL.stream()
                .filter(rule -> audit.outcome(rule) == outcome)
                .findFirst()
                .map(audit::because);
    }

    private CallPath ownNumber(PhoneNumber own) {
        return listed(own, entry -> {
            if (entry.type() != NumberType.DIRECT_ROUTING) {
                return own(own, entry.type(), true);
            }
            return whenKnown(CallPath.hasUsages(person, tenant), usages -> {
                if (usages) {
                    return own(own, entry.type(), true);
                }
                return own.extension().isPresent()
                        ? shared(false)
                        : whenKnown(person.features(), all -> own(own, entry.type(), all.contains(CALLING_PLAN)));
            });
        });
    }

    private CallPath own(PhoneNumber number, NumberType type, boolean routed) {
        return whenKnown(
                policyInForce(),
                policy -> new OwnNumberPath(
                        number.base(),
                        type,
                        routed,
                        policy.filter(found -> found.resourceAccount().isPresent())
                                .map(Policy::name)));
    }

    private CallPath shared(boolean contested) {
        return whenKnown(policyInForce(), policy -> throughAccount(policy, contested));
    }

    private CallPath throughAccount(Optional<Policy.SharedCalling> policy, boolean contested) {
        return policy.flatMap(found -> found.resourceAccount().map(id -> throughAccount(found, id, contested)))
                .orElseGet(() -> noPath("callerid.closed.no-policy"));
    }

    private CallPath throughAccount(Policy.SharedCalling policy, UserId id, boolean contested) {
        return whenKnown(
                tenant.resourceAccount(id),
                found -> found.map(account -> withNumber(policy, account, contested))
                        .orElseGet(() -> noPath("callerid.closed.no-account", policy.name())));
    }

    private CallPath withNumber(Policy.SharedCalling policy, ResourceAccount account, boolean contested) {
        return whenKnown(
                account.number(),
                number -> number.map(
                                held -> listed(held, entry -> new SharedCallingPath(policy, account, entry, contested)))
                        .orElseGet(() -> noPath("callerid.closed.no-number", policy.name(), account.displayName())));
    }

    private Fact<Optional<Policy.SharedCalling>> policyInForce() {
        return person.policy(PolicyKind.SHARED_CALLING).map(Assignment::policy).flatMap(tenant::sharedCalling);
    }

    /** Continues with a number the inventory lists; undetermined for any other number. */
    private CallPath listed(PhoneNumber number, Function<TelephoneNumber, CallPath> next) {
        return whenKnown(
                AccountNumbers.listed(number, tenant),
                found -> found.map(next)
                        .orElseGet(() -> new UndeterminedPath(Explanation.of("callerid.unreadable.not-listed"))));
    }

    private static CallPath noPath(String key, Object... arguments) {
        return new NoPath(Explanation.of(key, arguments));
    }

    private static <T> CallPath whenKnown(Fact<T> fact, Function<? super T, CallPath> next) {
        return fact.fold(next, why -> new UndeterminedPath(Explanation.of("callerid.unreadable.missing", why)));
    }
}
