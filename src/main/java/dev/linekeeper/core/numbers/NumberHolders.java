package dev.linekeeper.core.numbers;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whose a number is: what the inventory says first; where it says nothing of it, the accounts and the policies. */
final class NumberHolders {
    private NumberHolders() {}

    static NumberHolder of(
            PhoneNumber number, Fact<Optional<TelephoneNumber>> listed, List<PolicyName> callbacks, Tenant tenant) {
        var claim = tenant.resourceAccounts().known().stream()
                .flatMap(all -> all.values().stream())
                .filter(account -> Fact.present(account.number()).equals(Optional.of(number)))
                .findFirst();
        Supplier<Optional<NumberHolder>> elsewhere = () -> claim.<NumberHolder>map(NumberHolder.OfAccount::new)
                .or(() -> callbacks.isEmpty() ? Optional.empty() : Optional.of(new NumberHolder.OfPolicies(callbacks)));
        return listed.fold(
                found -> found.map(entry -> of(entry, callbacks, tenant))
                        .or(elsewhere)
                        .orElseGet(() -> unlisted(tenant)),
                why -> elsewhere.get().orElseGet(() -> new NumberHolder.NotTold(why)));
    }

    private static NumberHolder unlisted(Tenant tenant) {
        return tenant.resourceAccounts().fold(_ -> new NumberHolder.NotListed(), NumberHolder.NotTold::new);
    }

    private static NumberHolder of(TelephoneNumber entry, List<PolicyName> callbacks, Tenant tenant) {
        return switch (entry.status()) {
            case UNASSIGNED -> new NumberHolder.Nobody();
            case USER_ASSIGNED, VOICE_APPLICATION_ASSIGNED -> assigned(entry, tenant);
            case CONFERENCE_ASSIGNED -> new NumberHolder.OfConferences();
            case THIRD_PARTY_APP_ASSIGNED -> new NumberHolder.OfOtherApplication();
            case POLICY_ASSIGNED ->
                new NumberHolder.OfPolicies(Stream.concat(callbacks.stream(), entry.heldByPolicy().stream())
                        .distinct()
                        .toList());
            case UNKNOWN -> new NumberHolder.NotTold("the inventory gives no state that is known for the number");
        };
    }

    /** Whatever the state is called, an id of a resource account is that account. */
    private static NumberHolder assigned(TelephoneNumber entry, Tenant tenant) {
        if (entry.target().isEmpty()) {
            return new NumberHolder.NotTold("the inventory does not say to whom the number is assigned");
        }
        var id = new UserId(entry.target().get());
        return switch (entry.status()) {
            case USER_ASSIGNED ->
                account(id, tenant)
                        .<NumberHolder>map(NumberHolder.OfAccount::new)
                        .orElseGet(() -> new NumberHolder.OfPerson(id));
            default ->
                tenant.resourceAccount(id)
                        .fold(
                                found -> found.<NumberHolder>map(NumberHolder.OfAccount::new)
                                        .orElseGet(() -> new NumberHolder.NotTold(
                                                "there is no resource account %s, to which the inventory says the number is assigned"
                                                        .formatted(id))),
                                why -> new NumberHolder.NotTold("resource account %s: %s".formatted(id, why)));
        };
    }

    private static Optional<ResourceAccount> account(UserId id, Tenant tenant) {
        return Fact.present(tenant.resourceAccount(id));
    }
}
