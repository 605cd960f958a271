package dev.linekeeper.chat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.text.ListFormat;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Messages in the reader's language: English, German or French. Numbers, lists and times are written as that language
 * writes them, telephone numbers grouped for reading.
 */
public final class Wording {
    /** The supported languages; the first one is for everybody else. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

    private static final PhoneNumberUtil PHONE_NUMBERS = PhoneNumberUtil.getInstance();

    private final Locale locale;
    private final ResourceBundle messages;
    private final ValueFormat manner;

    /** How values are written: what is done to text from data, how a time is given, whether numbers are hidden. */
    private record ValueFormat(UnaryOperator<String> quoting, Function<Instant, String> time, boolean masked) {}

    private Wording(Locale locale, ResourceBundle messages, ValueFormat manner) {
        this.locale = locale;
        this.messages = messages;
        this.manner = manner;
    }

    public static Wording of(Locale reader) {
        Locale language = LANGUAGES.stream()
                .filter(ours -> ours.getLanguage().equals(reader.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.getFirst());
        ResourceBundle messages = ResourceBundle.getBundle(
                "i18n.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Locale format = reader.getLanguage().equals(language.getLanguage()) ? reader : language;
        return new Wording(
                format, messages, new ValueFormat(UnaryOperator.identity(), time -> inUtc(time, format), false));
    }

    /** The same, with everything that comes from data put through {@code quoting}, such as a Markdown escape. */
    public Wording quoting(UnaryOperator<String> quoting) {
        return new Wording(locale, messages, new ValueFormat(quoting, manner.time(), manner.masked()));
    }

    /** The same, with times given another way, such as one the reader's own device turns into its local time. */
    public Wording timing(Function<Instant, String> time) {
        return new Wording(locale, messages, new ValueFormat(manner.quoting(), time, manner.masked()));
    }

    /** The same, with the middle of telephone numbers hidden, because others read along. */
    public Wording masking() {
        return new Wording(locale, messages, new ValueFormat(manner.quoting(), manner.time(), true));
    }

    public Locale locale() {
        return locale;
    }

    public String say(Explanation explanation) {
        return say(explanation.key(), explanation.arguments());
    }

    public String say(String key, Object... arguments) {
        return say(key, Arrays.asList(arguments));
    }

    /** Whether there is a sentence of that key. */
    public boolean knows(String key) {
        return messages.containsKey(key);
    }

    /** A missing sentence shows its key: ugly, but nothing is lost, and a test looks for it. */
    private String say(String key, List<?> arguments) {
        try {
            Object[] values = arguments.stream().map(this::value).toArray();
            return new MessageFormat(messages.getString(key), locale).format(values);
        } catch (MissingResourceException _) {
            return arguments.isEmpty() ? key : "%s %s".formatted(key, list(arguments));
        }
    }

    /** Numbers stay numbers, so that messages can choose by them; everything else becomes text. */
    private Object value(Object argument) {
        return argument instanceof Number ? argument : text(argument);
    }

    /** A value as it is shown. */
    public String text(Object value) {
        return switch (value) {
            case Explanation explanation -> say(explanation);
            case PhoneNumber number -> number(number);
            case Optional<?> optional -> optional.map(this::text).orElse("");
            case Collection<?> values -> list(values);
            case Instant instant -> manner.time().apply(instant);
            case Enum<?> constant -> constant(constant);
            default -> manner.quoting().apply(VisibleText.of(value.toString()));
        };
    }

    /** "A, B and C", as the language joins them. */
    private String list(Collection<?> values) {
        List<String> texts = values.stream().map(this::text).toList();
        return texts.isEmpty()
                ? ""
                : ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                        .format(texts);
    }

    /** A constant of ours has a word of its own when there is one, such as {@code word.Role.ADMIN}. */
    private String constant(Enum<?> constant) {
        String key = "word.%s.%s".formatted(constant.getDeclaringClass().getSimpleName(), constant.name());
        return messages.containsKey(key) ? say(key) : constant.name();
    }

    private static String inUtc(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(instant.atZone(ZoneOffset.UTC))
                + " UTC";
    }

    /** {@code +44 20 7946 0100}, or {@code +44 •••••••• 00} when others read along. */
    private String number(PhoneNumber number) {
        String digits = number.digits();
        if (manner.masked()) {
            return "+%s••••%s".formatted(digits.substring(0, 2), digits.substring(digits.length() - 2));
        }
        return grouped(number.base())
                + number.extension().map(ext -> " ext " + ext).orElse("");
    }

    private static String grouped(PhoneNumber number) {
        try {
            var parsed = PHONE_NUMBERS.parse(number.toString(), null);
            return PHONE_NUMBERS.isPossibleNumber(parsed)
                    ? PHONE_NUMBERS.format(parsed, PhoneNumberFormat.INTERNATIONAL)
                    : number.toString();
        } catch (NumberParseException _) {
            return number.toString();
        }
    }
}
