package dev.linekeeper.core.script;

import static dev.linekeeper.core.script.PowerShellText.quoted;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.Policy.SharedCallingChange;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The change of a Shared Calling policy in PowerShell: read as one text, and made by {@code New-}, {@code Set-} or
 * {@code Remove-CsTeamsSharedCallingRoutingPolicy}
 * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/set-csteamssharedcallingroutingpolicy">cmdlet</a>).
 */
final class ScriptedPolicyChange {
    private static final String NOUN = "CsTeamsSharedCallingRoutingPolicy";

    private ScriptedPolicyChange() {}

    static ScriptedStep of(SharedCallingChange change) {
        return new ScriptedStep(
                change.after().isPresent() ? "Get-PolicyText" : "Get-UnusedPolicyText",
                text(change.before()),
                text(change.after()),
                "",
                command(change),
                command(new SharedCallingChange(/* before= */ change.after(), /* after= */ change.before())));
    }

    /** As {@code policy.ps1} reads it: only the description may be any text, so it comes last. */
    private static String text(Optional<SharedCalling> policy) {
        return policy.map(it -> "account %s; callback numbers %s; description %s"
                        .formatted(
                                it.resourceAccount().map(UserId::value).orElse(""),
                                it.emergencyNumbers().stream()
                                        .map(PhoneNumber::toString)
                                        .collect(Collectors.joining(", ")),
                                it.description()))
                .orElse("");
    }

    private static String command(SharedCallingChange change) {
        String verb = change.before().isEmpty() ? "New" : change.after().isEmpty() ? "Remove" : "Set";
        return Stream.concat(
                        Stream.of("%s-%s -Identity %s"
                                .formatted(verb, NOUN, quoted(change.policy().value()))),
                        change.after().stream().flatMap(after -> parameters(change.before(), after)))
                .collect(Collectors.joining(" "));
    }

    /** What differs alone, so that nothing is written over. */
    private static Stream<String> parameters(Optional<SharedCalling> before, SharedCalling after) {
        return Stream.of(
                        Optional.of("-ResourceAccount "
                                        + after.resourceAccount()
                                                .map(UserId::value)
                                                .map(PowerShellText::quoted)
                                                .orElse("$null"))
                                .filter(_ -> differs(
                                        before.flatMap(SharedCalling::resourceAccount), after.resourceAccount())),
                        numbers(
                                before.map(SharedCalling::emergencyNumbers).orElse(List.of()),
                                after.emergencyNumbers()),
                        Optional.of("-Description " + quoted(after.description()))
                                .filter(_ -> differs(
                                        before.map(SharedCalling::description).orElse(""), after.description())))
                .flatMap(Optional::stream);
    }

    private static boolean differs(Object before, Object after) {
        return !before.equals(after);
    }

    /** All of them, in their order; the last ones are taken away, as there is no list of none. */
    private static Optional<String> numbers(List<PhoneNumber> before, List<PhoneNumber> after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        return Optional.of("-EmergencyNumbers @{ %s = %s }"
                .formatted(
                        before.isEmpty() ? "Add" : after.isEmpty() ? "Remove" : "Replace",
                        (after.isEmpty() ? before : after)
                                .stream()
                                        .map(number -> quoted(number.toString()))
                                        .collect(Collectors.joining(", "))));
    }

    /** The texts of the change that come from data; all must be writable. */
    static Stream<String> texts(SharedCallingChange change) {
        return Stream.of(change.before(), change.after())
                .flatMap(Optional::stream)
                .flatMap(policy -> Stream.concat(
                        Stream.of(policy.name().value(), policy.description()),
                        policy.resourceAccount().map(UserId::value).stream()));
    }
}
