package dev.linekeeper.template.function.date;

import dev.linekeeper.template.value.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Time zones by the names Windows gives them, or by those of the IANA database. */
final class TimeZones {
    private static final Set<String> WITHOUT_REGION = Set.of("UTC", "CST6CDT", "EST5EDT", "MST7MDT", "PST8PDT");

    private TimeZones() {}

    /** Read only when a zone is asked for. */
    private static final class WindowsZones {
        static final Map<String, String> ZONES = read();

        private static Map<String, String> read() {
            try (InputStream zones = TimeZones.class.getResourceAsStream("windows-zones.txt")) {
                String lines = new String(Objects.requireNonNull(zones).readAllBytes(), StandardCharsets.UTF_8);
                return lines.lines()
                        .filter(line -> !line.startsWith("#"))
                        .collect(Collectors.toUnmodifiableMap(
                                line -> line.substring(0, line.indexOf('=')),
                                line -> line.substring(line.indexOf('=') + 1)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static ZoneId of(JsonNode name) {
        String zone = name.isString() ? name.stringValue() : "";
        String iana = WindowsZones.ZONES.getOrDefault(zone, zone);
        try {
            if (iana.contains("/") || WITHOUT_REGION.contains(iana)) {
                return ZoneId.of(iana);
            }
        } catch (DateTimeException e) {
            // Reported below, with the names that look like no zone at all.
        }
        throw Failure.of("%s is not a time zone.", name);
    }
}
