package dev.linekeeper.core.groups;

import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.core.tenant.groundwork.GroupGrantChange;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fingerprint of a plan for a group: SHA-256 in hex over its purpose, both sides, the other groups with their policies in
 * the order of their ranks, and the version of the rules.
 */
final class GroupFingerprint {
    private GroupFingerprint() {}

    /** Each field is preceded by its length. The others' ranks are not in it: the plan's own steps move them. */
    static String of(Purpose purpose, GroupGrantChange change, GroupGrantList grants) {
        var own = Stream.of(
                "group/1",
                Readiness.VERSION,
                purpose.name(),
                change.group().value(),
                side(change.before()),
                side(change.after()));
        var others = grants.read().stream()
                .filter(grant -> !grant.group().equals(change.group()))
                .flatMap(grant -> Stream.of(
                        grant.group().value(), AnyCase.folded(grant.policy().value())));
        return Sha256.hex(Stream.concat(own, others)
                .map(field -> "%d:%s".formatted(field.length(), field))
                .collect(Collectors.joining()));
    }

    private static String side(Optional<GroupGrant> grant) {
        return grant.map(it -> AnyCase.folded(it.text())).orElse("");
    }
}
