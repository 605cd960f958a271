package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One value of a tenant file and where it stands, so that every complaint can name the place.
 *
 * @param pointer a JSON pointer such as {@code /users/3/id}
 */
record Spot(String pointer, JsonNode node) {
    static final String SOURCE = "tenant file";

    Spot at(String member) {
        var found = object().get(member);
        return new Spot(
                pointer + "/" + member.replace("~", "~0").replace("/", "~1"),
                found == null ? MissingNode.getInstance() : found);
    }

    boolean absent() {
        return node.isMissingNode();
    }

    boolean empty() {
        return absent() || node.isNull();
    }

    /** What stands here; missing when the member is not in the file. When it was read is filled in by {@link Stamp}. */
    <T> Fact<T> fact(Function<Spot, T> reading) {
        return absent()
                ? Fact.missing("%s is not in the tenant file".formatted(pointer))
                : new Fact.Known<>(reading.apply(this), SOURCE, Instant.EPOCH);
    }

    <T> Optional<T> optional(Function<Spot, T> reading) {
        return empty() ? Optional.empty() : Optional.of(reading.apply(this));
    }

    <T> T or(T fallback, Function<Spot, T> reading) {
        return empty() ? fallback : reading.apply(this);
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
        if (!node.isInt() || node.intValue() < 0) {
            throw wrong("a whole number, zero or more,");
        }
        return node.intValue();
    }

    PhoneNumber phone() {
        return PhoneNumber.parse(text()).orElseThrow(() -> wrong("a telephone number such as +14255550100"));
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
                throw wrong("a two-letter country such as US");
            }
        });
    }

    /** The constant written here in any of Microsoft's spellings; the fallback for a word we do not know. */
    <E extends Enum<E>> E oneOf(Class<E> type, E fallback) {
        return word(text(), type).orElse(fallback);
    }

    static <E extends Enum<E>> Optional<E> word(String written, Class<E> type) {
        var plain = written.replace("_", "").replace(" ", "");
        for (var constant : type.getEnumConstants()) {
            if (constant.name().replace("_", "").equalsIgnoreCase(plain)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    <T> List<T> list(Function<Spot, T> reading) {
        if (!node.isArray()) {
            throw wrong("a list");
        }
        var items = new ArrayList<T>(node.size());
        for (var item : node) {
            items.add(reading.apply(new Spot(pointer + "/" + items.size(), item)));
        }
        return List.copyOf(items);
    }

    UnreadableTenantFile wrong(String expected) {
        var found = node.isMissingNode() ? "nothing" : node.toString();
        return new UnreadableTenantFile("%s: %s was expected, found %s"
                .formatted(pointer, expected, found.length() > 60 ? found.substring(0, 60) + "…" : found));
    }

    private JsonNode object() {
        if (!node.isObject()) {
            throw wrong("an object");
        }
        return node;
    }
}
