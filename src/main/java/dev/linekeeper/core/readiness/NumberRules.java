package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.MicrosoftPages.SETUP;
import static dev.linekeeper.core.readiness.MicrosoftPages.cmdlet;
import static dev.linekeeper.core.readiness.UserRules.name;
import static dev.linekeeper.core.readiness.judgement.Rule.ofPerson;
import static dev.linekeeper.core.readiness.judgement.Topic.EMERGENCY;
import static dev.linekeeper.core.readiness.judgement.Topic.PERSON;
import static dev.linekeeper.core.readiness.judgement.Topic.POLICY;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.notApplicable;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unknown;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unmet;
import static dev.linekeeper.core.readiness.judgement.Verdicts.warn;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.JudgementMode;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.readiness.judgement.Verdicts;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import dev.linekeeper.core.tenant.person.GivenNumber;
import dev.linekeeper.core.tenant.person.Line;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Rules for a number that somebody is given as their own, instead of calling with a shared one. */
public final class NumberRules {
    static final Rule<PersonCase> FREE = ofPerson("NUM-01", PERSON)
            .inferred()
            .byAdmin()
            .must(c -> when(c.person().lines(), lines -> free(c, lines)));

    static final Rule<PersonCase> FOR_PEOPLE = ofPerson("NUM-02", PERSON)
            .documented(cmdlet("Get-CsPhoneNumberAssignment"))
            .byAdmin()
            .must(c -> about(c, number -> when(number.capabilities(), all -> forPeople(number, all))));

    static final Rule<PersonCase> ACTIVE =
            ofPerson("NUM-03", PERSON).inferred().elsewhere().onceMet(FREE).must(c -> about(c, NumberRules::active));

    static final Rule<PersonCase> SAME_COUNTRY = ofPerson("NUM-04", PERSON)
            .inferred()
            .byAdmin()
            .must(c -> when(
                    c.person().entry().usageLocation(),
                    home -> about(c, number -> sameCountry(c, home, number)),
                    () -> fail("NUM-04.none", name(c))));

    static final Rule<PersonCase> PLACE = ofPerson("NUM-05", EMERGENCY)
            .inferred()
            .byAdmin()
            .must(c -> about(
                    c, number -> when(number.location(), place -> place(c, number, place), () -> placeless(number))));

    public static final Rule<PersonCase> PAID = ofPerson("NUM-06", PERSON)
            .inferred()
            .byAdmin()
            .must(c -> ofType(
                    c,
                    NumberType.CALLING_PLAN,
                    number -> when(c.person().entry().plans(), held -> paid(c, number, held))));

    static final Rule<PersonCase> ROUTED = ofPerson("NUM-07", POLICY)
            .inferred()
            .fixedBy(NumberRouting::change)
            .must(c -> ofType(c, NumberType.DIRECT_ROUTING, _ -> NumberRouting.judge(c)));

    static final Rule<PersonCase> NOT_SHARED = ofPerson("NUM-08", POLICY)
            .documented(SETUP)
            .fixedBy(NumberRouting::outOfSharedCalling)
            .must(NumberRouting::notShared);

    static final List<Rule<PersonCase>> ALL =
            List.of(FREE, FOR_PEOPLE, ACTIVE, SAME_COUNTRY, PLACE, PAID, ROUTED, NOT_SHARED);

    private NumberRules() {}

    private static PhoneNumber given(PersonCase c) {
        return c.given().map(GivenNumber::number).orElseThrow();
    }

    private static Verdict free(PersonCase c, List<Line> lines) {
        if (lines.stream().anyMatch(line -> line.number().equals(given(c)))) {
            return c.mode() == JudgementMode.AUDIT ? pass() : held(c);
        }
        return lines.stream()
                .filter(line -> line.category() == Line.Category.PRIMARY)
                .findFirst()
                .map(other -> fail("NUM-01.other", name(c), other.number()))
                .orElseGet(() ->
                        when(c.number(), number -> unassigned(c, number), () -> fail("NUM-01.not-listed", given(c))));
    }

    /** Whoever has it already is given no other place for it. */
    private static Verdict held(PersonCase c) {
        var wanted = c.given().flatMap(GivenNumber::place);
        return wanted.isEmpty()
                ? pass()
                : when(
                        c.tenant().number(given(c)),
                        number -> when(
                                number.location(),
                                place -> place.equals(wanted.get()) ? pass() : fail("NUM-01.held", name(c), given(c)),
                                () -> fail("NUM-01.held", name(c), given(c))),
                        () -> fail("NUM-01.not-listed", given(c)));
    }

