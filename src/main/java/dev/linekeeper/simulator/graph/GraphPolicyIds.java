package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
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
}
