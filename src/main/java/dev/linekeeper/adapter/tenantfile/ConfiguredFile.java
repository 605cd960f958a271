package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tenant file that {@code linekeeper.tenant-file} names, or the built-in demo tenant.
 *
 * @param name the file's name, such as {@code contoso.json}, with which errors begin
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and the bytes are read only
public record ConfiguredFile(String name, byte[] content) {
    private static final Logger log = LoggerFactory.getLogger(ConfiguredFile.class);
    private static final String BUILT_IN = "/demo/tenant.json";

    /**
     * Reads the file.
     *
     * @param file the setting; the demo tenant when null
     * @throws UnreadableTenantFile when it does not exist or cannot be read
     */
    public static ConfiguredFile of(@Nullable Path file) {
        try {
            if (file == null) {
                try (var demo = ConfiguredFile.class.getResourceAsStream(BUILT_IN)) {
                    return new ConfiguredFile(
                            "demo", Objects.requireNonNull(demo, BUILT_IN).readAllBytes());
                }
            }
            if (!Files.isRegularFile(file)) {
                throw new UnreadableTenantFile("linekeeper.tenant-file: %s is not a file".formatted(file));
            }
            return new ConfiguredFile(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UnreadableTenantFile(
                    "%s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    /**
     * Parses the file.
     *
     * @throws UnreadableTenantFile when it is not a tenant file; the message names the place
     */
    public TenantContent read() {
        var read = TenantFile.read(name, new ByteArrayInputStream(content));
        read.unusable().forEach(line -> log.warn("action=tenant-file-not-used file={} {}", name, line));
        return read;
    }
}
