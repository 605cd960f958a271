package dev.linekeeper.core.site;

import dev.linekeeper.core.tenant.AnyCase;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The user principal name a new account is to get, such as {@code ra-leeds@contoso.example}: before the sign at most 64 letters,
 * digits and {@code ' . - _}, no dot at an end, as
 * <a href="https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy">Entra</a> has it.
 */
public record AccountName(String value) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?![.])[A-Za-z0-9'._-]{1,64}(?<![.])@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9-]+)+");
    private static final int LONGEST = 113;
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

    /** The name; empty for a text that is none. */
    public static Optional<AccountName> of(String written) {
        return Optional.of(AnyCase.folded(written))
                .filter(text ->
                        text.length() <= LONGEST && WRITTEN.matcher(text).matches())
                .map(AccountName::new);
    }

    /** What is proposed for a site in that domain; empty where its name has no letter that may be in one. */
    public static Optional<AccountName> proposed(SiteName site, String domain) {
        String words = BETWEEN.matcher(AnyCase.unaccented(site.value())).replaceAll("-");
        return of("ra-%s@%s".formatted(words.replaceAll("^-|-$", ""), domain))
                .filter(name -> !name.value().startsWith("ra-@"));
    }

    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }
}
