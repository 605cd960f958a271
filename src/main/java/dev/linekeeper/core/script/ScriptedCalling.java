package dev.linekeeper.core.script;

import static dev.linekeeper.core.script.PowerShellText.quoted;

import dev.linekeeper.core.tenant.Policy.Substitute;
import dev.linekeeper.core.tenant.groundwork.CallerIdPolicy;
import dev.linekeeper.core.tenant.groundwork.CallingPolicy;
import dev.linekeeper.core.tenant.groundwork.CallingSwitches;
import dev.linekeeper.core.tenant.groundwork.ShownNumber;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A caller ID or calling policy that is changed in PowerShell; {@code groundwork.ps1} reads the same texts. */
final class ScriptedCalling {
    private ScriptedCalling() {}

    static ScriptedStep of(CallerIdPolicy fix) {
        String set = "Set-CsCallingLineIdentity -Identity %s -CallingIDSubstitute "
                .formatted(quoted(fix.name().value()));
        return new ScriptedStep(
                "Get-CallerIdText",
                fix.before().map(ScriptedCalling::text).orElse(""),
                fix.after().map(ScriptedCalling::text).orElse(""),
                "",
                set + fix.after().map(ScriptedCalling::written).orElse(""),
                fix.stays().isPresent()
                        ? "# There is no way back: Teams sets no caller ID to Service any more."
                        : set + fix.before().map(ScriptedCalling::written).orElse(""));
    }

    private static String text(ShownNumber number) {
        return (word(number.substitute()) + " "
                        + number.account().map(Object::toString).orElse(""))
                .strip();
    }

    private static String written(ShownNumber number) {
        return word(number.substitute())
                + number.account()
                        .map(account -> " -ResourceAccount " + quoted(account.value()))
                        .orElse("");
    }

    private static String word(Substitute substitute) {
        return switch (substitute) {
            case LINE_URI -> "LineUri";
            case ANONYMOUS -> "Anonymous";
            case RESOURCE -> "Resource";
            case SERVICE -> "Service";
        };
    }

    static ScriptedStep of(CallingPolicy fix) {
        String set = "Set-CsTeamsCallingPolicy -Identity %s"
                .formatted(quoted(fix.name().value()));
        return new ScriptedStep(
                "Get-CallingText",
                fix.before().map(it -> switches(it, "", "")).orElse(""),
                fix.after().map(it -> switches(it, "", "")).orElse(""),
                "",
                set + fix.after().map(it -> switches(it, " -", "$")).orElse(""),
                set + fix.before().map(it -> switches(it, " -", "$")).orElse(""));
    }

    private static String switches(CallingSwitches switches, String before, String value) {
        return Stream.of(
                        switches.privateCalling().map(on -> before + "AllowPrivateCalling " + value + on),
                        switches.preventTollBypass().map(on -> before + "PreventTollBypass " + value + on))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(before.isEmpty() ? ", " : ""));
    }
}
