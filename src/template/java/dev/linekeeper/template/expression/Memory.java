package dev.linekeeper.template.expression;

import tools.jackson.databind.JsonNode;

/** Where the names of an expression lead. */
public interface Memory {
    /** The value at the end of the path; undefined where it leads nowhere. */
    JsonNode find(Path path);

    /** Makes the path lead to the value from now on; nodes that were handed in stay as they are. */
    void write(Path path, JsonNode value);

    /** A memory that begins at one value. */
    static Memory of(JsonNode data) {
        return new DataMemory(data);
    }
}
