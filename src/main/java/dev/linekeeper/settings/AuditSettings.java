package dev.linekeeper.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The audit trail.
 *
 * @param anchorFile where the newest record is noted, out of the reach of whoever can write to the database: on a volume of
 *     its own that lasts; a file, or with several replicas a folder that is there, in which each has a file of its own; without it only the log has it
 * @param anchorInterval how often it is noted, there and in the log
 * @param retention how long what is personal in a record is kept; then it is erased, and finished requests with it
 */
public record AuditSettings(
        @Nullable Path anchorFile,

        @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration anchorInterval,

        @DefaultValue("400d") @DurationMin(days = 1) Duration retention) {
    /** A blank name, as an unset variable of a compose file gives it, is as good as none. */
    public AuditSettings {
        anchorFile = anchorFile == null || anchorFile.toString().isBlank() ? null : anchorFile;
    }
}
