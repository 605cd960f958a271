package dev.linekeeper.core.fixes.policies;

import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A policy as people write it, alone or with what is chosen for it. */
public final class WrittenPolicy {
    /** Between the name of a policy and what is chosen for it. */
    public static final String CHOSEN = ": ";

    private WrittenPolicy() {}

    /** Whether it is that policy which is written. */
    public static boolean is(Optional<String> written, PolicyName name) {
        return written.filter(text -> means(text, name)).isPresent();
    }

    private static boolean means(String text, PolicyName name) {
        return AnyCase.same(text, name.value()) || AnyCase.folded(text).startsWith(AnyCase.folded(name + CHOSEN));
    }

    /** Those of a type by name, never the Global one, which is everybody's; of that name alone where one is written. */
    static <P extends Policy> Stream<P> of(Optional<String> written, Collection<Policy> all, Class<P> type) {
        return all.stream()
                .filter(policy -> !policy.name().isGlobal())
                .filter(policy -> written.isEmpty() || is(written, policy.name()))
                .filter(type::isInstance)
                .map(type::cast)
                .sorted(Comparator.comparing(policy -> policy.name().value()));
    }
}
