package dev.linekeeper.core.callerid;

import dev.linekeeper.core.readiness.Outcome;
import dev.linekeeper.core.readiness.PersonCase;
import dev.linekeeper.core.readiness.Report;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import java.util.Optional;
import java.util.function.Function;

/** Follows domain.md §5 from step 0 to step g. Each fact is asked for only where the answer depends on it. */
final class CallPathReader {
    private static final String CALLING_PLAN = "CallingPlan";

    private final Report<PersonCase> audit;
    private final Person person;
    private final Tenant tenant;

    CallPathReader(Report<PersonCase> audit) {
        this.audit = audit;
        this.person = audit.subject().person();
        this.tenant = audit.subject().tenant();
    }

    CallPath read() {
        return gate().orElseGet(() -> settled(person.primaryNumber()
                .flatMap(own -> own.map(this::withOwn).orElseGet(() -> usable().flatMap(this::shared)))));
    }

    /** The path a line with a policy of its own takes. */
    CallPath under(PolicyName policy) {
        return gate().orElseGet(
                        () -> settled(tenant.sharedCalling(policy).flatMap(found -> throughAccount(found, false))));
    }

    /** Why nothing can be said or nobody can call, before any number is looked at. */
    Optional<CallPath> gate() {
        return switch (audit.outcome("TEN-01")) {
            case FAIL -> Optional.of(new CallPath.OtherCloud(said("TEN-01")));
            case UNKNOWN -> Optional.of(new CallPath.Unreadable(said("TEN-01")));
            case PASS, WARN, MANUAL, INFO, NA -> voice();
        };
    }

    private Optional<CallPath> voice() {
        for (var rule : new String[] {"USR-05", "USR-03"}) {
            if (audit.outcome(rule) == Outcome.FAIL) {
                return Optional.of(new CallPath.Closed(said(rule)));
            }
        }
        for (var rule : new String[] {"USR-05", "USR-03"}) {
            if (audit.outcome(rule) == Outcome.UNKNOWN) {
                return Optional.of(new CallPath.Unreadable(said(rule)));
            }
        }
        return Optional.empty();
    }

    private Fact<CallPath> withOwn(PhoneNumber own) {
        return listed(own, entry -> {
            if (entry.type() != NumberType.DIRECT_ROUTING) {
                return own(own, entry.type(), true);
            }
            return usable().flatMap(usages -> {
                if (usages) {
                    return own(own, entry.type(), true);
                }
                return own.extension().isPresent()
                        ? shared(false)
                        : person.features()
                                .flatMap(features -> own(own, entry.type(), features.contains(CALLING_PLAN)));
            });
        });
    }

    private Fact<CallPath> own(PhoneNumber number, NumberType type, boolean routed) {
        return policyInForce()
                .map(policy -> new CallPath.Own(
                        number.base(),
                        type,
                        routed,
                        policy.filter(found -> found.resourceAccount().isPresent())
                                .map(Policy::name)));
    }

    private Fact<CallPath> shared(boolean contested) {
        return policyInForce().flatMap(policy -> throughAccount(policy, contested));
    }

    private Fact<CallPath> throughAccount(Optional<Policy.SharedCalling> policy, boolean contested) {
        return policy.flatMap(Policy.SharedCalling::resourceAccount)
                .map(id -> tenant.resourceAccount(id)
                        .flatMap(account -> account.map(found -> throughAccount(policy.orElseThrow(), found, contested))
                                .orElseGet(() -> closed("callerid.closed.no-account", policy.orElseThrow()))))
                .orElseGet(() -> tenant.policies(PolicyKind.SHARED_CALLING)
                        .map(_ -> new CallPath.Closed(Explanation.of("callerid.closed.no-policy"))));
    }

    private Fact<CallPath> throughAccount(Policy.SharedCalling policy, ResourceAccount account, boolean contested) {
        return account.number()
                .flatMap(number -> number.map(held -> listed(
                                held,
                                entry -> account.number()
                                        .map(_ -> new CallPath.Shared(policy, account, entry, contested))))
                        .orElseGet(() -> account.number()
                                .map(_ -> new CallPath.Closed(Explanation.of(
                                        "callerid.closed.no-number", policy.name(), account.displayName())))));
    }

    private Fact<CallPath> closed(String key, Policy policy) {
        return tenant.resourceAccounts().map(_ -> new CallPath.Closed(Explanation.of(key, policy.name())));
    }

    private Fact<Optional<Policy.SharedCalling>> policyInForce() {
        return person.policy(PolicyKind.SHARED_CALLING).map(Assignment::policy).flatMap(tenant::sharedCalling);
    }

    /** Whether the voice routing policy has a usage that exists: step b. */
    private Fact<Boolean> usable() {
        return person.policy(PolicyKind.VOICE_ROUTING)
                .map(Assignment::policy)
                .flatMap(name -> tenant.policy(PolicyKind.VOICE_ROUTING, name, Policy.VoiceRouting.class)
                        .flatMap(found -> found.map(this::usable)
                                .orElseGet(() -> Fact.missing(
                                        "voice routing policy %s is not among those read".formatted(name)))));
    }

    private Fact<Boolean> usable(Policy.VoiceRouting policy) {
        return tenant.pstnUsages().map(existing -> policy.usages().stream().anyMatch(existing::contains));
    }

    /** Goes on with a number the tenant lists; one it does not list is never said. */
    private Fact<CallPath> listed(PhoneNumber number, Function<TelephoneNumber, Fact<CallPath>> next) {
        return AccountNumbers.listed(number, tenant)
                .flatMap(found -> found.map(next)
                        .orElseGet(() -> tenant.numbers()
                                .map(_ -> new CallPath.Unreadable(Explanation.of("callerid.unreadable.not-listed")))));
    }

    private static CallPath settled(Fact<CallPath> path) {
        return path.fold(
                found -> found, why -> new CallPath.Unreadable(Explanation.of("callerid.unreadable.missing", why)));
    }

    private Explanation said(String rule) {
        return audit.finding(rule).explanation().orElseThrow();
    }
}
