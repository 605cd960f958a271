package dev.linekeeper.chat.fixes;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.cards.ConstantMessages;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.fixes.FixRefusals;
import dev.linekeeper.core.fixes.Fixable;
import dev.linekeeper.core.fixes.RemedyJob;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.time.Instant;

/** What is said where nothing is asked for. */
final class FixTexts {
    private static final String UNKNOWN = "?";

    private FixTexts() {}

    static Explanation say(String key, Object... arguments) {
        return Explanation.of("chat.fix." + key, arguments);
    }

    static Answer note(Tone tone, String key, Object... arguments) {
        return NoteCards.of(tone, "chat.fix." + key, arguments);
    }

    /** It is somebody else's to put right: whose, and what they do. */
    static Answer notOurs(Rule<?> rule, RemedyJob job) {
        return note(
                Tone.INFO,
                "not-ours",
                rule.id().value(),
                ConstantMessages.of("chat.fix.job", job),
                rule.remedyText().orElseGet(() -> say("nothing-to-do")));
    }

    /** It would be ours with a permission of its own: whose it is without, and which one. */
    static Answer notGranted(Rule<?> rule, AccountRight right) {
        return note(
                Tone.INFO,
                "not-granted",
                rule.id().value(),
                ConstantMessages.of("chat.fix.job", RemedyJob.of(rule)),
                rule.remedyText().orElseGet(() -> say("nothing-to-do")),
                FixRefusals.needs(right));
    }

    /** The rule does not fail, or it is not known whether it does. */
    static Answer notFailing(Rule<?> rule, Fixable what, AccountCase account, Outcome outcome) {
        if (outcome != Outcome.UNKNOWN && what == Fixable.EMERGENCY_ROUTING) {
            return note(Tone.INFO, "no-policy-missing", account.displayName());
        }
        if (outcome != Outcome.UNKNOWN && what.isOfPeople()) {
            return note(Tone.INFO, "no-policy-of-people", what.rule().value(), account.displayName());
        }
        if (outcome != Outcome.UNKNOWN && what == Fixable.EMPTY_ROUTING) {
            return emptyRouting(account);
        }
        return note(
                outcome == Outcome.UNKNOWN ? Tone.WARNING : Tone.GOOD,
                outcome == Outcome.UNKNOWN ? "unread" : "holds",
                rule.id().value(),
                account.displayName());
    }

    /** The policy that was named is not what fails; it is as old as what was read. */
    static Answer policyHolds(Rule<?> rule, PolicyName policy, AccountCase account, Instant asOf) {
        return note(Tone.GOOD, "policy-holds", policy, rule.id().value(), account.displayName(), asOf);
    }

    /** There is one without usages, or none is named, or whoever has it calls by its usages: those are never taken off. */
    private static Answer emptyRouting(AccountCase account) {
        var named = account.tenantCase().settings().emptyVoiceRoutingPolicy();
        var there = named.flatMap(
                name -> Fact.present(account.tenantCase().tenant().policy(name, Policy.VoiceRouting.class)));
        return there.map(policy -> policy.usages().isEmpty()
                        ? note(Tone.INFO, "empty-routing.there", policy.name())
                        : note(Tone.WARNING, "empty-routing.usages", policy.name(), policy.usages()))
                .orElseGet(() -> note(Tone.INFO, "empty-routing.no-setting"));
    }

    /** What neither backend does can be done by hand. */
    static Answer byHand(Fixable what, AccountCase account, String why) {
        return note(
                Tone.WARNING,
                "by-hand",
                what.rule().value(),
                why,
                switch (what) {
                    case PLACE ->
                        "Set-CsPhoneNumberAssignment -TelephoneNumber %s -LocationId <id>"
                                .formatted(Fact.present(account.number())
                                        .map(TelephoneNumber::number)
                                        .map(Object::toString)
                                        .orElse(UNKNOWN));
                    case ROUTING ->
                        "Grant-CsOnlineVoiceRoutingPolicy -Identity %s -PolicyName <name>"
                                .formatted(Fact.present(account.account())
                                        .map(ResourceAccount::userPrincipalName)
                                        .orElse(UNKNOWN));
                    case ACCOUNT ->
                        "New-CsOnlineApplicationInstance -UserPrincipalName <name> -DisplayName <name> -ApplicationId "
                                + ResourceAccount.Application.AUTO_ATTENDANT.id();
                    case NUMBER ->
                        "Set-CsPhoneNumberAssignment -Identity %s -PhoneNumber <number> -PhoneNumberType <type>"
                                        .formatted(account.id())
                                + " [-LocationId <id>]";
                    case EMERGENCY_ROUTING ->
                        "Set-CsTeamsEmergencyCallRoutingPolicy -Identity <name> -EmergencyNumbers"
                                + " <New-CsTeamsEmergencyNumber …>";
                    case EMPTY_ROUTING ->
                        "New-CsOnlineVoiceRoutingPolicy -Identity %s"
                                .formatted(account.tenantCase()
                                        .settings()
                                        .emptyVoiceRoutingPolicy()
                                        .map(PolicyName::value)
                                        .orElse(UNKNOWN));
                    case CALLER_ID ->
                        "Set-CsCallingLineIdentity -Identity <name> -CallingIDSubstitute Resource -ResourceAccount %s"
                                .formatted(account.id());
                    case CALLING ->
                        "Set-CsTeamsCallingPolicy -Identity <name> -AllowPrivateCalling $true -PreventTollBypass"
                                + " $false";
                    case USAGE_LOCATION -> "Update-MgUser -UserId %s -UsageLocation <country>".formatted(account.id());
                    case SIGN_IN -> "Update-MgUser -UserId %s -AccountEnabled:$false".formatted(account.id());
                    case ATTENDANT ->
                        "New-CsOnlineApplicationInstanceAssociation -Identities %s -ConfigurationId <id> -ConfigurationType AutoAttendant"
                                .formatted(account.id());
                });
    }
}
