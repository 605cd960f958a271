package dev.linekeeper.core;

import static dev.linekeeper.core.ContosoFixture.known;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.util.Optional;
import java.util.Set;

/** A number of the inventory put together piece by piece. */
public final class NumberFixture {
    private final PhoneNumber number;
    private NumberType type = NumberType.CALLING_PLAN;
    private Fact<Set<TelephoneNumber.Capability>> capabilities =
            known(Set.of(TelephoneNumber.Capability.USER_ASSIGNMENT));
    private TelephoneNumber.Activation activation = TelephoneNumber.Activation.ACTIVATED;
    private TelephoneNumber.NumberStatus status = TelephoneNumber.NumberStatus.UNASSIGNED;
    private Optional<String> target = Optional.empty();
    private Fact<Optional<Country>> country = known(Optional.of(new Country("US")));
    private Fact<Optional<LocationId>> location = known(Optional.of(new LocationId("loc-sea")));
    private TelephoneNumber.NumberSource source = TelephoneNumber.NumberSource.ONLINE;
    private Optional<String> portIn = Optional.empty();
    private boolean locationUpdate = true;
    private Fact<Boolean> sharedCalling = Fact.missing("not among the answers");

    public NumberFixture(String number) {
        this.number = PhoneNumber.of(number);
    }

    public NumberFixture(TelephoneNumber like) {
        number = like.number();
        type = like.type();
        capabilities = like.capabilities();
        activation = like.activation();
        status = like.status();
        target = like.target();
        country = like.country();
        location = like.location();
        source = like.source();
        portIn = like.portInStatus();
        locationUpdate = like.locationUpdateSupported();
        sharedCalling = like.sharedCallingSupported();
    }

    public NumberFixture type(NumberType value) {
        type = value;
        return this;
    }

    public NumberFixture capable(TelephoneNumber.Capability... of) {
        return capable(known(Set.of(of)));
    }

    public NumberFixture capable(Fact<Set<TelephoneNumber.Capability>> fact) {
        capabilities = fact;
        return this;
    }

    public NumberFixture activation(TelephoneNumber.Activation value) {
        activation = value;
        return this;
    }

    public NumberFixture held(TelephoneNumber.NumberStatus value, String by) {
        status = value;
        target = Optional.of(by);
        return this;
    }

    public NumberFixture status(TelephoneNumber.NumberStatus value) {
        status = value;
        target = Optional.empty();
        return this;
    }

    public NumberFixture in(String value) {
        return in(known(Optional.of(new Country(value))));
    }

    public NumberFixture in(Fact<Optional<Country>> fact) {
        country = fact;
        return this;
    }

    public NumberFixture at(String value) {
        return at(known(LocationId.of(value)));
    }

    public NumberFixture at(Fact<Optional<LocationId>> fact) {
        location = fact;
        return this;
    }

    public NumberFixture source(TelephoneNumber.NumberSource value) {
        source = value;
        return this;
    }

    public NumberFixture portIn(String value) {
        portIn = Optional.of(value);
        return this;
    }

    public NumberFixture locationUpdate(boolean value) {
        locationUpdate = value;
        return this;
    }

    public NumberFixture sharedCalling(Fact<Boolean> fact) {
        sharedCalling = fact;
        return this;
    }

    public TelephoneNumber build() {
        return new TelephoneNumber(
                number,
                type,
                capabilities,
                activation,
                status,
                target,
                country,
                location,
                source,
                portIn,
                locationUpdate,
                sharedCalling);
    }
}
