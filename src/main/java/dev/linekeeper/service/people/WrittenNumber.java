package dev.linekeeper.service.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number as people write it: international with {@code +}, {@code 00} or {@code 011}, national, with
 * {@code (0)}, {@code tel:} or an extension, grouped in any way. Numbers of the tenant are what is meant wherever one fits.
 */
public sealed interface WrittenNumber {
    Pattern EXTENSION =
            Pattern.compile("(?i)(?:[;,]?\\s*ext(?:ension)?[.=:\\s]*|\\s+x\\s*|(?<=\\d)x|\\s*#\\s*)(\\d{1,12})$");
    Pattern WRITTEN =
            Pattern.compile("\\+?[\\d\\s().\\u00a0/\\-\\u2010-\\u2015]*\\d[\\d\\s().\\u00a0/\\-\\u2010-\\u2015]*");
    PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    /** One number, which the tenant need not list when it was written with its country. */
    record OneNumber(PhoneNumber number) implements WrittenNumber {}

    /** Digits that could be several numbers, or none: it has to be asked which. */
    record UnclearNumber() implements WrittenNumber {}

    /** The text is no telephone number. */
    record NoNumber() implements WrittenNumber {}

    /**
     * The numbers of a tenant, as reading many wants them.
     *
     * @param numbers as they are listed, and without their extensions
     * @param regions of which countries they are
     */
    record ListedNumbers(Set<PhoneNumber> numbers, Set<String> regions) {
        public static ListedNumbers of(Fact<Map<PhoneNumber, TelephoneNumber>> read) {
            Set<PhoneNumber> listed = read.known().map(Map::keySet).orElse(Set.of());
            return new ListedNumbers(
                    listed.stream()
                            .flatMap(number -> Stream.of(number, number.base()))
                            .collect(Collectors.toUnmodifiableSet()),
                    listed.stream()
                            .flatMap(number -> parsed(number.base().toString(), null).stream())
                            .map(number -> LIBRARY.getRegionCodeForCountryCode(number.getCountryCode()))
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** What {@code text} means in a tenant with these numbers. */
    static WrittenNumber read(String text, Fact<Map<PhoneNumber, TelephoneNumber>> numbers) {
        return read(text, ListedNumbers.of(numbers));
    }

    /** The same of one of many texts. */
    static WrittenNumber read(String text, ListedNumbers listed) {
        var plain = text.strip().replaceFirst("(?i)^tel:", "");
        var suffix = EXTENSION.matcher(plain);
        var extension = suffix.find() ? Optional.of(suffix.group(1)) : Optional.<String>empty();
        var base = (extension.isEmpty() ? plain : plain.substring(0, suffix.start())).strip();
        if (!WRITTEN.matcher(base).matches() || base.replaceAll("\\D", "").length() < 3) {
            return new NoNumber();
        }
        var international = international(base);
        var candidates = new TreeSet<String>();
        international.ifPresentOrElse(candidates::add, () -> candidates.addAll(national(base, listed)));
        var meant = candidates.stream()
                .filter(digits -> digits.matches("\\d{3,38}"))
                .map(digits -> new PhoneNumber(digits, extension))
                .toList();
        var known = meant.stream().filter(listed.numbers()::contains).toList();
        if (known.size() == 1) {
            return new OneNumber(known.getFirst());
        }
        return known.isEmpty() && international.isPresent() && meant.size() == 1 && isPossible(meant.getFirst())
                ? new OneNumber(meant.getFirst())
                : new UnclearNumber();
    }

    /**
     * The numbers of which these digits are a part, in order: the beginning where they are written with their country, else
     * any part, that of an extension too. None for a text that is no part of a number, or has less than three digits.
     */
    static List<PhoneNumber> partly(String text, Collection<PhoneNumber> numbers) {
        var plain = text.strip().replaceFirst("(?i)^tel:", "");
        var digits = plain.replaceAll("\\D", "");
        if (!WRITTEN.matcher(plain).matches() || digits.length() < 3) {
            return List.of();
        }
        return international(plain)
                .map(start -> those(numbers, number -> number.digits().startsWith(start)))
                .orElseGet(() -> {
                    var found = those(numbers, number -> isIn(digits, number));
                    return found.isEmpty()
                            ? those(numbers, number -> isIn(digits.replaceFirst("^0", ""), number))
                            : found;
                });
    }

    private static List<PhoneNumber> those(Collection<PhoneNumber> numbers, Predicate<PhoneNumber> condition) {
        return numbers.stream().filter(condition).sorted().toList();
    }

    private static boolean isIn(String digits, PhoneNumber number) {
        return number.digits().contains(digits)
                || number.extension()
                        .filter(extension -> extension.contains(digits))
                        .isPresent();
    }

    /** The digits after the sign or the prefix for abroad; empty where there is neither. */
    private static Optional<String> international(String written) {
        var digits = written.replaceAll("\\(0\\)", "").replaceAll("\\D", "");
        if (written.startsWith("+")) {
            return Optional.of(digits);
        }
        return Stream.of("00", "011")
                .filter(prefix -> written.replaceAll("\\D", "").startsWith(prefix))
                .map(prefix -> digits.substring(prefix.length()))
                .findFirst();
    }

    /** What the digits are in each country of the tenant's numbers, and as they stand. */
    private static Set<String> national(String written, ListedNumbers listed) {
        var all = listed.regions().stream()
                .flatMap(region -> parsed(written, region).stream())
                .map(number -> LIBRARY.format(number, PhoneNumberFormat.E164).substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
        all.add(written.replaceAll("\\D", ""));
        return all;
    }

    private static boolean isPossible(PhoneNumber number) {
        return parsed(number.base().toString(), null)
                .filter(LIBRARY::isPossibleNumber)
                .isPresent();
    }

    private static Optional<Phonenumber.PhoneNumber> parsed(String written, @Nullable String region) {
        try {
            return Optional.of(LIBRARY.parse(written, region));
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }
}
