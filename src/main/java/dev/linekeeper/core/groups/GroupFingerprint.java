package dev.linekeeper.core.groups;

import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.core.tenant.groundwork.GroupGrantChange;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SHA-256 in hex over the version of the rules, a group's plan, and the other groups with their policies in the order of ranks. */
public final class GroupFingerprint {
    private GroupFingerprint() {}

    /** The others' ranks are not in it: the plan's own steps move them. */
    static String of(Purpose purpose, GroupGrantChange change, GroupGrantList grants) {
        var others = grants.read().stream()
                .filter(grant -> !grant.group().equals(change.group()))
                .flatMap(grant -> Stream.of(
                        grant.group().value(), AnyCase.folded(grant.policy().value())));
        return Sha256.hex(own(purpose, change) + text(others));
    }

    /** What of a plan for a group is hashed before the other groups: each field after its length, as theirs are. */
    public static String own(Plan plan) {
        return own(plan.purpose(), plan.groupGrant().orElseThrow());
    }

    private static String own(Purpose purpose, GroupGrantChange change) {
        return text(Stream.of(
                "group/1",
                Readiness.VERSION,
                purpose.name(),
                change.group().value(),
                side(change.before()),
                side(change.after())));
    }

    private static String text(Stream<String> fields) {
        return fields.map(field -> "%d:%s".formatted(field.length(), field)).collect(Collectors.joining());
    }

    private static String side(Optional<GroupGrant> grant) {
        return grant.map(it -> AnyCase.folded(it.text())).orElse("");
    }
}
