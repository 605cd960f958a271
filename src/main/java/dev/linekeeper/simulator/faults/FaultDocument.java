package dev.linekeeper.simulator.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A JSON object written by hand, read member by member; a member that is never read is an error. Not thread-safe. */
final class FaultDocument {
    private final String pointer;
    private final JsonNode object;
    private final Set<String> read = new TreeSet<>();

    FaultDocument(String pointer, JsonNode object) {
        this.pointer = pointer;
        this.object = object;
        if (!object.isObject()) {
            throw new InvalidFault("%s: an object was expected, found %s".formatted(pointer, object));
        }
    }

    String pointer() {
        return pointer.isEmpty() ? "/" : pointer;
    }

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name) {
        return words(name).orElseThrow(() -> wrong(name, "a text"));
    }

    String or(String name, String otherwise) {
        return words(name).orElse(otherwise);
    }

    Optional<String> words(String name) {
        read.add(name);
        var found = object.path(name);
        if (found.isMissingNode() || found.isNull()) {
            return Optional.empty();
        }
        if (!found.isString() || found.stringValue().isBlank()) {
            throw wrong(name, "a text");
        }
        return Optional.of(found.stringValue().strip());
    }

    int number(String name, int otherwise) {
        read.add(name);
        var found = object.path(name);
        if (found.isMissingNode()) {
            return otherwise;
        }
        if (!found.isInt() || found.intValue() < 0) {
            throw wrong(name, "a whole number, zero or more,");
        }
        return found.intValue();
    }

    boolean flag(String name, boolean otherwise) {
        read.add(name);
        var found = object.path(name);
        if (!found.isMissingNode() && !found.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return found.booleanValue(otherwise);
    }

    Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    Optional<Duration> seconds(String name) {
        return has(name) ? Optional.of(seconds(name, 0)) : Optional.empty();
    }

    /** Fails for the first member that was not read. */
    void mustBeRead() {
        object.propertyNames().stream()
                .filter(name -> !read.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidFault("%s/%s: it means nothing here; known are %s".formatted(pointer, name, read));
                });
    }

    InvalidFault wrong(String name, String expected) {
        var found = object.path(name);
        return new InvalidFault("%s/%s: %s was expected, found %s"
                .formatted(pointer, name, expected, found.isMissingNode() ? "nothing" : found));
    }
}
