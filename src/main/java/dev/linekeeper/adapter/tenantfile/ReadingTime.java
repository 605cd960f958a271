package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.time.Instant;

/** Dates facts from a file at the time they are read. */
public record ReadingTime(Instant now) {
    <T> Fact<T> on(Fact<T> fact) {
        return fact instanceof Fact.Known<T>(var value, var source, _)
                ? new Fact.Known<>(value, source, now)
                : fact;
    }

    public <T> Fact<T> known(T value) {
        return new Fact.Known<>(value, TenantFileJson.SOURCE, now);
    }

    TelephoneNumber on(TelephoneNumber number) {
        return new TelephoneNumber(
                number.number(),
                number.type(),
                on(number.capabilities()),
                number.activation(),
                number.status(),
                number.target(),
                on(number.country()),
                on(number.location()),
                number.source(),
                number.portInStatus(),
                number.locationUpdateSupported(),
                on(number.sharedCallingSupported()),
                on(number.sharedCalling()));
    }
}
