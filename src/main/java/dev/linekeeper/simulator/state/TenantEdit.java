package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.ReadingTime;
import dev.linekeeper.adapter.tenantfile.content.StoredAccount;
import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A change to a tenant in progress. Immutable: each replacement returns a new edit, so a refused change has no effect. */
record TenantEdit(TenantContent content, ReadingTime stamp) {
    <T> Fact<T> known(T value) {
        return stamp.known(value);
    }

    StoredUser user(UserId id) {
        var users = FileTenant.section(content.users(), "users");
        return Optional.ofNullable(users.get(id))
                .orElseThrow(() -> notFound("Nobody has the object id %s".formatted(id)));
    }

    Optional<StoredUser> findUser(UserId id) {
        return content.user(id);
    }

    Optional<StoredAccount> findAccount(UserId id) {
        return content.account(id);
    }

    TelephoneNumber number(PhoneNumber number) {
        var numbers = FileTenant.section(content.numbers(), "telephoneNumbers");
        return Optional.ofNullable(numbers.get(number))
                .orElseThrow(() -> notFound("Telephone number %s is not found from the tenant".formatted(number)));
    }

    TenantEdit replace(StoredUser user) {
        return new TenantEdit(
                content.withUsers(with(FileTenant.section(content.users(), "users"), user.id(), user)), stamp);
    }

    TenantEdit replace(StoredAccount account) {
        var accounts = FileTenant.section(content.accounts(), "resourceAccounts");
        return new TenantEdit(content.withAccounts(with(accounts, account.id(), account)), stamp);
    }

    TenantEdit replace(TelephoneNumber number) {
        var numbers = FileTenant.section(content.numbers(), "telephoneNumbers");
        return new TenantEdit(content.withNumbers(with(numbers, number.number(), number)), stamp);
    }

    /** Replaces the policy of that name; removes it when {@code policy} is empty. */
    TenantEdit replace(PolicyKind kind, PolicyName name, Optional<Policy> policy) {
        var all = new EnumMap<PolicyKind, Map<PolicyName, Policy>>(PolicyKind.class);
        all.putAll(content.policies());
        var changed = new LinkedHashMap<>(policies(kind));
        policy.ifPresentOrElse(one -> changed.put(name, one), () -> changed.remove(name));
        all.put(kind, Collections.unmodifiableMap(changed));
        return new TenantEdit(content.withPolicies(all), stamp);
    }

    Map<PolicyName, Policy> policies(PolicyKind kind) {
        return FileTenant.section(Optional.ofNullable(content.policies().get(kind)), "policies/" + kind.type());
    }

    static BackendFailure notFound(String detail) {
        return new BackendFailure(FailureKind.NOT_FOUND, detail);
    }

    static BackendFailure invalid(String detail) {
        return new BackendFailure(FailureKind.INVALID, detail);
    }

    static BackendFailure conflict(String detail) {
        return new BackendFailure(FailureKind.CONFLICT, detail);
    }

    private static <K, V> Map<K, V> with(Map<K, V> all, K key, V value) {
        var changed = new LinkedHashMap<>(all);
        changed.put(key, value);
        return Collections.unmodifiableMap(changed);
    }
}
