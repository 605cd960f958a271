package dev.linekeeper.adapter.powershell.host;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Masks the tokens and passwords that a process was given, and all that looks like a token, in texts for logs and
 * people.
 */
public final class SecretMask {
    private static final Set<String> MEMBERS = Set.of("graphToken", "teamsToken", "password");
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+(?:\\.[\\w-]*)*");
    private static final int LONGEST = 500;

    private final Set<String> kept = new CopyOnWriteArraySet<>();

    void keep(ObjectNode message) {
        MEMBERS.forEach(member -> {
            var secret = message.path(member).asString("");
            if (!secret.isBlank()) {
                kept.add(secret);
            }
        });
    }

    /** Whether an environment variable is a setting of ours, and so may be a secret PowerShell has no business with. */
    public static boolean mayBeIn(String variable) {
        var name = variable.toUpperCase(Locale.ROOT);
        return name.startsWith("LINEKEEPER_") || name.startsWith("SPRING_") || name.startsWith("AZURE_CLIENT_");
    }

    /** The text without secrets, and not too long. */
    String hide(String text) {
        var shown = text;
        for (var secret : kept) {
            shown = shown.replace(secret, "[secret]");
        }
        shown = TOKEN.matcher(shown).replaceAll("[token]");
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
    }
}
