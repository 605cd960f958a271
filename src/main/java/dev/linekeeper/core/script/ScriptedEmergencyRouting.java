package dev.linekeeper.core.script;

import static dev.linekeeper.core.script.PowerShellText.quoted;

import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.groundwork.EmergencyRoutingPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An emergency call routing policy in PowerShell: made with what is dialled, or removed once nobody has it. */
final class ScriptedEmergencyRouting {
    private static final String NOUN = "CsTeamsEmergencyCallRoutingPolicy -Identity ";

    private ScriptedEmergencyRouting() {}

    static ScriptedStep of(EmergencyRoutingPolicy fix) {
        String name = quoted(fix.name().value());
        return new ScriptedStep(
                fix.after().isPresent() ? "Get-EmergencyRoutingText" : "Get-UnusedEmergencyRoutingText",
                text(fix.before()),
                text(fix.after()),
                "",
                command(name, fix.after()),
                command(name, fix.before()));
    }

    /** As {@code groundwork.ps1} reads it. */
    private static String text(Optional<List<EmergencyNumber>> numbers) {
        return numbers.map(all -> all.stream()
                        .map(it -> "%s mask '%s' usage '%s'"
                                .formatted(
                                        it.dialString(),
                                        it.dialMask(),
                                        it.usage().orElse("")))
                        .collect(Collectors.joining(", ", "dials ", "")))
                .orElse("");
    }

    private static String command(String name, Optional<List<EmergencyNumber>> numbers) {
        return numbers.map(all -> all.stream()
                        .map(ScriptedEmergencyRouting::number)
                        .collect(Collectors.joining(
                                ", ",
                                "New-" + NOUN + name
                                        + " -AllowEnhancedEmergencyServices $true -EmergencyNumbers @{ add = ",
                                " }")))
                .orElseGet(() -> "Remove-" + NOUN + name);
    }

    private static String number(EmergencyNumber number) {
        String mask = number.dialMask().isBlank() ? "" : " -EmergencyDialMask " + quoted(number.dialMask());
        return "(New-CsTeamsEmergencyNumber -EmergencyDialString %s%s%s)"
                .formatted(
                        quoted(number.dialString()),
                        mask,
                        number.usage()
                                .map(it -> " -OnlinePSTNUsage " + quoted(it))
                                .orElse(""));
    }
}
