package dev.linekeeper.core.script;

import static dev.linekeeper.core.script.PowerShellText.quoted;

import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Change;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One change in PowerShell: how the part it changes is read, what is expected there, what is wanted, and the one command
 * that brings it about. The number cmdlets are called by the parameter names every module since 5.5.0 understands.
 *
 * @param voice {@code on} or {@code off} where Teams sets the voice switch along with a number, some seconds later
 */
record ScriptedStep(String read, String before, String after, String voice, String write) {
    private static final String NONE = "";

    static ScriptedStep of(Plan plan, Change change) {
        return switch (change) {
            case Change.ReleaseNumber(_, var number, var type, _) ->
                new ScriptedStep(
                        "Get-NumberState " + quoted(number.toString()),
                        "held",
                        "none",
                        "off",
                        "Remove-CsPhoneNumberAssignment -Identity $Person -PhoneNumber %s -PhoneNumberType %s"
                                .formatted(quoted(number.toString()), type(type)));
            case Change.AssignNumber(_, var number, var type, _) ->
                new ScriptedStep(
                        "Get-NumberState %s -Beside @(%s)".formatted(quoted(number.toString()), beside(plan)),
                        "none",
                        "held",
                        "on",
                        "Set-CsPhoneNumberAssignment -Identity $Person -PhoneNumber %s -PhoneNumberType %s"
                                .formatted(quoted(number.toString()), type(type)));
            case Change.SwitchVoice(_, var on) ->
                new ScriptedStep(
                        "Get-Voice",
                        on ? "off" : "on",
                        on ? "on" : "off",
                        NONE,
                        "Set-CsPhoneNumberAssignment -Identity $Person -EnterpriseVoiceEnabled $%s".formatted(on));
            case Change.GrantPolicy(_, var kind, var policy) ->
                policy(plan, kind, Optional.of(policy));
            case Change.RevokePolicy(_, var kind) -> policy(plan, kind, Optional.empty());
        };
    }

    private static ScriptedStep policy(Plan plan, PolicyKind kind, Optional<PolicyName> wanted) {
        return new ScriptedStep(
                "Get-DirectPolicy " + quoted(kind.type()),
                plan.before().direct(kind).map(PolicyName::value).orElse(NONE),
                wanted.map(PolicyName::value).orElse(NONE),
                NONE,
                "Grant-Cs%s -Identity $Person -PolicyName %s"
                        .formatted(
                                kind == PolicyKind.DIAL_OUT ? "DialoutPolicy" : kind.type(),
                                wanted.map(PolicyName::value)
                                        .map(PowerShellText::quoted)
                                        .orElse("$null")));
    }

    /** The numbers that the person held when the plan was made, which are no reason not to give them one. */
    private static String beside(Plan plan) {
        return plan.before().lines().stream()
                .map(line -> quoted(line.number().toString()))
                .collect(Collectors.joining(", "));
    }

    /** The texts of the change that come from data; all must be writable. */
    static Stream<String> texts(Plan plan, Change change) {
        return switch (change) {
            case Change.ReleaseNumber _, Change.AssignNumber _, Change.SwitchVoice _ -> Stream.empty();
            case Change.GrantPolicy(_, var kind, var policy) ->
                Stream.concat(Stream.of(policy), plan.before().direct(kind).stream())
                        .map(PolicyName::value);
            case Change.RevokePolicy(_, var kind) ->
                plan.before().direct(kind).stream().map(PolicyName::value);
        };
    }

    /** Whether a Teams PowerShell cmdlet makes the change. */
    static boolean hasCommand(Change change) {
        return switch (change) {
            case Change.ReleaseNumber(_, _, var type, _) -> type != NumberType.OTHER;
            case Change.AssignNumber(_, _, var type, _) -> type != NumberType.OTHER;
            case Change.SwitchVoice _, Change.GrantPolicy _, Change.RevokePolicy _ -> true;
        };
    }

    private static String type(NumberType type) {
        return switch (type) {
            case CALLING_PLAN -> "CallingPlan";
            case OPERATOR_CONNECT -> "OperatorConnect";
            case DIRECT_ROUTING -> "DirectRouting";
            case OTHER -> throw new IllegalArgumentException("PowerShell has no word for this type of number");
        };
    }
}
