package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.ContosoFixture.de;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.shared;
import static dev.linekeeper.core.readiness.Example.missing;
import static dev.linekeeper.core.readiness.Example.of;
import static dev.linekeeper.core.readiness.judgement.Outcome.FAIL;
import static dev.linekeeper.core.readiness.judgement.Outcome.MANUAL;
import static dev.linekeeper.core.readiness.judgement.Outcome.PASS;
import static dev.linekeeper.core.readiness.judgement.Outcome.UNKNOWN;
import static dev.linekeeper.core.readiness.judgement.Outcome.WARN;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;

import dev.linekeeper.core.NumberFixture;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.TenantFixture;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.NumberCountries;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What rules say where the inventory names no country of a number, as it does for Direct Routing. */
final class CountryExamples {
    private CountryExamples() {}

    static Stream<Example> all() {
        return Stream.of(
                of("POL-04", PASS, de("u"), CountryExamples::withoutCountries),
                of(
                        "POL-04.abroad",
                        FAIL,
                        de("u").direct(SHARED_CALLING, "SC-F"),
                        t -> withoutCountries(t)
                                .number(unplaced("+33123456789"))
                                .policy(shared("SC-F", "ra-ber", "+33123456789"))),
                of("POL-04", UNKNOWN, british(), t -> british(t, "")),
                of("POL-04", PASS, british(), t -> british(t, "LOC-LON")),
                of("POL-04", PASS, british(), t -> british(t, ""))
                        .judgedBy(new JudgementSettings(
                                Optional.empty(),
                                false,
                                Map.of(),
                                new NumberCountries(Map.of("4420", new Country("GB"))))),
                of("EMG-13.ask", MANUAL, de("u"), CountryExamples::withoutCountries),
                of("USR-09.elsewhere", WARN, de("u").in("US"), CountryExamples::withoutCountries));
    }

    /** As Graph and Get-CsPhoneNumberAssignment report Direct Routing numbers. */
    private static TenantFixture withoutCountries(TenantFixture tenant) {
        return tenant.number("+493023125100", n -> n.in(known(Optional.empty())))
                .number("+493023125171", n -> n.in(missing()));
    }

    private static TelephoneNumber unplaced(String number) {
        return new NumberFixture(number)
                .type(NumberType.DIRECT_ROUTING)
                .in(known(Optional.empty()))
                .at("")
                .build();
    }

    private static PersonFixture british() {
        return de("u").direct(SHARED_CALLING, "SC-UK");
    }

    /** Under +44 there are several countries, so only the place of a number tells which. */
    private static TenantFixture british(TenantFixture tenant, String place) {
        return tenant.number("+493023125100", n -> n.in("GB"))
                .number(new NumberFixture(unplaced("+442079460179")).at(place).build())
                .policy(shared("SC-UK", "ra-ber", "+442079460179"));
    }
}
