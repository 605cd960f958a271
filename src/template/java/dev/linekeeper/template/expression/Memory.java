package dev.linekeeper.template.expression;

import dev.linekeeper.template.value.Accountant;
import tools.jackson.databind.JsonNode;

/** Where the names of an expression lead. */
public interface Memory {
    /** The value at the end of the path; undefined where it leads nowhere. */
    JsonNode find(PropertyPath path, Accountant accountant);

    /** Makes the path lead to the value from now on; nodes that were handed in stay as they are. */
    void write(PropertyPath path, JsonNode value, Accountant accountant);

    /** Notes that a binding leads nowhere. */
    default void noteUnbound(String path) {}

    /** A memory that begins at one value. */
    static Memory of(JsonNode data) {
        return new DataMemory(data);
    }

    /** The memory of an expression that stands alone: its paths begin at one value. */
    final class DataMemory implements Memory {
        private JsonNode data;

        DataMemory(JsonNode data) {
            this.data = data;
        }

        @Override
        public JsonNode find(PropertyPath path, Accountant accountant) {
            return path.from(data, accountant);
        }

        @Override
        public void write(PropertyPath path, JsonNode value, Accountant accountant) {
            data = path.write(data, value, accountant);
        }
    }
}
