package dev.linekeeper.core.script;

import static dev.linekeeper.core.script.PowerShellText.quoted;

import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.groundwork.EmergencyRoutingPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An emergency call routing policy in PowerShell: made with what is dialled, changed, or removed once nobody has it. */
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
                command(name, fix.before(), fix.after()),
                command(name, fix.after(), fix.before()));
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

    /** A list replaces what is dialled; {@code add} would begin with what the Global policy dials, and an empty list changes nothing. */
    private static String command(
            String name, Optional<List<EmergencyNumber>> before, Optional<List<EmergencyNumber>> after) {
        if (after.isEmpty()) {
            return "Remove-" + NOUN + name;
        }
        String numbers = after.get().isEmpty()
                ? "@{ remove = %s }".formatted(list(before.orElseThrow()))
                : "@(%s)".formatted(list(after.get()));
        String policy = NOUN + name;
        return before.isEmpty()
                ? "New-%s -AllowEnhancedEmergencyServices $true -EmergencyNumbers %s".formatted(policy, numbers)
                : "Set-%s -EmergencyNumbers %s".formatted(policy, numbers);
    }

    private static String list(List<EmergencyNumber> numbers) {
        return numbers.stream().map(ScriptedEmergencyRouting::number).collect(Collectors.joining(", "));
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
