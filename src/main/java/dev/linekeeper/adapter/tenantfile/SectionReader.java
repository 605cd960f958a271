package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.powershell.JsonCursor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** The parser's current section, read entry by entry; empty when it is null. */
record SectionReader(String pointer, JsonParser parser) {
    JsonCursor value() {
        return TenantFileJson.of(pointer, parser.<JsonNode>readValueAsTree());
    }

    <T> Optional<List<T>> list(Function<JsonCursor, T> reading) {
        var all = new ArrayList<T>();
        return each(item -> all.add(reading.apply(item))) ? Optional.of(List.copyOf(all)) : Optional.empty();
    }

    /** Entries by key, in the file's order; {@code member} has the key, for the error about a duplicate. */
    <K, T> Optional<Map<K, T>> keyed(String member, Function<JsonCursor, T> reading, Function<T, K> key) {
        var all = new LinkedHashMap<K, T>();
        var present = each(item -> {
            var entry = reading.apply(item);
            if (all.putIfAbsent(key.apply(entry), entry) != null) {
                throw item.at(member).wrong("a value no other entry has");
            }
        });
        return present ? Optional.of(Collections.unmodifiableMap(all)) : Optional.empty();
    }

    private boolean each(Consumer<JsonCursor> entry) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return false;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw value().wrong("a list");
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            entry.accept(TenantFileJson.of(pointer + "/" + i, parser.<JsonNode>readValueAsTree()));
        }
        return true;
    }
}
