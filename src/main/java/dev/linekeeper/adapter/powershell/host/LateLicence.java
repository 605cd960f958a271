package dev.linekeeper.adapter.powershell.host;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Teams says until a licence has got from Entra to it, minutes after it was assigned (src/docs/shared-calling.md). */
public final class LateLicence {
    private static final Pattern WORDS = Pattern.compile("lacks? .{0,20}licen[sc]e", Pattern.CASE_INSENSITIVE);
    private static final Duration TAKES = Duration.ofMinutes(2);

    private LateLicence() {}

    /** The refusal as one that passes, if it is about a licence; else as it is. */
    public static BackendFailure of(BackendFailure refused) {
        String said = String.valueOf(refused.getMessage());
        return WORDS.matcher(said).find()
                ? new BackendFailure(
                        FailureKind.TRANSIENT, refused.code(), said, refused.requestId(), Optional.of(TAKES))
                : refused;
    }
}
