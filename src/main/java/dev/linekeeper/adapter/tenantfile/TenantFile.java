package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a tenant file (src/docs/tenant-file.md): an object with one member a section. Reads section by section and entry
 * by entry, so that the JSON of ten thousand people is never in memory. Unknown members are skipped.
 */
public final class TenantFile {
    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private TenantFile() {}

    /**
     * Parses the file.
     *
     * @throws UnreadableTenantFile when it is missing, not JSON, or has an unexpected value; the message names the place
     */
    public static TenantContent read(Path file) {
        if (Files.isDirectory(file)) {
            throw new UnreadableTenantFile("%s is a directory, a tenant file was expected".formatted(file));
        }
        if (!Files.exists(file)) {
            throw new UnreadableTenantFile("%s does not exist".formatted(file));
        }
        try (var in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        } catch (IOException unreadable) {
            throw new UnreadableTenantFile(
                    "%s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    /** Like {@link #read(Path)}; {@code name} is the file's name in errors. */
    public static TenantContent read(String name, InputStream in) {
        try (var parser = JSON.createParser(in)) {
            var sections = new TenantContentBuilder();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableTenantFile("an object with the sections of a tenant was expected");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var section = parser.currentName();
                parser.nextToken();
                sections.read(section, parser);
            }
            if (parser.nextToken() != null) {
                throw new UnreadableTenantFile("nothing was expected after the closing brace");
            }
            return sections.content();
        } catch (UnreadableTenantFile fault) {
            throw new UnreadableTenantFile("%s: %s".formatted(name, fault.getMessage()), fault);
        } catch (JacksonException fault) {
            throw new UnreadableTenantFile("%s is not JSON: %s".formatted(name, where(fault)), fault);
        }
    }

    private static String where(JacksonException fault) {
        var what = fault.getOriginalMessage().lines().findFirst().orElse("unreadable");
        var at = fault.getLocation();
        return at == null ? what : "line %d, column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), what);
    }
}
