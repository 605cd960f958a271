package dev.linekeeper.core.script;

import static dev.linekeeper.core.script.PowerShellText.quoted;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Change;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One change in PowerShell: how the part it changes is read, what is expected there, what is wanted, and the one command
 * that brings it about. The number cmdlets are called by the parameter names that all modules understand: aliases since 5.5.0.
 *
 * @param voice {@code on} or {@code off} where Teams sets the voice switch along with a number, some seconds later;
 *     {@code off?} where it may do so
 * @param undo the command that takes the change back, to be pasted by a person
 */
record ScriptedStep(String read, String before, String after, String voice, String write, String undo) {
    private static final String NONE = "";
    private static final String HELD = "held";
    private static final String NOT_HELD = "none";

    static ScriptedStep of(Plan plan, Change change) {
        return switch (change) {
            case Change.ReleaseNumber it ->
                step(
                        plan,
                        it,
                        "Get-NumberState " + quoted(it.number().toString()),
                        HELD,
                        NOT_HELD,
                        it.voiceOn(true) ? "off?" : "off");
            case Change.AssignNumber it ->
                step(
                        plan,
                        it,
                        "Get-NumberState %s -Beside @(%s)"
                                .formatted(quoted(it.number().toString()), beside(plan)),
                        NOT_HELD,
                        HELD,
                        "on");
            case Change.SwitchVoice it -> step(plan, it, "Get-Voice", voice(!it.on()), voice(it.on()), NONE);
            case Change.PolicyChange it ->
                step(
                        plan,
                        it,
                        "Get-DirectPolicy " + quoted(it.kind().type()),
                        plan.before().direct(it.kind()).map(PolicyName::value).orElse(NONE),
                        it.granted().map(PolicyName::value).orElse(NONE),
                        NONE);
        };
    }

    private static ScriptedStep step(Plan plan, Change change, String read, String before, String after, String voice) {
        return new ScriptedStep(
                read,
                before,
                after,
                voice,
                command(change, "$Person"),
                command(inverse(plan, change), quoted(plan.person().value())));
    }

    private static String command(Change change, String person) {
        return switch (change) {
            case Change.ReleaseNumber it ->
                "Remove-CsPhoneNumberAssignment -Identity %s %s".formatted(person, number(it));
            case Change.AssignNumber it ->
                "Set-CsPhoneNumberAssignment -Identity %s %s -AssignmentCategory %s%s"
                        .formatted(
                                person,
                                number(it),
                                it.category().cmdletName(),
                                it.location()
                                        .map(LocationId::value)
                                        .map(place -> " -LocationId " + quoted(place))
                                        .orElse(""));
            case Change.SwitchVoice(_, var on) ->
                "Set-CsPhoneNumberAssignment -Identity %s -EnterpriseVoiceEnabled $%s".formatted(person, on);
            case Change.PolicyChange it ->
                "Grant-Cs%s -Identity %s -PolicyName %s"
                        .formatted(
                                // The one cmdlet that is not called as its policies are.
                                it.kind() == PolicyKind.DIAL_OUT
                                        ? "DialoutPolicy"
                                        : it.kind().type(),
                                person,
                                it.granted()
                                        .map(PolicyName::value)
                                        .map(PowerShellText::quoted)
                                        .orElse("$null"));
        };
    }

    private static Change inverse(Plan plan, Change change) {
        return switch (change) {
            case Change.ReleaseNumber(var person, var number, var type, var place, var category) ->
                new Change.AssignNumber(person, number, type, place, category);
            case Change.AssignNumber(var person, var number, var type, var place, var category) ->
                new Change.ReleaseNumber(person, number, type, place, category);
            case Change.SwitchVoice(var person, var on) -> new Change.SwitchVoice(person, !on);
            case Change.PolicyChange it ->
                plan.before()
                        .direct(it.kind())
                        .<Change>map(policy -> new Change.GrantPolicy(it.person(), it.kind(), policy))
                        .orElseGet(() -> new Change.RevokePolicy(it.person(), it.kind()));
        };
    }

    private static String number(Change.NumberChange change) {
        return "-PhoneNumber %s -PhoneNumberType %s"
                .formatted(quoted(change.number().toString()), change.type().cmdletName());
    }

    /** The numbers that the person held when the plan was made, which are no reason not to give them one. */
    private static String beside(Plan plan) {
        return plan.before().lines().stream()
                .map(line -> quoted(line.number().toString()))
                .collect(Collectors.joining(", "));
    }

    private static String voice(boolean on) {
        return on ? "on" : "off";
    }

    /** The texts of the change that come from data; all must be writable. */
    static Stream<String> texts(Plan plan, Change change) {
        return switch (change) {
            case Change.NumberChange it -> it.location().map(LocationId::value).stream();
            case Change.SwitchVoice _ -> Stream.empty();
            case Change.PolicyChange it ->
                Stream.concat(it.granted().stream(), plan.before().direct(it.kind()).stream())
                        .map(PolicyName::value);
        };
    }

    /** Whether a Teams PowerShell cmdlet makes the change. */
    static boolean hasCommand(Change change) {
        return !(change instanceof Change.NumberChange it) || it.type() != NumberType.OTHER;
    }
}
