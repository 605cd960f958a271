package dev.linekeeper.template.expression;

import tools.jackson.databind.JsonNode;

/** The memory of an expression that stands alone: its paths begin at one value. */
final class DataMemory implements Memory {
    private JsonNode data;

    DataMemory(JsonNode data) {
        this.data = data;
    }

    @Override
    public JsonNode find(Path path) {
        return path.from(data);
    }

    @Override
    public void write(Path path, JsonNode value) {
        data = path.write(data, value);
    }
}
