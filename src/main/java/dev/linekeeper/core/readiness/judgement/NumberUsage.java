package dev.linekeeper.core.readiness.judgement;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyName;
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
    private final Lazy<Fact<Set<String>>> extensions;
    private final Lazy<Fact<Boolean>> directRouting;

    NumberUsage(Tenant tenant) {
        policiesByNumber = new Lazy<>(
                () -> by(tenant, policy -> policy.emergencyNumbers().stream().distinct()));
        policiesByAccount = new Lazy<>(() -> by(tenant, policy -> policy.resourceAccount().stream()));
        extensions = new Lazy<>(() -> tenant.numbers()
                .map(all -> all.keySet().stream()
                        .flatMap(number -> number.extension().stream())
                        .collect(Collectors.toSet())));
        directRouting = new Lazy<>(() -> tenant.numbers()
                .map(all -> all.values().stream().anyMatch(number -> number.type() == NumberType.DIRECT_ROUTING)));
    }

    /** The Shared Calling policies that keep {@code number} for callbacks, by name. */
    public Fact<List<PolicyName>> policiesWith(PhoneNumber number) {
        return policiesByNumber.get().map(all -> all.getOrDefault(number, List.of()));
    }

    /** The Shared Calling policies that name {@code account}, by name. */
    public Fact<List<PolicyName>> policiesOf(UserId account) {
        return policiesByAccount.get().map(all -> all.getOrDefault(account, List.of()));
    }

    /** The internal extensions people hold. */
    public Fact<Set<String>> extensions() {
        return extensions.get();
    }

    /** Whether the tenant has Direct Routing numbers. */
    public Fact<Boolean> directRouting() {
        return directRouting.get();
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
