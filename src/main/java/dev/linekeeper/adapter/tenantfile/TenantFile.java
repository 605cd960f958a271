package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.PolicyKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a tenant file (src/docs/tenant-file.md): an object with one member a section. Reads section by section and entry
 * by entry, so that the JSON of ten thousand people is never in memory. Unknown members are skipped; what cannot be read
 * is named with its place and costs as little as possible.
 */
public final class TenantFile {
    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int NAMED_AT_MOST = 5;

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
            return read(parser);
        } catch (UnreadableTenantFile fault) {
            throw new UnreadableTenantFile("%s: %s".formatted(name, fault.getMessage()), fault);
        } catch (JacksonException fault) {
            throw new UnreadableTenantFile("%s is not JSON: %s".formatted(name, where(fault)), fault);
        }
    }

    /** The content of a tenant file, or of some sections of one, that is in memory. */
    public static TenantContent read(ObjectNode tenant) {
        try (var parser = JSON.treeAsTokens(tenant)) {
            return read(parser);
        }
    }

    private static TenantContent read(JsonParser parser) {
        var sections = new TenantContentBuilder();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new UnreadableTenantFile("an object with the sections of a tenant was expected");
        }
        var known = false;
        var names = new ArrayList<String>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            names.add(parser.currentName());
            parser.nextToken();
            known |= sections.read(names.getLast(), parser);
        }
        if (parser.nextToken() != null) {
            throw new UnreadableTenantFile("nothing was expected after the closing brace");
        }
        if (!known && !names.isEmpty()) {
            throw new UnreadableTenantFile("sections of a tenant such as users were expected, found %s"
                    .formatted(names.stream().limit(NAMED_AT_MOST).collect(Collectors.joining(", "))));
        }
        return sections.content();
    }

    /**
     * The file as one object in the shape of src/docs/tenant-file.md, whatever it is written in, to be changed and written
     * again. A section that is not complete stays as it is.
     */
    public static ObjectNode inOneShape(byte[] file) {
        var made = JSON.createObjectNode();
        ((ObjectNode) JSON.readTree(file)).properties().forEach(section -> {
            var name = TenantContentBuilder.section(section.getKey()).orElse(section.getKey());
            if (name.equals("policies") && section.getValue() instanceof ObjectNode kinds) {
                var policies = made.putObject(name);
                kinds.properties()
                        .forEach(kind -> policies.set(
                                TenantContentBuilder.kind(kind.getKey())
                                        .map(PolicyKind::type)
                                        .orElse(kind.getKey()),
                                inOneShape(name, kind.getValue())));
            } else {
                made.set(name, inOneShape(name, section.getValue()));
            }
        });
        return made;
    }

    private static JsonNode inOneShape(String section, JsonNode written) {
        if (!written.isContainer()) {
            return written;
        }
        try (var parser = JSON.treeAsTokens(written)) {
            parser.nextToken();
            return new SectionReader(section, "", parser, _ -> {}).inOneShape().orElse(written);
        }
    }

    private static String where(JacksonException fault) {
        var what = fault.getOriginalMessage().lines().findFirst().orElse("unreadable");
        var at = fault.getLocation();
        return at == null ? what : "line %d, column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), what);
    }
}
