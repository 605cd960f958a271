package dev.linekeeper.core.emergency;

import dev.linekeeper.core.callerid.CallPath;
import dev.linekeeper.core.callerid.CallPath.NoPath;
import dev.linekeeper.core.callerid.CallPath.OwnNumberPath;
import dev.linekeeper.core.callerid.CallPath.SharedCallingPath;
import dev.linekeeper.core.callerid.CallPath.UndeterminedPath;
import dev.linekeeper.core.readiness.EmergencyDigitRules;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Topic;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the emergency settings of one person together. */
final class EmergencyViewReader {
    private final Report<PersonCase> audit;
    private final Person person;
    private final Tenant tenant;

    EmergencyViewReader(Report<PersonCase> audit) {
        this.audit = audit;
        this.person = audit.subject().person();
        this.tenant = audit.subject().tenant();
    }

    EmergencyView read() {
        var routing = routing(audit.subject());
        var callerId = EmergencyCallerId.of(audit);
        var verdict = new PersonVerdictReader(audit, callerId).read();
        return new EmergencyView(
                person.id(),
                verdict,
                callerId,
                EmergencyRoutes.of(CallPath.of(audit), audit.subject()),
                sharedNumber(),
                routing,
                notice(),
                sites(tenant),
                List.of(LocationSource.values()),
                audit.about(Topic.EMERGENCY),
                limits(routing, verdict),
                realTestCall(),
                asOf());
    }

    static Fact<Entries<SiteOverride>> sites(Tenant tenant) {
        return tenant.networkSites()
                .map(sites -> new Entries<>(
                        sites.stream()
                                .flatMap(site -> SiteOverride.of(site).stream())
                                .toList(),
                        sites.unread()));
    }

    private Fact<Optional<SharedNumber>> sharedNumber() {
        return switch (CallPath.of(audit)) {
            case SharedCallingPath(_, var account, var number, _) ->
                account.number()
                        .map(_ -> Optional.of(SharedNumber.of(
                                account, number, tenant, audit.subject().settings())));
            case OwnNumberPath _, NoPath _ -> tenant.numbers().map(_ -> Optional.empty());
            case UndeterminedPath _ -> Fact.missing("the number the person calls with could not be told");
        };
    }

    static Fact<Optional<EmergencyNumbers>> routing(PersonCase subject) {
        return subject.person()
                .policy(PolicyKind.EMERGENCY_CALL_ROUTING)
                .flatMap(from -> subject.tenant()
                        .policy(from.policy(), Policy.EmergencyCallRouting.class)
                        .map(found -> found.filter(policy -> !policy.numbers().isEmpty())
                                .map(policy -> EmergencyNumbers.of(policy, from))));
    }

    private Fact<Optional<EmergencyNotification>> notice() {
        return person.policy(PolicyKind.EMERGENCY_CALLING)
                .flatMap(from -> tenant.policy(from.policy(), Policy.EmergencyCalling.class))
                .map(found -> found.map(EmergencyNotification::of));
    }

    /** Where calls do not get out, a test call is not advised: it would not either. */
    private List<Explanation> limits(Fact<Optional<EmergencyNumbers>> routing, EmergencyVerdict verdict) {
        var limits = new ArrayList<Explanation>();
        limits.add(limit("configuration-only"));
        limits.add(limit("check-location"));
        limits.add(!verdict.level().stopsCalls() && testCall(routing) ? limit("test-933") : limit("no-test"));
        realTestCall().ifPresent(limits::add);
        var american = Fact.present(person.entry().usageLocation()).equals(Optional.of(Country.UNITED_STATES));
        limits.add(limit(american ? "us-law" : "law"));
        return limits;
    }

    private boolean testCall(Fact<Optional<EmergencyNumbers>> routing) {
        return audit.outcome(EmergencyDigitRules.TEST_NUMBER) == Outcome.INFO
                && Fact.present(routing)
                        .filter(found -> found.dials(EmergencyDigitRules.TEST_CALL))
                        .isPresent();
    }

    private Optional<Explanation> realTestCall() {
        var test = audit.finding(EmergencyDigitRules.TEST_NUMBER);
        return test.outcome() == Outcome.WARN ? test.explanation() : Optional.empty();
    }

    private Optional<Instant> asOf() {
        return oldest(Stream.of(
                person.voice(),
                person.policy(PolicyKind.EMERGENCY_CALL_ROUTING),
                tenant.policies(PolicyKind.EMERGENCY_CALL_ROUTING),
                tenant.policies(PolicyKind.SHARED_CALLING),
                tenant.numbers(),
                tenant.resourceAccounts()));
    }

    /** When the oldest of the readings was taken; empty when none could be. */
    static Optional<Instant> oldest(Stream<Fact<?>> readings) {
        return readings.flatMap(fact -> fact instanceof Fact.Known(_, _, var at)
                        ? Stream.of(at)
                        : Stream.empty())
                .min(Instant::compareTo);
    }

    private static Explanation limit(String key) {
        return Explanation.of("emergency.limit." + key);
    }
}
