package dev.linekeeper.chat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.linekeeper.core.VisibleText;
import dev.linekeeper.core.forecast.Money;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.net.URI;
import java.text.ListFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Messages in the reader's language: English, German or French. Numbers, lists and times are written as that language
 * writes them, telephone numbers grouped for reading.
 */
public final class Wording {
    /** The supported languages; the first one is for everybody else. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

    /** Pages of this host are linked as they are; other addresses are data. */
    private static final String MICROSOFT = "learn.microsoft.com";

    private static final int MOST_DIGITS = 4;

    private static final PhoneNumberUtil PHONE_NUMBERS = PhoneNumberUtil.getInstance();
    private static final Map<Locale, ResourceBundle> MESSAGES =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Wording::bundle));

    /** The same number is shown on many cards, and grouping it means reading it with some dozens of expressions. */
    private static final LoadingCache<PhoneNumber, String> GROUPED =
            Caffeine.newBuilder().maximumSize(10_000).build(Wording::grouped);

    private static final LoadingCache<SentenceKey, Sentence> SENTENCES =
            Caffeine.newBuilder().maximumSize(10_000).build(SentenceKey::read);

    /** Each reads its locale's patterns with expressions of its own. */
    private static final LoadingCache<Locale, ListFormat> LISTS = Caffeine.newBuilder()
            .maximumSize(1_000)
            .build(locale -> ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL));

    /** A message in a language. */
    private record SentenceKey(Locale language, Locale format, String key) {
        Sentence read() {
            return new Sentence(messages(language).getString(key), format);
        }
    }

    private final Locale locale;
    private final Locale language;
    private final ValueFormat manner;

    /** How values are written: what is done to text from data, how a time is given, whether numbers are hidden. */
    private record ValueFormat(UnaryOperator<String> quoting, Function<Instant, String> time, boolean masked) {}

    private Wording(Locale locale, Locale language, ValueFormat manner) {
        this.locale = locale;
        this.language = language;
        this.manner = manner;
    }

    public static Wording of(Locale reader) {
        Locale language = LANGUAGES.stream()
                .filter(ours -> ours.getLanguage().equals(reader.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.getFirst());
        Locale format = reader.getLanguage().equals(language.getLanguage()) ? reader : language;
        return new Wording(
                format, language, new ValueFormat(UnaryOperator.identity(), time -> inUtc(time, format), false));
    }

    private ResourceBundle messages() {
        return messages(language);
    }

    private static ResourceBundle messages(Locale language) {
        return Objects.requireNonNull(MESSAGES.get(language));
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "i18n.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The same, with everything that comes from data put through {@code quoting}, such as a Markdown escape. */
    public Wording quoting(UnaryOperator<String> quoting) {
        return new Wording(locale, language, new ValueFormat(quoting, manner.time(), manner.masked()));
    }

    /** The same, with times given another way, such as one the reader's own device turns into its local time. */
    public Wording timing(Function<Instant, String> time) {
        return new Wording(locale, language, new ValueFormat(manner.quoting(), time, manner.masked()));
    }

    /** The same, with the middle of telephone numbers hidden, because others read along. */
    public Wording masking() {
        return new Wording(locale, language, new ValueFormat(manner.quoting(), manner.time(), true));
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
        return messages().containsKey(key);
    }

    /** A missing sentence shows its key: ugly, but nothing is lost, and a test looks for it. */
    private String say(String key, List<?> arguments) {
        try {
            Object[] values = arguments.stream().map(this::value).toArray();
            return SENTENCES.get(new SentenceKey(language, locale, key)).with(values);
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
            case Money money -> money(money);
            case URI page when MICROSOFT.equals(page.getHost()) -> page.toString();
            case Optional<?> optional -> optional.map(this::text).orElse("");
            case Collection<?> values -> list(values);
            case Instant instant -> manner.time().apply(instant);
            case LocalDate day ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(locale)
                        .format(day);
            case Enum<?> constant -> constant(constant);
            default -> manner.quoting().apply(VisibleText.of(value.toString()));
        };
    }

    /** With the digits of the currency, or as many more, up to four, as the amount has. */
    private String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        int usual = Math.max(0, money.currency().getDefaultFractionDigits());
        format.setMinimumFractionDigits(usual);
        format.setMaximumFractionDigits(
                Math.max(usual, Math.min(MOST_DIGITS, money.amount().scale())));
        return format.format(money.amount());
    }

    /** "A, B and C", as the language joins them. */
    private String list(Collection<?> values) {
        List<String> texts = values.stream().map(this::text).toList();
        return texts.isEmpty() ? "" : LISTS.get(locale).format(texts);
    }

    /** A constant of ours has a word of its own when there is one, such as {@code word.Role.ADMIN}. */
    private String constant(Enum<?> constant) {
        String key = "word." + constant.getDeclaringClass().getSimpleName() + "." + constant.name();
        return messages().containsKey(key) ? say(key) : constant.name();
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
        return GROUPED.get(number.base())
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
