package dev.linekeeper.adapter.powershell;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One value a cmdlet printed and where it stands, such as {@code Get-CsOnlineVoiceRoute[3].NumberPattern}. What cannot be
 * read fails with that place; nothing is replaced by a default. Names are found in any case, as PowerShell does.
 */
record Output(String place, JsonNode node) {
    Output at(String property) {
        if (!node.isObject()) {
            throw wrong("an object");
        }
        var found = node.get(property);
        if (found == null) {
            found = node.properties().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(property))
                    .findFirst()
                    .<JsonNode>map(entry -> entry.getValue())
                    .orElseGet(MissingNode::getInstance);
        }
        return new Output(place + "." + property, found);
    }

    boolean absent() {
        return node.isMissingNode();
    }

    /** Whether there is nothing here: no such property, or {@code $null}. */
    boolean empty() {
        return absent() || node.isNull();
    }

    String text() {
        if (!node.isString() || node.stringValue().isBlank()) {
            throw wrong("a text");
        }
        return node.stringValue().strip();
    }

    /** Text, where null and blank mean that there is none. */
    Optional<String> words() {
        return empty() || (node.isString() && node.stringValue().isBlank()) ? Optional.empty() : Optional.of(text());
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw wrong("true or false");
        }
        return node.booleanValue();
    }

    int count() {
        if (!node.isInt()) {
            throw wrong("a whole number");
        }
        return node.intValue();
    }

    /** A number with or without {@code tel:} before it. */
    PhoneNumber phone() {
        var written = text();
        var plain = written.toLowerCase(Locale.ROOT).startsWith("tel:") ? written.substring(4) : written;
        return PhoneNumber.parse(plain).orElseThrow(() -> wrong("a telephone number"));
    }

    PolicyName policyName() {
        try {
            return new PolicyName(text());
        } catch (IllegalArgumentException _) {
            throw wrong("the name of a policy");
        }
    }

    Optional<Country> country() {
        return words().map(iso -> {
            try {
                return new Country(iso);
            } catch (IllegalArgumentException _) {
                throw wrong("a two-letter country");
            }
        });
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        return known(type).orElseThrow(() -> wrong("a " + type.getSimpleName()));
    }

    /** The constant written here in any of Microsoft's spellings; empty for a word we do not know. */
    <E extends Enum<E>> Optional<E> known(Class<E> type) {
        var plain = text().replace("_", "").replace(" ", "");
        for (var constant : type.getEnumConstants()) {
            if (constant.name().replace("_", "").equalsIgnoreCase(plain)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** Every entry of a list; {@code $null} is an empty one, a list that is not there is a failure. */
    <T> List<T> list(Function<Output, T> reading) {
        if (node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw wrong("a list");
        }
        var items = new ArrayList<T>(node.size());
        for (var item : node) {
            items.add(reading.apply(new Output("%s[%d]".formatted(place, items.size()), item)));
        }
        return List.copyOf(items);
    }

    BackendFailure wrong(String expected) {
        var found = absent() ? "nothing" : node.getNodeType().name().toLowerCase(Locale.ROOT);
        return new BackendFailure(
                BackendFailure.Kind.PROTOCOL, "%s: %s was expected, found %s".formatted(place, expected, found));
    }
}
