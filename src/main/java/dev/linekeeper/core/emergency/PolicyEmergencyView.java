package dev.linekeeper.core.emergency;

import dev.linekeeper.core.emergency.EmergencyNumbers.DialledNumber;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Finding;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Topic;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The emergency settings of a Shared Calling policy, whoever uses it, for an admin.
 *
 * @param callbacks the callback numbers in the order in which they are taken; empty when there is no such policy
 * @param routing the emergency call routing policy the settings give people of this number
 * @param dialling the emergency numbers of that policy; empty when the settings name none or it is not there
 * @param checks what the rules say about the policy's emergency side
 * @param verdict the worst of it
 * @param routes which way calls to an emergency number take
 * @param asOf when the oldest of the readings was taken; empty when nothing could be read
 */
public record PolicyEmergencyView(
        PolicyName policy,
        Fact<Optional<SharedNumber>> sharedNumber,
        Fact<List<CallbackNumber>> callbacks,
        Optional<PolicyName> routing,
        Fact<List<DialledNumber>> dialling,
        Fact<Entries<SiteOverride>> sites,
        List<Finding<PolicyCase>> checks,
        EmergencyVerdict verdict,
        EmergencyRoutes routes,
        Optional<Instant> asOf) {

    /**
     * A callback number of the policy.
     *
     * @param entry as the tenant lists it; empty when it does not
     * @param alsoIn other policies that name it, which Microsoft does not support (rule POL-08)
     */
    public record CallbackNumber(PhoneNumber number, Fact<Optional<TelephoneNumber>> entry, List<PolicyName> alsoIn) {
        public CallbackNumber {
            alsoIn = List.copyOf(alsoIn);
        }
    }

    public PolicyEmergencyView {
        checks = List.copyOf(checks);
    }

    /** What is configured for the policy. */
    public static PolicyEmergencyView of(PolicyName policy, Tenant tenant, JudgementSettings settings) {
        return of(Readiness.policy(policy, tenant, settings));
    }

    /** The same, with what was judged of the policy already. */
    public static PolicyEmergencyView of(Report<PolicyCase> report) {
        PolicyName policy = report.subject().name();
        Tenant tenant = report.subject().tenantCase().tenant();
        JudgementSettings settings = report.subject().tenantCase().settings();
        var found = tenant.sharedCalling(policy);
        var account = found.map(it -> it.flatMap(Policy.SharedCalling::resourceAccount));
        var number = Fact.flatMapPresent(
                Fact.flatMapPresent(account, tenant::resourceAccount), held -> SharedNumber.of(held, tenant, settings));
        var routing = Fact.present(number)
                .flatMap(shared -> Fact.present(shared.country())
                        .flatMap(country -> settings.emergencyCallRouting(shared.type(), country)));
        var callbacks = found.map(it -> it.map(Policy.SharedCalling::emergencyNumbers).orElse(List.of()).stream()
                .map(callback ->
                        new CallbackNumber(callback, tenant.number(callback), alsoIn(callback, policy, tenant)))
                .toList());
        var dialling = dialling(routing, tenant);
        var routes = PolicyVerdictReader.routes(
                report.subject(), Fact.present(number).map(SharedNumber::type));
        return new PolicyEmergencyView(
                policy,
                number,
                callbacks,
                routing,
                dialling,
                EmergencyViewReader.sites(tenant),
                report.about(Topic.CALLBACK, Topic.EMERGENCY),
                new PolicyVerdictReader(report, routes, dialling).read(callbacks),
                routes,
                EmergencyViewReader.oldest(Stream.of(
                        tenant.policies(PolicyKind.SHARED_CALLING),
                        tenant.policies(PolicyKind.EMERGENCY_CALL_ROUTING),
                        tenant.numbers(),
                        tenant.resourceAccounts())));
    }

    /** The way a call to an emergency number is set to take. */
    public EmergencyRoute route(DialledNumber entry) {
        return verdict.level() == EmergencyLevel.NO_CALLS ? EmergencyRoute.NOWHERE : routes.of(entry);
    }

    private static Fact<List<DialledNumber>> dialling(Optional<PolicyName> routing, Tenant tenant) {
        return routing.map(name -> tenant.policy(name, Policy.EmergencyCallRouting.class))
                .orElseGet(
                        () -> tenant.policies(PolicyKind.EMERGENCY_CALL_ROUTING).map(_ -> Optional.empty()))
                .map(found -> found.map(EmergencyNumbers::entries).orElse(List.of()));
    }

    /**
     * What one caller more than there are callback numbers is shown, all within the same hour; empty when the numbers or
     * the account's number could not be read.
     */
    public Optional<CallbackPool.PresentedNumber> oneCallerMore() {
        return callbacks
                .known()
                .flatMap(numbers -> Fact.present(sharedNumber)
                        .map(shared -> new CallbackPool(
                                        numbers.stream()
                                                .map(CallbackNumber::number)
                                                .toList(),
                                        shared.number())
                                .oneCallerMore()));
    }

    private static List<PolicyName> alsoIn(PhoneNumber number, PolicyName policy, Tenant tenant) {
        return tenant.sharedCalling().known().orElse(List.of()).stream()
                .filter(other -> !other.name().equals(policy))
                .filter(other -> other.emergencyNumbers().contains(number))
                .map(Policy::name)
                .toList();
    }
}
