package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The opaque ids of policies in Graph. */
public final class GraphPolicyIds {
    private GraphPolicyIds() {}

    public static String of(PolicyKind kind, PolicyName name) {
        var text = kind.type() + "|" + name.value().toLowerCase(Locale.ROOT);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The id of a Shared Calling policy where a number is assigned to it: another one than {@link #of}. */
    static String instance(String name) {
        return UUID.nameUUIDFromBytes(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The policy's name in lower case; empty for an id of another kind. */
    static Optional<PolicyName> name(PolicyKind kind, String id) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
            var start = kind.type() + "|";
            return text.startsWith(start) && text.length() > start.length()
                    ? Optional.of(new PolicyName(text.substring(start.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