    private static Verdict unassigned(PersonCase c, TelephoneNumber number) {
        return switch (number.status()) {
            case UNASSIGNED ->
                when(
                        c.tenantCase().inventory().policiesWith(number.number()),
                        policies -> policies.isEmpty()
                                ? managed(number)
                                : fail("NUM-01.callback", number.number(), policies));
            case POLICY_ASSIGNED ->
                fail(
                        "NUM-01.callback",
                        number.number(),
                        number.heldByPolicy().map(PolicyName::value).orElse("?"));
            case USER_ASSIGNED -> fail("NUM-01.taken", number.number());
            case CONFERENCE_ASSIGNED, VOICE_APPLICATION_ASSIGNED, THIRD_PARTY_APP_ASSIGNED ->
                fail("NUM-01.service", number.number());
            case UNKNOWN -> unknown("whether somebody has %s was not reported".formatted(number.number()));
        };
    }

    private static Verdict managed(TelephoneNumber number) {
        return switch (number.source()) {
            case ONLINE -> pass();
            case ON_PREMISES -> fail("NUM-01.on-premises", number.number());
            case UNKNOWN -> unknown("where %s is managed was not reported".formatted(number.number()));
        };
    }

    private static Verdict forPeople(TelephoneNumber number, Set<Capability> all) {
        if (all.contains(Capability.TEAMS_PHONE_MOBILE)) {
            return fail("NUM-02.mobile", number.number());
        }
        return all.contains(Capability.USER_ASSIGNMENT) ? pass() : fail("NUM-02.service", number.number());
    }

    private static Verdict active(TelephoneNumber number) {
        return switch (number.activation()) {
            case ACTIVATED ->
                number.portInStatus()
                        .filter(status -> !status.equalsIgnoreCase("completed"))
                        .map(status -> fail("NUM-03.porting", number.number(), status))
                        .orElseGet(Verdicts::pass);
            case ASSIGNMENT_PENDING, UPDATE_PENDING -> fail("NUM-03.pending", number.number());
            case ASSIGNMENT_FAILED, UPDATE_FAILED -> fail("NUM-03.failed", number.number());
            case UNKNOWN -> unknown("the state of the number was not reported");
        };
    }

    private static Verdict sameCountry(PersonCase c, Country home, TelephoneNumber number) {
        return when(
                c.tenantCase().country(number),
                of -> of.equals(home) ? pass() : fail("NUM-04.other", number.number(), of.iso(), name(c), home.iso()),
                () -> unknown("the country of %s was not reported".formatted(number.number())));
    }

    /** Without an address of its own a Direct Routing number depends on where the client says it is. */
    private static Verdict placeless(TelephoneNumber number) {
        return number.type() == NumberType.DIRECT_ROUTING
                ? warn("NUM-05.dynamic", number.number())
                : fail(number.locationUpdateSupported() ? "NUM-05.none" : "NUM-05.carrier", number.number());
    }

    private static Verdict place(PersonCase c, TelephoneNumber number, LocationId id) {
        if (c.given().flatMap(GivenNumber::place).isPresent() && !number.locationUpdateSupported()) {
            return fail("NUM-05.fixed", number.number());
        }
        return when(
                c.tenant().place(id),
                place -> when(c.tenantCase().country(number), of -> place(number, place, of)),
                () -> fail("NUM-05.unknown-place", number.number()));
    }

    private static Verdict place(TelephoneNumber number, EmergencyLocation place, Optional<Country> of) {
        if (of.isPresent() && place.country().isPresent() && !of.equals(place.country())) {
            return fail(
                    "NUM-05.country", place.address(), number.number(), of.get().iso());
        }
        return switch (place.validation()) {
            case VALIDATED -> pass();
            case INVALID, NOT_VALIDATED -> warn("NUM-05.not-validated", place.address(), number.number());
            case UNKNOWN -> unknown("whether the address is validated was not reported");
        };
    }

    private static Verdict paid(PersonCase c, TelephoneNumber number, List<ServicePlan> held) {
        if (PublishedData.holdsForNow(held, PublishedData.CALLING_PLANS)
                || PublishedData.holdsForNow(held, PublishedData.PAY_AS_YOU_GO)) {
            return pass();
        }
        return PublishedData.mayHold(held, PublishedData.CALLING_PLANS)
                        || PublishedData.mayHold(held, PublishedData.PAY_AS_YOU_GO)
                ? LicenceRules.unread()
                : fail("NUM-06.none", name(c), number.number());
    }

    /** What {@code judge} says of the number; it is listed once NUM-01 is met. */
    private static Verdict about(PersonCase c, Function<TelephoneNumber, Verdict> judge) {
        return when(c.number(), judge, () -> unmet(FREE));
    }

    private static Verdict ofType(PersonCase c, NumberType type, Function<TelephoneNumber, Verdict> judge) {
        return about(
                c,
                number -> number.type() == type ? judge.apply(number) : notApplicable("na.type", type.productName()));
    }
}
