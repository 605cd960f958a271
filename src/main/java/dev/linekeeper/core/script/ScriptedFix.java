package dev.linekeeper.core.script;

import static dev.linekeeper.core.script.PowerShellText.quoted;

import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.groundwork.AttendantOfAccount;
import dev.linekeeper.core.tenant.groundwork.CallerIdPolicy;
import dev.linekeeper.core.tenant.groundwork.CallingPolicy;
import dev.linekeeper.core.tenant.groundwork.EmergencyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.EmptyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.NewAccount;
import dev.linekeeper.core.tenant.groundwork.NumberOfAccount;
import dev.linekeeper.core.tenant.groundwork.PlaceOfNumber;
import dev.linekeeper.core.tenant.groundwork.PolicyOfNumber;
import dev.linekeeper.core.tenant.groundwork.RoutingOfAccount;
import dev.linekeeper.core.tenant.groundwork.SignInOfAccount;
import dev.linekeeper.core.tenant.groundwork.UsageLocationOfAccount;
import java.util.Optional;

/** What is put right behind people in PowerShell; its functions are in {@code groundwork.ps1}. */
final class ScriptedFix {
    private ScriptedFix() {}

    /** The step; empty for what is no setting of Teams but of Microsoft Entra, and for a number of a type without a cmdlet. */
    static Optional<ScriptedStep> of(Fix<?> fix) {
        String account = quoted(fix.account().value());
        return switch (fix) {
            case PlaceOfNumber it ->
                Optional.of(step(
                        it,
                        "Get-Place %s %s".formatted(quoted(it.number().toString()), account),
                        place(it),
                        place(back(it))));
            case RoutingOfAccount it ->
                Optional.of(
                        step(it, "Get-AccountRouting " + account, routing(it, account), routing(back(it), account)));
            case AttendantOfAccount it ->
                Optional.of(step(it, "Get-Attendant " + account, attendant(it, account), attendant(back(it), account)));
            case EmergencyRoutingPolicy it -> Optional.of(ScriptedEmergencyRouting.of(it));
            case EmptyRoutingPolicy it -> Optional.of(ScriptedEmptyRouting.of(it));
            case PolicyOfNumber it ->
                Optional.of(step(
                        it,
                        "Get-NumberPolicy %s %s".formatted(quoted(it.number().toString()), account),
                        policy(it),
                        policy(back(it))));
            case NumberOfAccount it ->
                Optional.of(it).filter(_ -> it.type() != NumberType.OTHER).map(_ -> number(it, account));
            case NewAccount it -> it.after().map(application -> made(it, application));
            case CallerIdPolicy it -> Optional.of(ScriptedCalling.of(it));
            case CallingPolicy it -> Optional.of(ScriptedCalling.of(it));
            case UsageLocationOfAccount _, SignInOfAccount _ -> Optional.empty();
        };
    }

    @SuppressWarnings("unchecked") // a fix between other values is one of the same kind
    private static <V, F extends Fix<V>> F back(F fix) {
        return (F) fix.between(fix.after(), fix.before());
    }

    private static ScriptedStep step(Fix<?> fix, String read, String write, String undo) {
        return new ScriptedStep(read, text(fix.before()), text(fix.after()), "", write, undo);
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    /** The word {@code null} takes a place away, which the cmdlet's page has of Direct Routing and Operator Connect alone. */
    private static String place(PlaceOfNumber fix) {
        return "Set-CsPhoneNumberAssignment -TelephoneNumber %s -LocationId %s"
                .formatted(
                        quoted(fix.number().toString()),
                        quoted(fix.after().map(Object::toString).orElse("null")));
    }

    private static String routing(RoutingOfAccount fix, String account) {
        return "Grant-CsOnlineVoiceRoutingPolicy -Identity %s -PolicyName %s"
                .formatted(
                        account,
                        fix.after().map(policy -> quoted(policy.value())).orElse("$null"));
    }

    private static String attendant(AttendantOfAccount fix, String account) {
        return fix.after()
                .map(id ->
                        "New-CsOnlineApplicationInstanceAssociation -Identities @(%s) -ConfigurationId %s -ConfigurationType AutoAttendant"
                                .formatted(account, quoted(id)))
                .orElseGet(() -> "Remove-CsOnlineApplicationInstanceAssociation -Identities @(%s)".formatted(account));
    }

    /** Without a name the cmdlet takes the policy away. */
    private static String policy(PolicyOfNumber fix) {
        return "Set-CsPhoneNumberPolicyAssignment -TelephoneNumber %s -PolicyType %s%s"
                .formatted(
                        quoted(fix.number().toString()),
                        quoted(PolicyKind.SHARED_CALLING.type()),
                        fix.after()
                                .map(policy -> " -PolicyName " + quoted(policy.value()))
                                .orElse(""));
    }

    private static ScriptedStep number(NumberOfAccount fix, String account) {
        String number = quoted(fix.after().or(fix::before).orElseThrow().toString());
        return step(
                fix,
                "Get-AccountNumber %s %s".formatted(account, number),
                number(fix, account, number),
                number(back(fix), account, number));
    }

    private static String number(NumberOfAccount fix, String account, String number) {
        String said = "-Identity %s -PhoneNumber %s -PhoneNumberType %s"
                .formatted(account, number, fix.type().cmdletName());
        return fix.after().isEmpty()
                ? "Remove-CsPhoneNumberAssignment " + said
                : "Set-CsPhoneNumberAssignment %s%s"
                        .formatted(
                                said,
                                fix.place()
                                        .map(place -> " -LocationId " + quoted(place.value()))
                                        .orElse(""));
    }

    /** No cmdlet takes an account away. */
    private static ScriptedStep made(NewAccount fix, Application application) {
        String name = quoted(fix.userPrincipalName());
        return new ScriptedStep(
                "Get-Application " + name,
                fix.before().map(Application::id).orElse(""),
                application.id(),
                "",
                "New-CsOnlineApplicationInstance -UserPrincipalName %s -ApplicationId %s -DisplayName %s"
                        .formatted(name, quoted(application.id()), quoted(fix.displayName())),
                "");
    }
}
