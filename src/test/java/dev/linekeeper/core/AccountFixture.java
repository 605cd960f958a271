package dev.linekeeper.core;

import static dev.linekeeper.core.ContosoFixture.known;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.UserId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A resource account put together piece by piece; starts as one behind an auto attendant, without a number. */
public final class AccountFixture {
    private final UserId id;
    private Fact<ResourceAccount.Application> application = known(ResourceAccount.Application.AUTO_ATTENDANT);
    private Fact<Boolean> signIn = known(false);
    private Fact<Optional<Country>> usageLocation = known(Optional.of(new Country("US")));
    private Fact<List<ServicePlan>> plans = known(List.of(PersonFixture.enabled(ContosoFixture.VIRTUAL_USER)));
    private Fact<Optional<PhoneNumber>> number = known(Optional.empty());
    private final Map<PolicyKind, Fact<Assignment>> policies = new EnumMap<>(PolicyKind.class);
    private Fact<List<ResourceAccount.Association>> associations;

    public AccountFixture(String id) {
        this.id = new UserId(id);
        policies.put(PolicyKind.VOICE_ROUTING, known(new Assignment.Inherited()));
        policies.put(PolicyKind.CALLING_LINE_IDENTITY, known(new Assignment.Inherited()));
        associations = known(
                List.of(new ResourceAccount.Association(ResourceAccount.Application.AUTO_ATTENDANT, "aa-" + this.id)));
    }

    public AccountFixture(ResourceAccount like) {
        id = like.id();
        application = like.application();
        signIn = like.signInEnabled();
        usageLocation = like.usageLocation();
        plans = like.plans();
        number = like.number();
        policies.putAll(like.policies());
        associations = like.associations();
    }

    public AccountFixture application(Fact<ResourceAccount.Application> fact) {
        application = fact;
        return this;
    }

    public AccountFixture signIn(Fact<Boolean> fact) {
        signIn = fact;
        return this;
    }

    public AccountFixture in(String country) {
        return in(known(Optional.of(new Country(country))));
    }

    public AccountFixture in(Fact<Optional<Country>> fact) {
        usageLocation = fact;
        return this;
    }

    public AccountFixture plans(String... enabled) {
        return plans(known(Stream.of(enabled).map(PersonFixture::enabled).toList()));
    }

    public AccountFixture plans(Fact<List<ServicePlan>> fact) {
        plans = fact;
        return this;
    }

    public AccountFixture number(String value) {
        return number(known(Optional.of(PhoneNumber.of(value))));
    }

    public AccountFixture number(Fact<Optional<PhoneNumber>> fact) {
        number = fact;
        return this;
    }

    public AccountFixture direct(PolicyKind kind, String policy) {
        return policy(kind, known(new Assignment.Direct(new PolicyName(policy), known(new Assignment.Inherited()))));
    }

    public AccountFixture policy(PolicyKind kind, Fact<Assignment> fact) {
        policies.put(kind, fact);
        return this;
    }

    public AccountFixture associations(ResourceAccount.Association... all) {
        return associations(known(List.of(all)));
    }

    public AccountFixture associations(Fact<List<ResourceAccount.Association>> fact) {
        associations = fact;
        return this;
    }

    public ResourceAccount build() {
        return new ResourceAccount(
                id,
                id + "@contoso.example",
                id.value().toUpperCase(Locale.ROOT) + " main line",
                application,
                signIn,
                usageLocation,
                plans,
                number,
                policies,
                associations);
    }
}
