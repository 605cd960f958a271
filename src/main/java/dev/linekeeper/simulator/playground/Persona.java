package dev.linekeeper.simulator.playground;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A person of the tenant that one can play on the page.
 *
 * @param oid the Entra object id
 * @param caption a role or department, such as "Voice admin"
 * @param prompts sentences to try, such as "enrol adele"
 */
record Persona(String oid, String name, String caption, String userPrincipalName, List<String> prompts) {
    Persona {
        prompts = List.copyOf(prompts);
    }

    /** The account in Teams, which differs from the object id so that bots must tell the two apart. */
    String account() {
        return "29:" + oid;
    }

    /** The short name in links: {@code megan} for {@code megan@contoso.example}. */
    String alias() {
        return userPrincipalName.replaceFirst("@.*", "").toLowerCase(Locale.ROOT);
    }

    /** Whether {@code who} names this person: object id, channel account, user principal name or alias. */
    boolean answersTo(String who) {
        return Stream.of(oid, account(), userPrincipalName, alias()).anyMatch(who::equalsIgnoreCase);
    }
}
