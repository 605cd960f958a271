package dev.linekeeper.template;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An expanded template, and what was noticed on the way. It is the caller's own: changing it changes nothing else. */
public final class Expansion {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final @Nullable JsonNode tree;
    private final byte[] utf8;
    private final List<String> warnings;

    private Expansion(@Nullable JsonNode tree, byte[] utf8, List<String> warnings) {
        this.tree = tree;
        this.utf8 = utf8;
        this.warnings = List.copyOf(warnings);
    }

    static Expansion of(JsonNode tree, List<String> warnings) {
        return new Expansion(tree, new byte[0], warnings);
    }

    static Expansion of(byte[] utf8, List<String> warnings) {
        return new Expansion(null, utf8, warnings);
    }

    /** The card as a tree; null when a condition dropped the whole of it. Read anew at each call after an expansion to UTF-8. */
    public JsonNode tree() {
        return tree == null ? MAPPER.readTree(utf8) : tree;
    }

    /** The card as JSON in UTF-8 without white space. Written anew at each call after an expansion to a tree. */
    public byte[] utf8() {
        if (tree == null) {
            return utf8;
        }
        Utf8Sink sink = new Utf8Sink(8192);
        sink.value(tree);
        return sink.result();
    }

    /** The card as JSON without white space. */
    public String text() {
        return new String(utf8(), StandardCharsets.UTF_8);
    }

    /** What the template may not have meant: conditions that were not met or are no expressions, in the engine's own words. */
    public List<String> warnings() {
        return warnings;
    }
}
