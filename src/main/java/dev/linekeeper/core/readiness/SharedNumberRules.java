package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.MicrosoftPages.SETUP;
import static dev.linekeeper.core.readiness.judgement.Rule.ofAccount;
import static dev.linekeeper.core.readiness.judgement.Topic.ACCOUNT;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.info;
import static dev.linekeeper.core.readiness.judgement.Verdicts.manual;
import static dev.linekeeper.core.readiness.judgement.Verdicts.notApplicable;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unknown;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unmet;
import static dev.linekeeper.core.readiness.judgement.Verdicts.warn;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.readiness.judgement.Verdicts;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Rules for the number that people share. */
public final class SharedNumberRules {
    public static final Rule<AccountCase> TYPE = ofAccount("RES-05", ACCOUNT)
            .documented(SETUP)
            .byAdmin()
            .onceMet(AccountRules.NUMBER)
            .must(c -> when(
                    c.number(),
                    number -> number.type() == NumberType.OTHER ? fail("RES-05.type", number.number()) : pass(),
                    () -> fail("RES-05.not-found", c.displayName())));

    public static final Rule<AccountCase> FOR_VOICE_APPLICATIONS = ofAccount("RES-06", ACCOUNT)
            .revision(2)
            .documented(SETUP)
            .byAdmin()
            .onceMet(TYPE)
            .must(c -> about(c, number -> when(number.capabilities(), all -> forVoiceApplications(number, all))));

    public static final Rule<AccountCase> ACTIVE = ofAccount("RES-07", ACCOUNT)
            .inferred()
            .elsewhere()
            .onceMet(TYPE)
            .must(c -> about(c, SharedNumberRules::active));

    public static final Rule<AccountCase> SUPPORTED_COUNTRY = ofAccount("RES-08", ACCOUNT)
            .documented(SETUP)
            .elsewhere()
            .onceMet(TYPE)
            .must(c -> about(
                    c,
                    NumberType.CALLING_PLAN,
                    number -> when(
                            c.tenantCase().country(number),
                            in -> PublishedData.excludedFromCallingPlan(in)
                                    ? fail("RES-08.excluded", number.number(), in.iso())
                                    : pass(),
                            () -> unknown("the country of the number was not reported"))));

    public static final Rule<AccountCase> SUPPORTED_BY_MICROSOFT = ofAccount("RES-09", ACCOUNT)
            .inferred()
            .elsewhere()
            .onceMet(TYPE)
            .must(c -> about(
                    c,
                    number -> number.sharedCallingSupported()
                            .fold(
                                    supported -> supported ? pass() : fail("RES-09.unsupported", number.number()),
                                    _ -> info("RES-09.not-told", number.number()))));

    public static final Rule<AccountCase> LOCATION = ofAccount("RES-10", ACCOUNT)
            .documented(SETUP)
            .byAdmin()
            .onceMet(TYPE)
            .must(c -> about(
                    c,
                    number -> when(number.location(), location -> {
                        if (location.isPresent()) {
                            return pass();
                        }
                        return number.locationUpdateSupported()
                                ? fail("RES-10.none", number.number())
                                : fail("RES-10.carrier", number.number());
                    })));

    public static final Rule<AccountCase> ADDRESS = ofAccount("RES-11", ACCOUNT)
            .revision(2)
            .inferred()
            .byAdmin()
            .onceMet(LOCATION)
            .should(c ->
                    about(c, number -> when(number.location(), id -> address(c, number, id), () -> unmet(LOCATION))));

    public static final Rule<AccountCase> OPERATOR_CONFIRMS = ofAccount("RES-18", ACCOUNT)
            .documented(SETUP)
            .elsewhere()
            .onceMet(TYPE)
            .should(c -> about(c, NumberType.OPERATOR_CONNECT, number -> manual("RES-18.ask", number.number())));

    public static final Rule<AccountCase> SBC_SIZED = ofAccount("RES-20", ACCOUNT)
            .inferred()
            .elsewhere()
            .onceMet(TYPE)
            .should(c -> about(c, NumberType.DIRECT_ROUTING, number -> manual("RES-20.ask", number.number())));

    static final List<Rule<AccountCase>> ALL = List.of(
            TYPE,
            FOR_VOICE_APPLICATIONS,
            ACTIVE,
            SUPPORTED_COUNTRY,
            SUPPORTED_BY_MICROSOFT,
            LOCATION,
            ADDRESS,
            OPERATOR_CONFIRMS,
            SBC_SIZED);

    private SharedNumberRules() {}

    /** What {@code judge} says of the number; there is always one once RES-05 is met. */
    private static Verdict about(AccountCase c, Function<TelephoneNumber, Verdict> judge) {
        return when(c.number(), judge, () -> unmet(TYPE));
    }

    /** Like the other, but only for numbers of one type. */
    static Verdict about(AccountCase c, NumberType type, Function<TelephoneNumber, Verdict> judge) {
        return about(
                c,
                number -> number.type() == type ? judge.apply(number) : notApplicable("na.type", type.productName()));
    }

    private static Verdict forVoiceApplications(TelephoneNumber number, Set<Capability> all) {
        if (all.contains(Capability.VOICE_APPLICATION_ASSIGNMENT)) {
            return pass();
        }
        if (all.contains(Capability.USER_ASSIGNMENT)) {
            return fail("RES-06.user-number", number.number());
        }
        return all.contains(Capability.CONFERENCE_ASSIGNMENT)
                ? fail("RES-06.conference", number.number())
                : fail("RES-06.other", number.number());
    }

    private static Verdict active(TelephoneNumber number) {
        return switch (number.activation()) {
            case ACTIVATED ->
                number.portInStatus()
                        .filter(status -> !status.equalsIgnoreCase("completed"))
                        .map(status -> warn("RES-07.porting", number.number(), status))
                        .orElseGet(Verdicts::pass);
            case ASSIGNMENT_PENDING, UPDATE_PENDING -> warn("RES-07.pending", number.number());
            case ASSIGNMENT_FAILED, UPDATE_FAILED -> fail("RES-07.failed", number.number());
            case UNKNOWN -> unknown("the state of the number was not reported");
        };
    }

    private static Verdict address(AccountCase c, TelephoneNumber number, LocationId id) {
        return when(
                c.tenantCase().tenant().place(id),
                location -> switch (location.validation()) {
                    case INVALID, NOT_VALIDATED -> warn("RES-11.not-validated", location.address(), number.number());
                    case UNKNOWN -> unknown("whether the address is validated was not reported");
                    case VALIDATED -> sameCountry(c.tenantCase().country(number), number, location);
                },
                () -> warn("RES-11.unknown-place", number.number()));
    }

    private static Verdict sameCountry(Fact<Optional<Country>> of, TelephoneNumber number, EmergencyLocation location) {
        return when(
                of,
                country -> country.isPresent() && location.country().isPresent() && !country.equals(location.country())
                        ? warn(
                                "RES-11.country",
                                location.address(),
                                number.number(),
                                country.get().iso())
                        : pass());
    }
}
