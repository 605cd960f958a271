package dev.linekeeper.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.template.expression.Expression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every time zone of Windows is one the JDK knows. */
class TimeZonesTest {
    @ParameterizedTest
    @MethodSource("windows")
    void a_windows_zone_is_the_iana_zone_of_the_table(String line) {
        String name = line.substring(0, line.indexOf('='));
        String zone = line.substring(line.indexOf('=') + 1);
        assertThat(ZoneId.getAvailableZoneIds()).contains(zone);
        assertThat(local(name)).isEqualTo(local(zone));
    }

    @Test
    void the_licence_goes_with_the_table() throws IOException {
        assertThat(read("windows-zones-licence.txt")).contains("Copyright © 1991-2025 Unicode, Inc.");
    }

    static Stream<String> windows() throws IOException {
        return read("windows-zones.txt").lines().filter(line -> !line.startsWith("#"));
    }

    private static String local(String zone) {
        return Expression.parse("convertFromUTC('2026-07-01T12:00:00.000Z', '%s', 'HH:mm zzz')".formatted(zone))
                .evaluate(JsonMapper.builder().build().createObjectNode())
                .stringValue();
    }

    private static String read(String name) throws IOException {
        try (InputStream in =
                TimeZonesTest.class.getResourceAsStream("/dev/linekeeper/template/function/date/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
