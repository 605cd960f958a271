package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.ContosoFixture.DOMESTIC_PLAN;
import static dev.linekeeper.core.ContosoFixture.PAY_AS_YOU_GO;
import static dev.linekeeper.core.ContosoFixture.PHONE_SYSTEM;
import static dev.linekeeper.core.ContosoFixture.TEAMS;
import static dev.linekeeper.core.ContosoFixture.de;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.routing;
import static dev.linekeeper.core.ContosoFixture.uk;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.PersonFixture.enabled;
import static dev.linekeeper.core.readiness.Example.missing;
import static dev.linekeeper.core.readiness.judgement.Outcome.FAIL;
import static dev.linekeeper.core.readiness.judgement.Outcome.NA;
import static dev.linekeeper.core.readiness.judgement.Outcome.PASS;
import static dev.linekeeper.core.readiness.judgement.Outcome.UNKNOWN;
import static dev.linekeeper.core.readiness.judgement.Outcome.WARN;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static dev.linekeeper.core.tenant.PolicyKind.VOICE_ROUTING;

import dev.linekeeper.core.ContosoFixture;
import dev.linekeeper.core.NumberFixture;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.TenantFixture;
import dev.linekeeper.core.readiness.judgement.JudgementMode;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Activation;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberSource;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.person.GivenNumber;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the rules about a number of one's own say, of a person who is given one. */
final class NumberExamples {
    private static final String LONDON = "+442079460130";
    private static final String BERLIN = "+493023125130";
    private static final String SEATTLE = "+14255550131";

    private NumberExamples() {}

    /** A person with the number they are given. */
    record Given(Example example, GivenNumber number) {
        Report<PersonCase> report() {
            return new Readiness(example.tenant(), example.settings())
                    .with(number, example.person(), JudgementMode.PLAN);
        }

        Given at(String place) {
            return new Given(example, new GivenNumber(number.number(), Optional.of(new LocationId(place))));
        }

        @Override
        public String toString() {
            return example.toString();
        }
    }

    static Stream<Given> all() {
        return Stream.of(numbers(), places(), calls()).flatMap(some -> some);
    }

    private static Stream<Given> numbers() {
        return Stream.of(
                london("NUM-01", PASS, n -> n),
                london("NUM-01.taken", FAIL, n -> n.held(NumberStatus.USER_ASSIGNED, "someone")),
                london("NUM-01.service", FAIL, n -> n.held(NumberStatus.VOICE_APPLICATION_ASSIGNED, "ra-lon")),
                london(
                        "NUM-01.callback",
                        FAIL,
                        n -> n.held(NumberStatus.POLICY_ASSIGNED, "TeamsSharedCallingRoutingPolicy|Tag:SC-LON")),
                of(
                        "NUM-01.callback",
                        FAIL,
                        uk("u"),
                        LONDON,
                        t -> t.number(free(LONDON)).policy(ContosoFixture.shared("SC-NEW", "ra-lon", LONDON))),
                of("NUM-01.not-listed", FAIL, uk("u"), LONDON, t -> t),
                of("NUM-01.other", FAIL, uk("u").primary("+442079460120"), LONDON, t -> t.number(free(LONDON))),
                of("NUM-01", PASS, uk("u").primary(LONDON), LONDON, t -> t.number(free(LONDON))),
                of("NUM-01", PASS, uk("u").primary(LONDON), LONDON, t -> t.number(free(LONDON)))
                        .at("LOC-LON"),
                of("NUM-01.held", FAIL, uk("u").primary(LONDON), LONDON, t -> t.number(free(LONDON)))
                        .at("LOC-BER"),
                london("NUM-01.on-premises", FAIL, n -> n.source(NumberSource.ON_PREMISES)),
                london("NUM-01", UNKNOWN, n -> n.source(NumberSource.UNKNOWN)),
                london("NUM-01", UNKNOWN, n -> n.status(NumberStatus.UNKNOWN)),
                of("NUM-01", UNKNOWN, uk("u").voiceUnreadable(), LONDON, t -> t.number(free(LONDON))),
                of("NUM-01", UNKNOWN, uk("u"), LONDON, t -> t.unreadable("numbers")),
                london("NUM-02", PASS, n -> n),
                london("NUM-02.service", FAIL, n -> n.capable(Capability.VOICE_APPLICATION_ASSIGNMENT)),
                london(
                        "NUM-02.mobile",
                        FAIL,
                        n -> n.capable(Capability.USER_ASSIGNMENT, Capability.TEAMS_PHONE_MOBILE)),
                london("NUM-02", UNKNOWN, n -> n.capable(missing())),
                of("NUM-02", NA, uk("u"), LONDON, t -> t),
                london("NUM-03", PASS, n -> n.portIn("completed")),
                london("NUM-03.porting", FAIL, n -> n.portIn("inProgress")),
                london("NUM-03.pending", FAIL, n -> n.activation(Activation.UPDATE_PENDING)),
                london("NUM-03.failed", FAIL, n -> n.activation(Activation.ASSIGNMENT_FAILED)),
                london("NUM-03", UNKNOWN, n -> n.activation(Activation.UNKNOWN)),
                london("NUM-04", PASS, n -> n),
                london("NUM-04.other", FAIL, n -> n.in("US")),
                of("NUM-04.none", FAIL, uk("u").in(known(Optional.empty())), LONDON, t -> t.number(free(LONDON))),
                london("NUM-04", UNKNOWN, n -> n.in(missing())),
                london("NUM-04", UNKNOWN, n -> n.in(known(Optional.empty()))));
    }

