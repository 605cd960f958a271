package dev.linekeeper.adapter.powershell;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.MicrosoftSpelling;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A value in a JSON document and its path, so that every error names the place. A value that cannot be read throws the
 * document's exception; there are no silent defaults. Member names match in any case, as in PowerShell. Immutable.
 *
 * @param place the path: {@code Get-CsOnlineVoiceRoute[3].NumberPattern} or {@code /users/3/id}
 */
public record JsonCursor(Document document, String place, JsonNode node) {
    private static final Logger log = LoggerFactory.getLogger(JsonCursor.class);
    /** As Direct Routing numbers may be stored. */
    private static final Pattern WITHOUT_PLUS =
            Pattern.compile("[1-9]\\d{7,14}(?:;ext=\\d+)?", Pattern.CASE_INSENSITIVE);

    /** A kind of document: the output of a cmdlet, or a file. */
    public interface Document {
        /** The source as cards name it, such as "Teams PowerShell". */
        String source();

        /** The path of a member. */
        String member(String place, String name);

        /** The path of a list entry; the first has index 0. */
        String entry(String place, int index);

        /**
         * Whether the document has every member, as cmdlet output does: then an absent member is an error and null is an
         * empty list. A file may leave out usual values.
         */
        boolean isComplete();

        /** The exception for a value that is not the expected one. */
        RuntimeException unreadable(String place, String expected, JsonNode found);

        /** What stands in for a fact whose value could not be read; throws any other fault. */
        default <T> Fact<T> instead(String place, JsonNode found, BackendFailure fault) {
            if (fault.kind() != FailureKind.PROTOCOL) {
                throw fault;
            }
            return Fact.missing("%s: %s".formatted(source(), fault.getMessage()));
        }
    }

    public JsonCursor at(String member) {
        if (!node.isObject()) {
            throw wrong("an object");
        }
        var name = node.has(member)
                ? member
                : node.propertyNames().stream()
                        .filter(member::equalsIgnoreCase)
                        .findFirst()
                        .orElse(member);
        return new JsonCursor(
                document,
                document.member(place, name),
                Objects.requireNonNullElseGet(node.get(name), MissingNode::getInstance));
    }

    public boolean absent() {
        return node.isMissingNode();
    }

    /** Whether the member is absent or null. */
    public boolean empty() {
        return absent() || node.isNull();
    }

    /** This value, which may be null; fails when it is absent from a complete document. */
    JsonCursor stated(String expected) {
        if (document.isComplete() && absent()) {
            throw wrong(expected);
        }
        return this;
    }

    /** The value as a fact, missing when the member is absent. The fact is dated at the epoch: the caller knows the time. */
    public <T> Fact<T> fact(Function<JsonCursor, T> reading) {
        return absent() ? Fact.missing("%s is not in the %s".formatted(place, document.source())) : told(reading);
    }

    /** Like {@link #fact}, for a reading that knows what it means when the member is absent. */
    public <T> Fact<T> told(Function<JsonCursor, T> reading) {
        try {
            return new Fact.Known<>(reading.apply(this), document.source(), Instant.EPOCH);
        } catch (BackendFailure unreadable) {
            return document.instead(place, node, unreadable);
        }
    }

    public <T> Optional<T> optional(Function<JsonCursor, T> reading) {
        return empty() ? Optional.empty() : Optional.of(reading.apply(this));
    }

    /** The value; {@code usual} where the document may leave it out and does, which null does not say. */
    public <T> T or(T usual, Function<JsonCursor, T> reading) {
        return absent() && !document.isComplete() ? usual : reading.apply(this);
    }

    /** Text, stripped; blank text is an error. */
    public String text() {
        if (!node.isString() || node.stringValue().isBlank()) {
            throw wrong("a text");
        }
        return node.stringValue().strip();
    }

    /** Text, stripped; empty for absent, null or blank. */
    public Optional<String> words() {
        return empty() || (node.isString() && node.stringValue().isBlank()) ? Optional.empty() : Optional.of(text());
    }

    public boolean flag() {
        if (!node.isBoolean()) {
            throw wrong("true or false");
        }
        return node.booleanValue();
    }

    /** A number, or the text of one, as it is written. */
    String amount() {
        return node.isNumber() ? node.asString() : text();
    }

    public int count() {
        if (!node.isInt() || node.intValue() < 0) {
            throw wrong("a whole number, zero or more,");
        }
        return node.intValue();
    }

    /** A telephone number in E.164 form, with or without {@code tel:} and {@code +} before it. */
    public PhoneNumber phone() {
        var written = text();
        var plain = written.toLowerCase(Locale.ROOT).startsWith("tel:") ? written.substring(4) : written;
        return PhoneNumber.parse(WITHOUT_PLUS.matcher(plain).matches() ? "+" + plain : plain)
                .orElseThrow(() -> wrong("a telephone number such as +14255550100"));
    }

    /** The number; empty, with a line in the log that names the place, when there is none or it cannot be understood. */
    Optional<PhoneNumber> readablePhone() {
        try {
            return optionalPhone();
        } catch (RuntimeException unreadable) {
            log.warn("action=number-unreadable place={}", place);
            return Optional.empty();
        }
    }

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

    /** An ISO 3166 country; empty for absent, null or blank. */
    public Optional<Country> country() {
        return words().map(iso -> {
            try {
                return new Country(iso);
            } catch (IllegalArgumentException _) {
                throw wrong("a two-letter country such as US");
            }
        });
    }

    /** The constant, in any of Microsoft's spellings; empty for an unknown one. */
    public <E extends Enum<E>> Optional<E> known(Class<E> type) {
        return MicrosoftSpelling.constant(type, text());
    }

    /** Like {@link #known}, but an unknown constant is an error that says what was expected. */
    public <E extends Enum<E>> E oneOf(Class<E> type, String expected) {
        return known(type).orElseThrow(() -> wrong(expected));
    }

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

    /** The entries of a list; one that cannot be read is named, also in the log, and costs itself alone. */
    public <T> Entries<T> entries(Function<JsonCursor, T> reading) {
        return entries(list(Function.identity()), reading);
    }

    static <T> Entries<T> entries(List<JsonCursor> all, Function<JsonCursor, T> reading) {
        var read = new ArrayList<T>(all.size());
        var unread = new ArrayList<String>();
        for (var entry : all) {
            try {
                read.add(reading.apply(entry));
            } catch (BackendFailure odd) {
                if (odd.kind() != FailureKind.PROTOCOL) {
                    throw odd;
                }
                log.warn("action=entry-unreadable why=\"{}\"", odd.getMessage());
                unread.add(String.valueOf(odd.getMessage()));
            }
        }
        return new Entries<>(read, unread);
    }

    /** The first entry of a list. */
    public JsonCursor first() {
        return list(Function.identity()).stream().findFirst().orElseThrow(() -> wrong("a list with an entry"));
    }

    public RuntimeException wrong(String expected) {
        return document.unreadable(place, expected, node);
    }
}
