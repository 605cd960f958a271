package dev.linekeeper.core.emergency;

import dev.linekeeper.core.callerid.CallPath;
import dev.linekeeper.core.readiness.Finding;
import dev.linekeeper.core.readiness.PersonCase;
import dev.linekeeper.core.readiness.Report;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the emergency settings of one person together. */
final class EmergencyReader {
    private static final Country UNITED_STATES = new Country("US");
    private static final String TEST_CALL = "933";

    private final Report<PersonCase> audit;
    private final Person person;
    private final Tenant tenant;

    EmergencyReader(Report<PersonCase> audit) {
        this.audit = audit;
        this.person = audit.subject().person();
        this.tenant = audit.subject().tenant();
    }

    EmergencyView read() {
        var routing = routing();
        return new EmergencyView(
                person.id(),
                EmergencyCallerId.of(audit),
                sharedNumber(),
                routing,
                notice(),
                sites(tenant),
                List.of(LocationSource.values()),
                audit.findings().stream().filter(EmergencyReader::isEmergency).toList(),
                limits(routing),
                asOf());
    }

    static Fact<List<SiteOverride>> sites(Tenant tenant) {
        return tenant.networkSites()
                .map(sites -> sites.stream()
                        .flatMap(site -> SiteOverride.of(site).stream())
                        .toList());
    }

    private static boolean isEmergency(Finding<PersonCase> finding) {
        return finding.rule().id().value().startsWith("EMG-");
    }

    private Fact<Optional<SharedNumber>> sharedNumber() {
        return switch (CallPath.of(audit)) {
            case CallPath.Shared(_, var account, var number, _) ->
                account.number().map(_ -> Optional.of(SharedNumber.of(account, number, tenant)));
            case CallPath.Own _, CallPath.Closed _ -> tenant.numbers().map(_ -> Optional.empty());
            case CallPath.Unreadable _, CallPath.OtherCloud _ ->
                Fact.missing("the number the person calls with could not be told");
        };
    }

    private Fact<Optional<Dialling>> routing() {
        return person.policy(PolicyKind.EMERGENCY_CALL_ROUTING)
                .flatMap(from -> policy(from, PolicyKind.EMERGENCY_CALL_ROUTING, Policy.EmergencyCallRouting.class)
                        .map(found -> found.filter(policy -> !policy.numbers().isEmpty())
                                .map(policy -> Dialling.of(policy, from))));
    }

    private Fact<Optional<Notice>> notice() {
        return person.policy(PolicyKind.EMERGENCY_CALLING)
                .flatMap(from -> policy(from, PolicyKind.EMERGENCY_CALLING, Policy.EmergencyCalling.class))
                .map(found -> found.map(Notice::of));
    }

    private <P extends Policy> Fact<Optional<P>> policy(Assignment from, PolicyKind kind, Class<P> type) {
        return tenant.policy(kind, from.policy(), type);
    }

    private List<Explanation> limits(Fact<Optional<Dialling>> routing) {
        var limits = new ArrayList<Explanation>();
        limits.add(said("configuration-only"));
        limits.add(said("check-location"));
        limits.add(testCall(routing) ? said("test-933") : said("no-test"));
        if (inUnitedStates()) {
            limits.add(said("us-law"));
        }
        return limits;
    }

    private boolean testCall(Fact<Optional<Dialling>> routing) {
        return routing.known()
                .flatMap(found -> found)
                .flatMap(dialling -> dialling.entry(TEST_CALL))
                .isPresent();
    }

    private boolean inUnitedStates() {
        return person.entry().usageLocation().known().flatMap(found -> found).equals(Optional.of(UNITED_STATES));
    }

    private Optional<Instant> asOf() {
        return Stream.<Fact<?>>of(
                        person.voice(),
                        person.policy(PolicyKind.EMERGENCY_CALL_ROUTING),
                        tenant.policies(PolicyKind.EMERGENCY_CALL_ROUTING),
                        tenant.policies(PolicyKind.SHARED_CALLING),
                        tenant.numbers(),
                        tenant.resourceAccounts())
                .flatMap(fact -> fact instanceof Fact.Known<?>(_, _, var at) ? Stream.of(at) : Stream.empty())
                .min(Instant::compareTo);
    }

    private static Explanation said(String key) {
        return Explanation.of("emergency.limit." + key);
    }
}