    private static Stream<Given> places() {
        return Stream.of(
                london("NUM-05", PASS, n -> n),
                london("NUM-05.none", FAIL, n -> n.at(known(Optional.empty()))),
                london("NUM-05", PASS, n -> n.at(known(Optional.empty()))).at("LOC-LON"),
                london(
                        "NUM-05.carrier",
                        FAIL,
                        n -> n.at(known(Optional.empty())).locationUpdate(false)),
                london("NUM-05.fixed", FAIL, n -> n.locationUpdate(false)).at("LOC-LON"),
                london("NUM-05.unknown-place", FAIL, n -> n).at("LOC-NOWHERE"),
                london("NUM-05.country", FAIL, n -> n).at("LOC-BER"),
                london("NUM-05", UNKNOWN, n -> n.at(missing())),
                of(
                        "NUM-05.not-validated",
                        WARN,
                        uk("u"),
                        LONDON,
                        t -> t.number(free(LONDON)).location(place(EmergencyLocation.Validation.INVALID))),
                of(
                        "NUM-05",
                        UNKNOWN,
                        uk("u"),
                        LONDON,
                        t -> t.number(free(LONDON)).location(place(EmergencyLocation.Validation.UNKNOWN))),
                berlin(
                        "NUM-05.dynamic",
                        WARN,
                        de("u"),
                        t -> t.number(new NumberFixture(freeInBerlin())
                                .at(known(Optional.empty()))
                                .build())));
    }

    private static Stream<Given> calls() {
        return Stream.of(
                london("NUM-06", NA, n -> n),
                seattle("NUM-06.none", FAIL, us("u")),
                seattle("NUM-06", PASS, us("u").alsoPlan(DOMESTIC_PLAN)),
                seattle("NUM-06", PASS, us("u").alsoPlan(PAY_AS_YOU_GO)),
                seattle("NUM-06", UNKNOWN, us("u").plans(missing())),
                seattle("NUM-06.none", FAIL, us("u").plans(enabled(TEAMS), enabled(PHONE_SYSTEM))),
                london("NUM-07", NA, n -> n),
                berlin("NUM-07.none", FAIL, de("u"), t -> t),
                berlin("NUM-07", PASS, de("u").direct(VOICE_ROUTING, "V-DE"), t -> t),
                berlin("NUM-07.none", FAIL, de("u").inherited(VOICE_ROUTING), t -> t),
                berlin("NUM-07", UNKNOWN, de("u").policy(VOICE_ROUTING, missing()), t -> t),
                berlin("NUM-07.none", FAIL, de("u"), t -> t.policy(routing("Global", "DE-All"))),
                berlin("NUM-07.none", FAIL, de("u"), t -> t.usages(known(Set.of("DE-Emergency")))),
                london("NUM-08.direct", FAIL, n -> n),
                of("NUM-08", PASS, uk("u").inherited(SHARED_CALLING), LONDON, t -> t.number(free(LONDON))),
                of(
                        "NUM-08.inherited",
                        WARN,
                        uk("u").byGroup(SHARED_CALLING, "SC-LON", "Sales"),
                        LONDON,
                        t -> t.number(free(LONDON))),
                of("NUM-08", UNKNOWN, uk("u").policy(SHARED_CALLING, missing()), LONDON, t -> t.number(free(LONDON))));
    }

    private static Given london(String says, Outcome outcome, UnaryOperator<NumberFixture> change) {
        return of(
                says,
                outcome,
                uk("u"),
                LONDON,
                t -> t.number(change.apply(new NumberFixture(free(LONDON))).build()));
    }

    private static Given seattle(String says, Outcome outcome, PersonFixture person) {
        return of(
                says,
                outcome,
                person,
                SEATTLE,
                t -> t.number(new NumberFixture(SEATTLE).at("LOC-SEA").build()));
    }

    private static Given berlin(
            String says, Outcome outcome, PersonFixture person, UnaryOperator<TenantFixture> change) {
        return of(says, outcome, person, BERLIN, t -> t.number(freeInBerlin()).but(change));
    }

    private static Given of(
            String says, Outcome outcome, PersonFixture person, String number, UnaryOperator<TenantFixture> change) {
        return new Given(
                Example.of(says, outcome, person, change), new GivenNumber(PhoneNumber.of(number), Optional.empty()));
    }

    private static TelephoneNumber free(String number) {
        return new NumberFixture(number)
                .type(NumberType.OPERATOR_CONNECT)
                .in("GB")
                .at("LOC-LON")
                .build();
    }

    private static TelephoneNumber freeInBerlin() {
        return new NumberFixture(BERLIN)
                .type(NumberType.DIRECT_ROUTING)
                .in(known(Optional.empty()))
                .at("LOC-BER")
                .build();
    }

    private static EmergencyLocation place(EmergencyLocation.Validation validation) {
        return new EmergencyLocation(
                new LocationId("LOC-LON"),
                "LOC-LON office",
                "3 Strand, London, GB",
                Optional.of(new Country("GB")),
                validation);
    }
}
