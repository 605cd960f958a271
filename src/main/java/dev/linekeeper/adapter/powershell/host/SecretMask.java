package dev.linekeeper.adapter.powershell.host;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Masks the secrets sent to a process, and everything that looks like a token, in texts for logs and people.
 * Thread-safe.
 */
public final class SecretMask {
    private static final Set<String> MEMBERS = Set.of("graphToken", "teamsToken", "password");
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+(?:\\.[\\w-]*)*");
    private static final List<String> VARIABLES =
            List.of("LINEKEEPER_", "SPRING_", "AZURE_CLIENT_", "AZURE_FEDERATED_", "IDENTITY_", "MSI_");
    private static final int LONGEST = 500;

    private final Set<String> secrets = new CopyOnWriteArraySet<>();

    void keep(ObjectNode message) {
        MEMBERS.forEach(member -> {
            var secret = message.path(member).asString("");
            if (!secret.isBlank()) {
                secrets.add(secret);
            }
        });
    }

    /** Whether an environment variable is a setting of Linekeeper or the way to an identity of the machine: nothing PowerShell need see. */
    public static boolean mayBeIn(String variable) {
        var name = variable.toUpperCase(Locale.ROOT);
        return VARIABLES.stream().anyMatch(name::startsWith);
    }

    /** The text with secrets masked, of at most 500 characters. */
    String hide(String text) {
        var shown = text;
        for (var secret : secrets) {
            shown = shown.replace(secret, "[secret]");
        }
        shown = TOKEN.matcher(shown).replaceAll("[token]");
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
    }
}
