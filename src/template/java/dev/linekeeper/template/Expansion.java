package dev.linekeeper.template;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An expanded template, and what was noticed on the way. It is the caller's own: changing it changes nothing else. */
public final class Expansion {
    /** Without Jackson's limits of what may be read: the template's own limits held when it was written. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Integer.MAX_VALUE)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private final byte[] utf8;
    private final List<String> warnings;

    Expansion(byte[] utf8, List<String> warnings) {
        this.utf8 = utf8;
        this.warnings = List.copyOf(warnings);
    }

    /** The card as JSON in UTF-8 without white space; the four bytes {@code null} when a condition dropped the whole of it. */
    public byte[] utf8() {
        return utf8;
    }

    /** The card as JSON without white space. */
    public String text() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** The card as a tree, read anew at each call; a null node when a condition dropped the whole of it. */
    public JsonNode tree() {
        return MAPPER.readTree(utf8);
    }

    /** What the template may not have meant: conditions that were not met or are no expressions, in the engine's own words. */
    public List<String> warnings() {
        return warnings;
    }
}
