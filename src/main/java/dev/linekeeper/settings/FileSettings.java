package dev.linekeeper.settings;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Files that people send and take away.
 *
 * @param hosts where they may be fetched from and put to; {@code *} at the beginning stands for one or more labels
 */
public record FileSettings(
        @DefaultValue("*.sharepoint.com")
        List<@Pattern(regexp = HOST, message = "must be a host such as *.sharepoint.com") String> hosts) {
    private static final String HOST = "(\\*\\.)?([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,}";
}
