package dev.linekeeper.core.readiness.judgement;

import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The use of numbers and accounts across the whole tenant. */
public final class NumberUsage {
    private final Lazy<Fact<Map<PhoneNumber, List<PolicyName>>>> policiesByNumber;
    private final Lazy<Fact<Map<UserId, List<PolicyName>>>> policiesByAccount;
    private final Lazy<Fact<Map<String, List<PhoneNumber>>>> extensions;
    private final Lazy<Fact<Boolean>> directRouting;

    NumberUsage(Tenant tenant) {
        policiesByNumber = new Lazy<>(
                () -> by(tenant, policy -> policy.emergencyNumbers().stream().distinct()));
        policiesByAccount = new Lazy<>(() -> by(tenant, policy -> policy.resourceAccount().stream()));
        extensions = new Lazy<>(() -> tenant.numbers()
                .map(all -> all.values().stream()
                        .filter(number -> number.status() != NumberStatus.UNASSIGNED)
                        .map(TelephoneNumber::number)
                        .filter(number -> number.extension().isPresent())
                        .sorted()
                        .collect(Collectors.groupingBy(
                                number -> number.extension().orElseThrow()))));
        directRouting = new Lazy<>(() -> either(
                Entries.some(tenant.voiceRoutes(), route -> !route.gateways().isEmpty())
                        .map(routes -> !routes.isEmpty()),
                tenant.numbers().map(all -> all.values().stream().anyMatch(NumberUsage::isDirectRouting))));
    }

    /** The Shared Calling policies that keep {@code number} for callbacks, by name. */
    public Fact<List<PolicyName>> policiesWith(PhoneNumber number) {
        return policiesByNumber.get().map(all -> all.getOrDefault(number, List.of()));
    }

    /** The Shared Calling policies that name {@code account}, by name. */
    public Fact<List<PolicyName>> policiesOf(UserId account) {
        return policiesByAccount.get().map(all -> all.getOrDefault(account, List.of()));
    }

    /** The internal extensions in use. */
    public Fact<Set<String>> extensions() {
        return extensions.get().map(Map::keySet);
    }

    /** The numbers in use with that extension. */
    public Fact<List<PhoneNumber>> withExtension(String extension) {
        return extensions.get().map(all -> all.getOrDefault(extension, List.of()));
    }

    /**
     * Whether the tenant really has Direct Routing: a voice route with a gateway, or a number that is more than a person's
     * dialling extension (rule EMG-09).
     */
    public Fact<Boolean> directRouting() {
        return directRouting.get();
    }

    private static boolean isDirectRouting(TelephoneNumber number) {
        return number.type() == NumberType.DIRECT_ROUTING
                && (number.number().extension().isEmpty()
                        || number.status() == NumberStatus.VOICE_APPLICATION_ASSIGNED);
    }

    /** One yes is enough; a no needs both. */
    private static Fact<Boolean> either(Fact<Boolean> one, Fact<Boolean> other) {
        return one.known().orElse(false) ? one : other.known().orElse(false) ? other : one.flatMap(_ -> other);
    }

    private static <K> Fact<Map<K, List<PolicyName>>> by(
            Tenant tenant, Function<Policy.SharedCalling, Stream<K>> keys) {
        return tenant.sharedCalling()
                .map(all -> all.stream()
                        .flatMap(policy -> keys.apply(policy).map(key -> Map.entry(key, policy.name())))
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }
}
