package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.powershell.JsonCursor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The parser's current section, read entry by entry: a list, lists in a list, what wraps a list, or one entry alone. It
 * has no value when it is null, no list, or goes on elsewhere; an entry that cannot be read costs itself.
 */
final class SectionReader {
    private static final String GOES_ON = "@odata.nextLink";
    /** Whoever is in this section is judged, and nobody else; so it must say who they are, and need not be whole. */
    private static final String PEOPLE = "users";
    /** Its cmdlet prints lines of text before its objects. */
    private static final String WITH_DIAGNOSTICS = "autoAttendants";

    private final String section;
    private final String pointer;
    private final JsonParser parser;
    private final Consumer<String> unusable;
    private final List<String> unread = new ArrayList<>();
    private Optional<String> fault = Optional.empty();

    /**
     * Reads the parser's current value.
     *
     * @param section its name in {@link ShapeTable}
     * @param pointer where it is written
     * @param unusable is told what cannot be used, with its place
     */
    SectionReader(String section, String pointer, JsonParser parser, Consumer<String> unusable) {
        this.section = section;
        this.pointer = pointer;
        this.parser = parser;
        this.unusable = unusable;
    }

    /** Why the section has no value although it is in the file and not null. */
    Optional<String> fault() {
        return fault;
    }

    /** Why entries could not be read, each with its place; the section has a value without them. */
    List<String> unread() {
        return unread;
    }

    /** The section as one value; empty when it is null or cannot be read. */
    <T> Optional<T> value(Function<JsonCursor, Optional<T>> reading) {
        var at = cursor(pointer, parser.readValueAsTree());
        try {
            return at.empty() ? Optional.empty() : reading.apply(at);
        } catch (UnreadableTenantFile odd) {
            tell(odd);
            lose(odd);
            return Optional.empty();
        }
    }

    /** The entries in the file's order. */
    <T> Optional<List<T>> list(Function<JsonCursor, T> reading) {
        return list(reading, this::lost);
    }

    /** The same with what stands for an entry that cannot be read for that reason. */
    <T> Optional<List<T>> list(Function<JsonCursor, T> reading, BiFunction<JsonCursor, String, Optional<T>> instead) {
        var all = new ArrayList<T>();
        var whole = each(entry -> read(entry, reading, instead).ifPresent(all::add));
        return whole ? Optional.of(List.copyOf(all)) : Optional.empty();
    }

    /** Texts in the file's order; an object has a list of them in {@code member}. */
    Optional<List<String>> texts(String member) {
        return list(entry -> entry.node().isObject() ? entry.at(member).list(Function.identity()) : List.of(entry))
                .map(all -> all.stream()
                        .flatMap(List::stream)
                        .flatMap(text -> read(text, JsonCursor::text, this::lost).stream())
                        .toList());
    }

    /**
     * The entries by key, in the file's order. Texts between them, which some cmdlets print, are passed over.
     *
     * @param member has the key
     * @throws UnreadableTenantFile when an entry has a key that another entry has, or a person none
     */
    <K, T> Optional<Map<K, T>> keyed(String member, Function<JsonCursor, T> reading, Function<T, K> key) {
        return keyed(member, reading, key, this::lost);
    }

    /** The same with what stands for an entry that cannot be read for that reason. */
    <K, T> Optional<Map<K, T>> keyed(
            String member,
            Function<JsonCursor, T> reading,
            Function<T, K> key,
            BiFunction<JsonCursor, String, Optional<T>> instead) {
        var all = new LinkedHashMap<K, T>();
        var passedOver = new ArrayList<JsonCursor>();
        var present = each(item -> {
            if (!item.node().isObject()) {
                passedOver.add(item);
            } else if (item.at(member).empty() && !section.equals(PEOPLE)) {
                unusable(item, item.at(member).wrong("a text"), instead)
                        .ifPresent(entry -> all.putIfAbsent(key.apply(entry), entry));
            } else {
                read(item, reading, instead).ifPresent(entry -> {
                    if (all.putIfAbsent(key.apply(entry), entry) != null) {
                        throw item.at(member).wrong("a value no other entry has");
                    }
                });
            }
        });
        if (all.isEmpty() && !passedOver.isEmpty()) {
            lose(passedOver.getFirst().wrong("an object"));
        }
        passedOver.forEach(item -> {
            if (section.equals(PEOPLE) || isDiagnostic(item.node())) {
                tell(item.wrong("an object"));
            } else {
                unusable(item, item.wrong("an object"), instead)
                        .ifPresent(entry -> all.putIfAbsent(key.apply(entry), entry));
            }
        });
        return present && fault.isEmpty() ? Optional.of(Collections.unmodifiableMap(all)) : Optional.empty();
    }

