package dev.linekeeper.core.readiness.judgement;

import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.VoiceRoute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** The PSTN usages and voice routes of a tenant. Usages are compared whatever their case, as names are. */
public final class VoiceRouteTable {
    /** The pattern a new route has when nobody chose one; it has no place for the + of E.164 (rule RES-15). */
    private static final String DEFAULT_PATTERN = "[0-9]{10}";

    private final Tenant tenant;
    private final Lazy<Fact<Entries<CompiledRoute>>> routes;
    private final Map<UsageAndDigits, Fact<Boolean>> carried = new ConcurrentHashMap<>();

    private final Map<String, Optional<Pattern>> patterns = new ConcurrentHashMap<>();

    VoiceRouteTable(Tenant tenant) {
        this.tenant = tenant;
        this.routes = new Lazy<>(() -> tenant.voiceRoutes().map(all -> all.map(CompiledRoute::of)));
    }

    /** Those of {@code usageNames} that exist in the tenant. A policy may name usages that were deleted since. */
    public Fact<List<String>> existing(List<String> usageNames) {
        return tenant.existingUsages(usageNames);
    }

    /**
     * The routes with a gateway that calls with one of {@code usageNames} leave through, and that are as {@code wanted};
     * missing when there is none and some routes could not be read.
     */
    public Fact<List<CompiledRoute>> routesFor(List<String> usageNames, Predicate<CompiledRoute> wanted) {
        return Entries.some(
                routes.get(),
                route -> route.hasGateway() && usageNames.stream().anyMatch(route::serves) && wanted.test(route));
    }

    /** Whether {@code dialString} finds a route with a gateway when it is sent with {@code usage}. */
    public Fact<Boolean> carries(String usage, String dialString) {
        return carried.computeIfAbsent(
                new UsageAndDigits(usage, dialString),
                dialled -> routesFor(List.of(usage), route -> route.matches(dialString))
                        .map(found -> !found.isEmpty()));
    }

    /** What a normalisation rule makes of {@code dialled}; empty when it does not apply. */
    public Optional<String> translated(Policy.NormalizationRule rule, String dialled) {
        try {
            return patterns.computeIfAbsent(rule.pattern(), VoiceRouteTable::compiled)
                    .map(regex -> regex.matcher(dialled))
                    .filter(Matcher::matches)
                    .map(match -> match.replaceFirst(rule.translation()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty(); // a translation that names a group the pattern does not have
        }
    }

    private record UsageAndDigits(String usage, String digits) {}

    /** A voice route, its pattern ready for use; empty when it is no regular expression and so matches nothing. */
    public record CompiledRoute(VoiceRoute route, Set<AnyCase> usages, Optional<Pattern> pattern) {
        static CompiledRoute of(VoiceRoute route) {
            var usages = route.usages().stream().map(AnyCase::new).collect(Collectors.toSet());
            return new CompiledRoute(route, usages, compiled(route.pattern()));
        }

        boolean hasGateway() {
            return !route.gateways().isEmpty();
        }

        boolean serves(String usage) {
            return usages.contains(new AnyCase(usage));
        }

        boolean matches(String digits) {
            return pattern.filter(regex -> regex.matcher(digits).find()).isPresent();
        }

        public boolean hasDefaultPattern() {
            return route.pattern().strip().equals(DEFAULT_PATTERN);
        }
    }

    private static Optional<Pattern> compiled(String regex) {
        try {
            return Optional.of(Pattern.compile(regex));
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }
}
