package dev.linekeeper.settings;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The HTTP server.
 *
 * @param pages a folder with {@code help.html}, {@code privacy.html} or {@code terms.html} instead of the built-in pages
 * @param metricsReaders addresses or networks that may read {@code /actuator/prometheus}, beside this machine
 * @param trustedProxies addresses or networks of proxies whose {@code X-Forwarded-For} is believed; none by default
 */
public record WebSettings(
        @Nullable Path pages,
        @DefaultValue List<String> metricsReaders,
        @DefaultValue List<String> trustedProxies) {}