    /** The entries as they are read. */
    Optional<JsonNode> inOneShape() {
        var all = JsonNodeFactory.instance.arrayNode();
        return each(entry -> all.add(entry.node())) ? Optional.of(all) : Optional.empty();
    }

    private <T> Optional<T> read(
            JsonCursor entry, Function<JsonCursor, T> reading, BiFunction<JsonCursor, String, Optional<T>> instead) {
        try {
            return Optional.of(reading.apply(entry));
        } catch (UnreadableTenantFile odd) {
            if (section.equals(PEOPLE)) {
                throw odd;
            }
            return unusable(entry, odd, instead);
        }
    }

    private <T> Optional<T> unusable(
            JsonCursor entry, RuntimeException odd, BiFunction<JsonCursor, String, Optional<T>> instead) {
        tell(odd);
        return instead.apply(entry, String.valueOf(odd.getMessage()));
    }

    private <T> Optional<T> lost(JsonCursor entry, String why) {
        unread.add(why);
        return Optional.empty();
    }

    private boolean isDiagnostic(JsonNode written) {
        return section.equals(WITH_DIAGNOSTICS) && written.isString() && !ExportedEntry.isCutOff(written);
    }

    /** What cannot be used is told; nothing else is lost. */
    private void tell(RuntimeException odd) {
        unusable.accept(String.valueOf(odd.getMessage()));
    }

    /** The section is incomplete, and so has no value: what is not in it may exist. Without people there is no answer. */
    private void lose(RuntimeException odd) {
        if (section.equals(PEOPLE)) {
            throw odd;
        }
        fault = fault.or(() -> Optional.of(String.valueOf(odd.getMessage())));
    }

    /** Whether there is a list, and all of it could be read. */
    private boolean each(Consumer<JsonCursor> entry) {
        return each(pointer, entry) && fault.isEmpty();
    }

    private boolean each(String at, Consumer<JsonCursor> entry) {
        switch (parser.currentToken()) {
            case VALUE_NULL -> {
                return false;
            }
            case START_ARRAY -> {
                for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                    if (parser.currentToken() == JsonToken.VALUE_NULL && !section.equals(PEOPLE)) {
                        entry.accept(cursor(at + "/" + i, JsonNodeFactory.instance.nullNode()));
                    } else {
                        each(at + "/" + i, entry);
                    }
                }
            }
            case START_OBJECT -> {
                return object(at, entry);
            }
            default -> entry.accept(cursor(at, parser.readValueAsTree()));
        }
        return true;
    }

    /** One entry, or what wraps a list: then the list is read entry by entry. */
    private boolean object(String at, Consumer<JsonCursor> entry) {
        var members = JsonNodeFactory.instance.objectNode();
        Optional<Boolean> wrapped = Optional.empty();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            if (name.equals("value") && members.propertyNames().stream().allMatch(ExportedEntry::wraps)) {
                wrapped = Optional.of(each(at + "/value", entry));
            } else {
                members.set(name, parser.<JsonNode>readValueAsTree());
            }
        }
        var whole = cursor(at, members);
        if (wrapped.isPresent()) {
            if (members.hasNonNull(GOES_ON)) {
                tell(whole.at(GOES_ON).wrong("the whole list"));
                if (!section.equals(PEOPLE)) {
                    lose(whole.at(GOES_ON).wrong("the whole list"));
                }
            }
        } else if (members.isEmpty() && at.equals(pointer)) {
            lose(whole.wrong("a list"));
            tell(whole.wrong("a list"));
        } else {
            entry.accept(whole);
        }
        return wrapped.orElse(true);
    }

    private JsonCursor cursor(String at, JsonNode written) {
        var entry = new ExportedEntry(section, at, written);
        return new JsonCursor(new TenantFileJson(entry, unusable), at, entry.node());
    }
}
