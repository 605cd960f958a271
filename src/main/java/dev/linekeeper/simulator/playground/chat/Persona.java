package dev.linekeeper.simulator.playground.chat;

import java.util.List;
import java.util.Locale;

/**
 * A person of the tenant that one can play on the page.
 *
 * @param oid the Entra object id
 * @param caption a role or department, such as "Voice admin"
 * @param prompts sentences to try, such as "enrol adele"
 */
public record Persona(String oid, String name, String caption, String userPrincipalName, List<String> prompts) {
    public Persona {
        prompts = List.copyOf(prompts);
    }

    /** The account in Teams, which differs from the object id so that bots must tell the two apart. */
    public String account() {
        return "29:" + oid;
    }

    /** The short name in links: {@code megan} for {@code megan@contoso.example}. */
    public String alias() {
        int at = userPrincipalName.indexOf('@');
        return (at < 0 ? userPrincipalName : userPrincipalName.substring(0, at)).toLowerCase(Locale.ROOT);
    }

    /** Whether {@code who} names this person: object id, channel account, user principal name or alias. */
    public boolean answersTo(String who) {
        return who.equalsIgnoreCase(oid)
                || who.equalsIgnoreCase(account())
                || who.equalsIgnoreCase(userPrincipalName)
                || who.equalsIgnoreCase(alias());
    }
}
