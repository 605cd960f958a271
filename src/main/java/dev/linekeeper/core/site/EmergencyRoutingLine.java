package dev.linekeeper.core.site;

import dev.linekeeper.core.readiness.EmergencyDigitRules;
import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.readiness.judgement.VoiceRouteTable;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The emergency call routing policy that the settings name for people who are enrolled, by rules EMG-01 to EMG-05. */
record EmergencyRoutingLine(SiteCase site) {
    private static final SiteStep STEP = SiteStep.EMERGENCY_ROUTING;

    /** For the number there is, else for the type and country that were chosen. */
    SiteLine line() {
        var choices = site.choices();
        return site.number()
                .map(number -> number.fold(
                        it -> site.shared()
                                .subject()
                                .country(it)
                                .fold(
                                        country -> emergency(Optional.of(it.type()), country.or(choices::country)),
                                        why -> SiteLine.unread(STEP, why)),
                        why -> SiteLine.unread(STEP, why)))
                .orElseGet(() -> emergency(choices.type(), choices.country()));
    }

    private SiteLine emergency(Optional<NumberType> type, Optional<Country> country) {
        if (type.isEmpty() || country.isEmpty()) {
            return SiteLine.of(STEP, LineState.WAITS, Explanation.of("site.type-open"));
        }
        var named = site.settings().emergencyCallRouting(type.get(), country.get());
        if (named.isEmpty()) {
            return SiteLine.notSet(
                    STEP,
                    "site.emergency.no-setting",
                    "%s/%s".formatted(type.get().graphName(), country.get()));
        }
        return site.tenant()
                .policy(named.get(), EmergencyCallRouting.class)
                .fold(
                        found -> found.map(policy -> emergency(policy, type.get(), country.get()))
                                .orElseGet(() -> SiteLine.notDone(STEP, "site.routing.not-there", named.get())),
                        why -> SiteLine.unread(STEP, why));
    }

    private SiteLine emergency(EmergencyCallRouting policy, NumberType type, Country country) {
        if (policy.numbers().isEmpty()) {
            return SiteLine.notDone(STEP, "site.emergency.empty", policy.name());
        }
        return switch (type) {
            case CALLING_PLAN, OPERATOR_CONNECT -> {
                var routed = policy.numbers().stream()
                        .filter(entry -> entry.usage().isPresent())
                        .toList();
                yield routed.isEmpty()
                        ? complete(policy, country)
                        : SiteLine.notDone(STEP, "readiness.EMG-02.usage", policy.name(), dialled(routed));
            }
            case DIRECT_ROUTING -> routed(policy, country);
            case OTHER -> SiteLine.of(STEP, LineState.WAITS);
        };
    }

    private SiteLine routed(EmergencyCallRouting policy, Country country) {
        VoiceRouteTable routes = site.shared().subject().routing();
        var usages = policy.numbers().stream()
                .flatMap(entry -> entry.usage().stream())
                .toList();
        return routes.existing(usages)
                .fold(
                        valid -> {
                            var unrouted = policy.numbers().stream()
                                    .filter(entry -> entry.usage()
                                            .filter(valid::contains)
                                            .isEmpty())
                                    .toList();
                            return unrouted.isEmpty()
                                    ? carried(policy, country, routes)
                                    : SiteLine.notDone(
                                            STEP, "readiness.EMG-03.no-usage", policy.name(), dialled(unrouted));
                        },
                        why -> SiteLine.unread(STEP, why));
    }

    private SiteLine carried(EmergencyCallRouting policy, Country country, VoiceRouteTable routes) {
        var lost = policy.numbers().stream()
                .filter(entry -> carries(routes, entry)
                        .known()
                        .filter(carried -> !carried)
                        .isPresent())
                .toList();
        if (!lost.isEmpty()) {
            return SiteLine.notDone(STEP, "readiness.EMG-04.no-route", policy.name(), dialled(lost));
        }
        return policy.numbers().stream()
                .flatMap(entry -> carries(routes, entry).fold(_ -> Stream.<String>empty(), Stream::of))
                .findFirst()
                .map(why -> SiteLine.unread(STEP, why))
                .orElseGet(() -> complete(policy, country));
    }

    private static Fact<Boolean> carries(VoiceRouteTable routes, EmergencyNumber entry) {
        return routes.carries(entry.usage().orElseThrow(), entry.dialString());
    }

    /** Whether what people dial in the country is in it. */
    private static SiteLine complete(EmergencyCallRouting policy, Country country) {
        var missing = PublishedData.emergencyNumbers(country).map(TreeSet::new);
        if (missing.isEmpty()) {
            return SiteLine.unread(STEP, "there is no table of the emergency numbers of %s".formatted(country));
        }
        policy.numbers().stream().filter(entry -> !isTestCall(entry)).forEach(entry -> {
            missing.get().remove(entry.dialString().strip());
            entry.masks().forEach(mask -> missing.get().remove(mask.strip()));
        });
        return missing.get().isEmpty()
                ? SiteLine.of(
                        STEP,
                        LineState.DONE,
                        Explanation.of("site.emergency.found", policy.name(), dialled(policy.numbers())))
                : SiteLine.of(
                        STEP,
                        LineState.WARNING,
                        Explanation.of("readiness.EMG-05.missing", policy.name(), List.copyOf(missing.get())));
    }

    private static boolean isTestCall(EmergencyNumber entry) {
        return entry.dialString().strip().equals(EmergencyDigitRules.TEST_CALL);
    }

    private static List<String> dialled(Collection<EmergencyNumber> entries) {
        return entries.stream().map(entry -> entry.dialString().strip()).toList();
    }
}
