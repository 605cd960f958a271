package dev.linekeeper.adapter.powershell.host;

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

    /** Whether an environment variable is a setting of Linekeeper and so may be a secret that PowerShell need not see. */
    public static boolean mayBeIn(String variable) {
        var name = variable.toUpperCase(Locale.ROOT);
        return name.startsWith("LINEKEEPER_") || name.startsWith("SPRING_") || name.startsWith("AZURE_CLIENT_");
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
