package dev.linekeeper.chat;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/** A message in a language, read once. One whose values only stand in it is put together from its pieces. Thread-safe. */
final class Sentence {
    /** A letter for private use, which no message has. */
    private static final String MARK = "\ue000";

    private final Locale locale;
    private final MessageFormat format;
    private final String[] pieces;

    Sentence(String pattern, Locale locale) {
        this.locale = locale;
        this.format = new MessageFormat(pattern, locale);
        var formats = format.getFormatsByArgumentIndex();
        this.pieces = Arrays.stream(formats).allMatch(Objects::isNull) ? pieces(formats.length) : new String[0];
    }

    /** Texts, and between them the numbers of the values that stand there. */
    private String[] pieces(int values) {
        Object[] marked = new Object[values];
        Arrays.setAll(marked, value -> MARK + value + MARK);
        return format.format(marked).split(MARK, -1);
    }

    /** The message with these values, numbers or texts. */
    String with(Object... values) {
        if (pieces.length == 0) {
            return ((MessageFormat) format.clone()).format(values);
        }
        var text = new StringBuilder(pieces[0]);
        for (int at = 1; at < pieces.length; at += 2) {
            int value = Integer.parseInt(pieces[at]);
            text.append(value < values.length ? written(values[value]) : "{" + value + "}")
                    .append(pieces[at + 1]);
        }
        return text.toString();
    }

    private String written(Object value) {
        return value instanceof Number ? NumberFormat.getInstance(locale).format(value) : value.toString();
    }
}
