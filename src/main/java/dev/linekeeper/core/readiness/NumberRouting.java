package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.UserRules.name;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.warn;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Change;
import java.util.Optional;

/** The way of calls with a number of one's own: out of Shared Calling, and over Direct Routing where the number is of that type. */
final class NumberRouting {
    private NumberRouting() {}

    /** Whether calls with a Direct Routing number get out by the voice routing policy that applies. */
    static Verdict judge(PersonCase c) {
        return when(
                c.person().policy(PolicyKind.VOICE_ROUTING).map(Assignment::policy),
                policy -> when(routed(c, policy), found -> found ? pass() : fail("NUM-07.none", name(c), policy)));
    }

    /** The policy of the settings for the country is granted; without one the direct grant goes, where what lies beneath it has a route. */
    static Optional<Fact<Change>> change(PersonCase c) {
        return Fact.unlessAbsent(Fact.flatMapPresent(
                        named(c),
                        policy -> routed(c, policy)
                                .map(found -> Optional.<Change>of(new Change.GrantPolicy(
                                                c.person().id(), PolicyKind.VOICE_ROUTING, policy))
                                        .filter(_ -> found))))
                .or(() -> uncovered(c));
    }

    private static Fact<Optional<PolicyName>> named(PersonCase c) {
        return Fact.flatMapPresent(c.number(), number -> c.tenantCase().country(number))
                .map(country -> country.flatMap(in ->
                        Optional.ofNullable(c.settings().voiceRoutingPolicies().get(in))));
    }

    private static Optional<Fact<Change>> uncovered(PersonCase c) {
        return c.person()
                .policy(PolicyKind.VOICE_ROUTING)
                .known()
                .flatMap(now -> now instanceof Assignment.Direct(_, var beneath)
                        ? Fact.unlessAbsent(beneath.flatMap(next -> routed(c, next.policy()))
                                .map(found -> revoked(c, PolicyKind.VOICE_ROUTING, found)))
                        : Optional.empty());
    }

    /** Teams wants no number for people of Shared Calling; what a group or Global grants is not taken from one person. */
    static Verdict notShared(PersonCase c) {
        return when(
                c.person().policy(PolicyKind.SHARED_CALLING),
                now -> when(c.tenant().sharedCalling(now.policy()), found -> {
                    if (found.flatMap(Policy.SharedCalling::resourceAccount).isEmpty()) {
                        return pass();
                    }
                    return now instanceof Assignment.Direct
                            ? fail("NUM-08.direct", name(c), now.policy())
                            : warn("NUM-08.inherited", name(c), now.policy());
                }));
    }

    static Optional<Fact<Change>> outOfSharedCalling(PersonCase c) {
        return Fact.unlessAbsent(c.person()
                .policy(PolicyKind.SHARED_CALLING)
                .map(now -> revoked(c, PolicyKind.SHARED_CALLING, now instanceof Assignment.Direct)));
    }

    private static Optional<Change> revoked(PersonCase c, PolicyKind kind, boolean wanted) {
        return Optional.<Change>of(new Change.RevokePolicy(c.person().id(), kind))
                .filter(_ -> wanted);
    }

    private static Fact<Boolean> routed(PersonCase c, PolicyName policy) {
        var routing = c.tenantCase().routing();
        return c.tenantCase()
                .content(policy, Policy.VoiceRouting.class)
                .flatMap(found -> routing.existing(found.usages()))
                .flatMap(usages -> routing.routesFor(usages, _ -> true))
                .map(routes -> !routes.isEmpty());
    }
}
