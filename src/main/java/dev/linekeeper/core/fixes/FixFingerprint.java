package dev.linekeeper.core.fixes;

import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.groundwork.Fix;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fingerprint of a plan that puts something right: SHA-256 in hex over its purpose, both sides and the version of the rules. */
final class FixFingerprint {
    private FixFingerprint() {}

    /** Each field is preceded by its length, so that no two fixes read alike. */
    static String of(Purpose purpose, String kind, Fix<?> fix) {
        return Sha256.hex(Stream.of(
                        "fix/1",
                        Readiness.VERSION,
                        purpose.name(),
                        kind,
                        fix.account().value(),
                        fix.subject().name(),
                        side(fix.before()),
                        side(fix.after()))
                .map(field -> "%d:%s".formatted(field.length(), field))
                .collect(Collectors.joining()));
    }

    private static String side(Optional<?> value) {
        return value.map(it -> "=" + AnyCase.folded(it.toString())).orElse("");
    }
}
