package dev.linekeeper.core.script;

import static dev.linekeeper.core.script.PowerShellText.quoted;

import dev.linekeeper.core.tenant.groundwork.EmptyRoutingPolicy;
import java.util.List;
import java.util.Optional;

/** A voice routing policy without PSTN usages in PowerShell: made, or removed once nobody has it. */
final class ScriptedEmptyRouting {
    private ScriptedEmptyRouting() {}

    static ScriptedStep of(EmptyRoutingPolicy fix) {
        boolean made = fix.after().isPresent();
        String policy =
                "-CsOnlineVoiceRoutingPolicy -Identity " + quoted(fix.name().value());
        return new ScriptedStep(
                made ? "Get-VoiceRoutingText" : "Get-UnusedVoiceRoutingText",
                text(fix.before()),
                text(fix.after()),
                "",
                (made ? "New" : "Remove") + policy,
                (made ? "Remove" : "New") + policy);
    }

    /** As {@code groundwork.ps1} reads it. */
    private static String text(Optional<List<String>> usages) {
        return usages.map(all -> "usages: " + String.join(", ", all)).orElse("");
    }
}
