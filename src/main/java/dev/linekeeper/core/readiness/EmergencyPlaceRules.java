package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.MicrosoftPages.DISPATCHABLE_LOCATION;
import static dev.linekeeper.core.readiness.MicrosoftPages.SETUP;
import static dev.linekeeper.core.readiness.MicrosoftPages.cmdlet;
import static dev.linekeeper.core.readiness.judgement.Rule.ofPerson;
import static dev.linekeeper.core.readiness.judgement.Rule.ofPolicy;
import static dev.linekeeper.core.readiness.judgement.Topic.EMERGENCY;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.info;
import static dev.linekeeper.core.readiness.judgement.Verdicts.manual;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unknown;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unmet;
import static dev.linekeeper.core.readiness.judgement.Verdicts.warn;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.readiness.judgement.Verdicts;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Policy.EmergencyCalling;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Where the caller is and who is told: network sites, addresses and the emergency calling policy. */
public final class EmergencyPlaceRules {
    private static final Set<Country> NORTH_AMERICA = Set.of(Country.UNITED_STATES, new Country("CA"));
    private static final int MOST_NOTIFIED = 10;
    private static final int LONGEST_DISCLAIMER = 350;

    public static final Rule<PolicyCase> SITE_POLICIES = ofPolicy("EMG-09", EMERGENCY)
            .revision(2)
            .documented(SETUP)
            .byAdmin()
            .onceMet(PolicyRules.HAS_ACCOUNT, SharedNumberRules.TYPE)
            .must(c -> number(
                    c,
                    number -> when(
                            Entries.some(
                                    c.tenantCase().tenant().networkSites(),
                                    site -> site.emergencyCallRouting().isPresent()),
                            overriding -> sites(c, number, overriding))));

    static final Rule<PersonCase> SOMEBODY_IS_TOLD = ofPerson("EMG-10", EMERGENCY)
            .revision(2)
            .inferred()
            .byAdmin()
            .must(c -> inPolicy(c, policy -> {
                if (policy.notified().size() > MOST_NOTIFIED) {
                    return fail(
                            "EMG-10.too-many", policy.name(), policy.notified().size(), MOST_NOTIFIED);
                }
                if (!policy.notified().isEmpty() || dialsOut(policy)) {
                    return pass();
                }
                return when(
                        c.countries(),
                        countries -> countries.contains(Country.UNITED_STATES)
                                ? warn("EMG-10.nobody", policy.name())
                                : info("EMG-10.nobody", policy.name()));
            }));

    static final Rule<PersonCase> HOME_ADDRESS = ofPerson("EMG-11", EMERGENCY)
            .documented(DISPATCHABLE_LOCATION)
            .byAdmin()
            .should(c -> inPolicy(
                    c,
                    policy -> when(
                            policy.externalLocationLookup(),
                            on -> on
                                    ? pass()
                                    : when(
                                            c.countries(),
                                            countries -> countries.stream().anyMatch(NORTH_AMERICA::contains)
                                                    ? warn("EMG-11.off", policy.name())
                                                    : pass()))));

    static final Rule<PersonCase> DISCLAIMER = ofPerson("EMG-12", EMERGENCY)
            .documented(cmdlet("New-CsTeamsEmergencyCallingPolicy"))
            .byAdmin()
            .must(c -> inPolicy(
                    c,
                    policy -> policy.disclaimer()
                            .filter(text -> !text.isBlank())
                            .map(text -> text.length() > LONGEST_DISCLAIMER
                                    ? fail("EMG-12.long", policy.name(), text.length(), LONGEST_DISCLAIMER)
                                    : info("EMG-12.shown", policy.name()))
                            .orElseGet(Verdicts::pass)));

    public static final Rule<PolicyCase> CARRIER_DATABASE = ofPolicy("EMG-13", EMERGENCY)
            .revision(2)
            .documented(SETUP)
            .elsewhere()
            .onceMet(PolicyRules.HAS_ACCOUNT, SharedNumberRules.TYPE)
            .should(c -> number(
                    c,
                    number -> when(
                            c.tenantCase().country(number),
                            in -> NORTH_AMERICA.contains(in) ? pass() : manual("EMG-13.ask", number.number(), in.iso()),
                            () -> unknown("the country of %s was not reported".formatted(number.number())))));

    /** What the address to fall back on depends on. */
    public static final List<Rule<?>> ADDRESSES = List.of(SharedNumberRules.LOCATION, SharedNumberRules.ADDRESS);

    static final List<Rule<PolicyCase>> OF_THE_POLICY = List.of(SITE_POLICIES, CARRIER_DATABASE);

    static final List<Rule<PersonCase>> OF_THE_PERSON = List.of(SOMEBODY_IS_TOLD, HOME_ADDRESS, DISCLAIMER);

    private EmergencyPlaceRules() {}

    /** A number is called in the two conference modes alone; it need not be a whole one, such as 50 for the front desk. */
    private static boolean dialsOut(EmergencyCalling policy) {
        return policy.dialOut().isPresent()
                && List.of("conferencemuted", "conferenceunmuted").contains(AnyCase.folded(policy.notificationMode()));
    }

    private static Verdict number(PolicyCase c, Function<TelephoneNumber, Verdict> judge) {
        return when(c.number(), judge, () -> unmet(SharedNumberRules.TYPE));
    }

    private static Verdict inPolicy(PersonCase c, Function<EmergencyCalling, Verdict> judge) {
        return when(c.assigned(EmergencyCalling.class), judge);
    }

    /** A site's emergency routing beats the person's; beside Direct Routing that is unsupported for other numbers. */
    private static Verdict sites(PolicyCase c, TelephoneNumber number, List<NetworkSite> sites) {
        var overriding = sites.stream().map(NetworkSite::name).toList();
        if (overriding.isEmpty()) {
            return pass();
        }
        if (number.type() == NumberType.DIRECT_ROUTING) {
            return info("EMG-09.overrides", overriding);
        }
        return when(
                c.tenantCase().inventory().directRouting(),
                mixed -> mixed
                        ? fail("EMG-09.unsupported", overriding, number.type().productName())
                        : info("EMG-09.overrides", overriding));
    }
}
