package dev.linekeeper.template.function;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The kinds of value an expression can be known to yield before it is evaluated. */
public enum ValueKind {
    BOOLEAN,
    NUMBER,
    STRING,
    ARRAY,
    /** Anything: only the evaluation will tell. */
    OBJECT;

    /** The kinds a constant is known to be of; null and undefined may be anything. */
    public static Set<ValueKind> of(JsonNode constant) {
        return EnumSet.of(
                switch (constant.getNodeType()) {
                    case BOOLEAN -> BOOLEAN;
                    case NUMBER -> NUMBER;
                    case STRING -> STRING;
                    case ARRAY -> ARRAY;
                    default -> OBJECT;
                });
    }

    /** The kinds of a declaration, with a bar between them: any, boolean, number, string, list. */
    static Set<ValueKind> of(String written) {
        Set<ValueKind> kinds = EnumSet.noneOf(ValueKind.class);
        for (String kind : written.split("\\|", -1)) {
            kinds.add(
                    switch (kind) {
                        case "any" -> OBJECT;
                        case "boolean" -> BOOLEAN;
                        case "number" -> NUMBER;
                        case "string" -> STRING;
                        case "list" -> ARRAY;
                        default -> throw new IllegalArgumentException("there is no kind " + kind);
                    });
        }
        return kinds;
    }

    /** The kinds as they read in a sentence: "a string or a list". */
    static String names(Set<ValueKind> kinds) {
        return kinds.stream()
                .map(kind -> switch (kind) {
                    case BOOLEAN, NUMBER, STRING -> "a " + kind.name().toLowerCase(Locale.ROOT);
                    case ARRAY -> "a list";
                    case OBJECT -> "anything";
                })
                .collect(Collectors.joining(" or "));
    }

    /** Whether an argument known to be {@code given} can serve where {@code wanted} is asked for. */
    static boolean fit(Set<ValueKind> wanted, Set<ValueKind> given) {
        return wanted.contains(OBJECT) || given.contains(OBJECT) || !Collections.disjoint(wanted, given);
    }
}
