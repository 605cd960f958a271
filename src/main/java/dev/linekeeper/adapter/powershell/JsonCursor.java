package dev.linekeeper.adapter.powershell;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.MicrosoftSpelling;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One value of a JSON document and where it stands, so that every complaint names the place. What cannot be read fails,
 * with the exception the document throws; nothing is replaced by a default unless the reader asks for one. Member names
 * are found in any case, as PowerShell does. Immutable.
 *
 * @param place as the document writes places: {@code Get-CsOnlineVoiceRoute[3].NumberPattern}, {@code /users/3/id}
 */
public record JsonCursor(Document document, String place, JsonNode node) {
    /** A kind of document: the output of cmdlets, or a file that somebody wrote or exported. */
    public interface Document {
        /** As cards name it: "Teams PowerShell". */
        String source();

        /** The place of a member. */
        String member(String place, String name);

        /** The place of an entry of a list; the first has index 0. */
        String entry(String place, int index);

        /**
         * Whether a document says everything, as cmdlets do: then a member that is not there is a failure and null is
         * an empty list. In a file what is usual may be left out.
         */
        boolean isComplete();

        /** What to throw when something else than expected stands at the place. */
        RuntimeException unreadable(String place, String expected, JsonNode found);
    }

    public JsonCursor at(String member) {
        if (!node.isObject()) {
            throw wrong("an object");
        }
        var found = node.get(member);
        if (found == null) {
            found = node.properties().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(member))
                    .findFirst()
                    .<JsonNode>map(entry -> entry.getValue())
                    .orElseGet(MissingNode::getInstance);
        }
        return new JsonCursor(document, document.member(place, member), found);
    }

    public boolean absent() {
        return node.isMissingNode();
    }

    /** Whether there is nothing here: no such member, or null. */
    public boolean empty() {
        return absent() || node.isNull();
    }

    /** This value; a complete document fails when it is not there, null included among what may stand there. */
    JsonCursor stated(String expected) {
        if (document.isComplete() && absent()) {
            throw wrong(expected);
        }
        return this;
    }

    /** What stands here; missing when there is no such member. The time is left to who knows it: it is the epoch. */
    public <T> Fact<T> fact(Function<JsonCursor, T> reading) {
        return absent()
                ? Fact.missing("%s is not in the %s".formatted(place, document.source()))
                : new Fact.Known<>(reading.apply(this), document.source(), Instant.EPOCH);
    }

    public <T> Optional<T> optional(Function<JsonCursor, T> reading) {
        return empty() ? Optional.empty() : Optional.of(reading.apply(this));
    }

    /** What stands here; {@code usual} where a document may leave it out and does. */
    public <T> T or(T usual, Function<JsonCursor, T> reading) {
        return empty() && !document.isComplete() ? usual : reading.apply(this);
    }

    /** Text without blanks around it. */
    public String text() {
        if (!node.isString() || node.stringValue().isBlank()) {
            throw wrong("a text");
        }
        return node.stringValue().strip();
    }

    /** Text, where null and blank mean that there is none. */
    public Optional<String> words() {
        return empty() || (node.isString() && node.stringValue().isBlank()) ? Optional.empty() : Optional.of(text());
    }

    public boolean flag() {
        if (!node.isBoolean()) {
            throw wrong("true or false");
        }
        return node.booleanValue();
    }

    public int count() {
        if (!node.isInt() || node.intValue() < 0) {
            throw wrong("a whole number, zero or more,");
        }
        return node.intValue();
    }

    /** A number in E.164 form, with or without {@code tel:} before it. */
    public PhoneNumber phone() {
        var written = text();
        var plain = written.toLowerCase(Locale.ROOT).startsWith("tel:") ? written.substring(4) : written;
        return PhoneNumber.parse(plain).orElseThrow(() -> wrong("a telephone number such as +14255550100"));
    }

    /** A number, or none. */
    public Optional<PhoneNumber> optionalPhone() {
        return words().map(_ -> phone());
    }

    public PolicyName policyName() {
        try {
            return new PolicyName(text());
        } catch (IllegalArgumentException _) {
            throw wrong("the name of a policy");
        }
    }

    /** An ISO 3166 country, or none. */
    public Optional<Country> country() {
        return words().map(iso -> {
            try {
                return new Country(iso);
            } catch (IllegalArgumentException _) {
                throw wrong("a two-letter country such as US");
            }
        });
    }

    /** The constant written here in any of Microsoft's spellings; empty for a word we do not know. */
    public <E extends Enum<E>> Optional<E> known(Class<E> type) {
        return MicrosoftSpelling.constant(type, text());
    }

    /** The same; a word we do not know is a failure, which says what was expected. */
    public <E extends Enum<E>> E oneOf(Class<E> type, String expected) {
        return known(type).orElseThrow(() -> wrong(expected));
    }

    /** Every entry of a list, in its order. */
    public <T> List<T> list(Function<JsonCursor, T> reading) {
        if (node.isNull() && document.isComplete()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw wrong("a list");
        }
        var items = new ArrayList<T>(node.size());
        for (var item : node) {
            items.add(reading.apply(new JsonCursor(document, document.entry(place, items.size()), item)));
        }
        return List.copyOf(items);
    }

    public RuntimeException wrong(String expected) {
        return document.unreadable(place, expected, node);
    }
}
