package dev.linekeeper.core.readiness;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.ServicePlan.ServicePlanStatus;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Microsoft and the numbering authorities publish: ids of service plans, countries, emergency numbers
 * ({@code published.properties}). A list of plans has the standard plan first, then its forms for small business and
 * government.
 */
public final class PublishedData {
    private static final Properties DATA = read("published.properties");

    /** The oldest version of the module MicrosoftTeams that rules, host and scripts accept. */
    public static final String OLDEST_MODULE = DATA.getProperty("module.oldest");

    public static final List<String> TEAMS = plans("plan.teams");
    public static final List<String> PHONE_SYSTEM = plans("plan.phone-system");
    public static final List<String> RESOURCE_ACCOUNT = plans("plan.resource-account");
    public static final List<String> PAY_AS_YOU_GO = plans("plan.pay-as-you-go");
    static final List<String> CREDITS = plans("plan.credits");
    public static final List<String> CALLING_PLANS = plans("plan.calling");

    private static final Set<Country> EXCLUDED =
            list("calling-plan.excluded").map(Country::new).collect(Collectors.toSet());
    /** Where 933 reaches a service that reads number and address back (rule EMG-14). */
    static final Set<Country> TEST_CALL_COUNTRIES =
            list("test-call.countries").map(Country::new).collect(Collectors.toSet());

    private static final Map<Country, List<String>> TOLL_FREE = byCountry("toll-free.");
    private static final Map<Country, List<String>> EMERGENCY = byCountry("emergency.");

    private PublishedData() {}

    /** All of it as one text, which is another one whenever a value is. */
    static String text() {
        return new TreeMap<>(DATA).toString();
    }

    /** Whether Calling Plan numbers of the country cannot serve Shared Calling (rule RES-08). */
    static boolean excludedFromCallingPlan(Country country) {
        return EXCLUDED.contains(country);
    }

    /** Whether calls to the number are free of charge; empty where nobody told us which numbers are. */
    public static Optional<Boolean> tollFree(PhoneNumber number, Country country) {
        return Optional.ofNullable(TOLL_FREE.get(country))
                .map(prefixes -> prefixes.stream().anyMatch(number.digits()::startsWith));
    }

    /** What people in the country must be able to dial; empty for a country we have no table for (rule EMG-05). */
    public static Optional<List<String>> emergencyNumbers(Country country) {
        return Optional.ofNullable(EMERGENCY.get(country));
    }

    /** Whether one of the plans is among those somebody holds, with that status. */
    public static boolean holds(List<ServicePlan> held, List<String> plans, ServicePlanStatus status) {
        for (var plan : held) {
            if (plan.status() == status && plans.contains(plan.id())) {
                return true;
            }
        }
        return false;
    }

    static boolean holds(List<ServicePlan> held, List<String> plans) {
        return holds(held, plans, ServicePlanStatus.ENABLED);
    }

    /** Whether one of the plans may be held although none is listed so: what is listed could not be read. */
    static boolean mayHold(List<ServicePlan> held, List<String> plans) {
        return held.stream().anyMatch(plan -> plan.mayBe(plans));
    }

    /** Whether one of the plans is held for now: enabled, or in a state that still lets it work but will not last. */
    static boolean holdsForNow(List<ServicePlan> held, List<String> plans) {
        return holds(held, plans) || grace(held, plans).isPresent();
    }

    /** Whether one of the plans is {@linkplain #holdsForNow held for now}; empty where what is listed could not be read. */
    public static Optional<Boolean> heldForNow(List<ServicePlan> held, List<String> plans) {
        return holdsForNow(held, plans) ? Optional.of(true) : Optional.of(false).filter(_ -> !mayHold(held, plans));
    }

    /**
     * The state of a plan that is not enabled and not gone either: a grace period, or still being set up
     * (<a href="https://learn.microsoft.com/graph/api/resources/assignedplan">capabilityStatus</a>).
     */
    static Optional<ServicePlanStatus> grace(List<ServicePlan> held, List<String> plans) {
        return Stream.of(ServicePlanStatus.WARNING, ServicePlanStatus.SUSPENDED, ServicePlanStatus.PENDING)
                .filter(status -> holds(held, plans, status))
                .findFirst();
    }

    private static Map<Country, List<String>> byCountry(String prefix) {
        return DATA.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toUnmodifiableMap(
                        key -> new Country(key.substring(prefix.length())),
                        key -> list(key).toList()));
    }

    private static List<String> plans(String key) {
        return list(key).map(id -> id.toLowerCase(Locale.ROOT)).toList();
    }

    private static Stream<String> list(String key) {
        return Stream.of(DATA.getProperty(key).split(",")).map(String::strip);
    }

    private static Properties read(String name) {
        try (var stream = PublishedData.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("%s is not beside %s".formatted(name, PublishedData.class));
            }
            var data = new Properties();
            data.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(name), e);
        }
    }
}
