package dev.linekeeper.settings;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The watch on the directory.
 *
 * @param every how long after one question about changes the next one is asked; none is asked at zero
 * @param most how many people are asked for or told of one by one when the same happens to them within an hour; more are one question
 * @param groups how long after one look at groups that were enrolled the next one is made; none is made at zero
 */
public record WatchSettings(
        @DefaultValue("15m") @DurationMin Duration every,
        @DefaultValue("20") @Min(0) int most,
        @DefaultValue("1d") @DurationMin Duration groups) {}
