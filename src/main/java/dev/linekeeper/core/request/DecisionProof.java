package dev.linekeeper.core.request;

import dev.linekeeper.core.tenant.GroupId;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why somebody could decide, as one line that the audit trail keeps. */
public final class DecisionProof {
    private static final Pattern GROUP = Pattern.compile("APPROVER by group (\\S+), .*");

    private DecisionProof() {}

    /** The line of an approver, of the group whose member they were at that moment; without one of somebody who was none. */
    public static String text(Optional<GroupId> group, Instant readAt) {
        return "APPROVER%s, read at %s"
                .formatted(group.map(id -> " by group " + id.value()).orElse(""), readAt);
    }

    /** The group of a line; empty where it names none, as lines of earlier versions do. */
    public static Optional<GroupId> group(String text) {
        var named = GROUP.matcher(text);
        return named.matches() ? Optional.of(new GroupId(named.group(1))) : Optional.empty();
    }
}
