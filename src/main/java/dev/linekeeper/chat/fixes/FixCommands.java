package dev.linekeeper.chat.fixes;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.fixes.FixChoice;
import dev.linekeeper.core.fixes.FixChoices;
import dev.linekeeper.core.fixes.Fixable;
import dev.linekeeper.core.fixes.RemedyJob;
import dev.linekeeper.core.readiness.AccountRules;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.fixes.OtherClaims;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.Operation;
import dev.linekeeper.service.tenant.Operation.GrantOperation;
import dev.linekeeper.service.tenant.Operation.TenantOperation;
import dev.linekeeper.service.tenant.OperationProvider.NoProvider;
import dev.linekeeper.service.tenant.reading.SharedPart;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The command that asks for a failing rule to be put right. */
public record FixCommands(
        RequestOutcomeCards outcomes, TenantView tenant, Capabilities capabilities, OtherClaims claims) {
    static final String FIX = "fix";
    /** What a form has at most to choose from. */
    private static final int MOST = 40;

    public Command statement() {
        return command(FIX)
                .by(Role.ADMIN)
                .says(
                        "fix {rule} for {thing} [with {choice}] [because {reason}]",
                        "(fix|mend|repair)",
                        "(fix|mend|repair|put right) [rule] {rule} (for|of|on) [the] [(policy|account)] {thing}"
                                + " [(with|to|using) {choice}] [(because|since|reason) [of] {reason}]",
                        "(fix|mend|repair|put right) [rule] {rule}")
                .asks(Slot.RULE, Slot.THING)
                .offers(Slot.CHOICE, Slot.REASON)
                .answers(this::fix);
    }

    private Answer fix(Invocation invocation) {
        String written = invocation.text(Slot.RULE).orElse("");
        Optional<Rule<PersonCase>> rule = Readiness.rules().stream()
                .filter(it -> AnyCase.same(it.id().value(), written))
                .findFirst();
        return rule.<Answer>map(it -> Fixable.of(it.id())
                        .map(what -> withAccount(invocation, account -> fix(invocation, what, it, account)))
                        .orElseGet(() -> FixTexts.notOurs(it, RemedyJob.of(it))))
                .orElseGet(() -> FixTexts.note(Tone.INFO, "no-rule", written));
    }

    /** Answers with the account that is named, or that stands behind the policy that is. */
    private Answer withAccount(Invocation invocation, Function<ResourceAccount, Answer> answer) {
        String named = invocation.text(Slot.THING).orElse("");
        return invocation
                .policyIn(Slot.THING)
                .map(policy -> Fact.flatMapPresent(
                        shared().sharedCalling(policy).map(found -> found.flatMap(SharedCalling::resourceAccount)),
                        shared()::resourceAccount))
                .orElseGet(() -> shared().resourceAccounts().map(_ -> invocation.accountIn(Slot.THING)))
                .fold(
                        found -> found.map(answer).orElseGet(() -> FixTexts.note(Tone.INFO, "no-account", named)),
                        why -> NoteCards.of(Tone.WARNING, "chat.asked.no-answer", why));
    }

    /** From what is read now: a licence may have come since the card was shown. */
    private Answer fix(Invocation invocation, Fixable what, Rule<PersonCase> rule, ResourceAccount seen) {
        invocation.tellMeanwhile(NoteCards::reading);
        tenant.forget(SharedPart.of(what));
        ResourceAccount account =
                Fact.present(shared().resourceAccount(seen.id())).orElse(seen);
        var report = tenant.readiness(tenant.snapshot()).account(account.id());
        AccountCase judged = report.subject();
        Optional<String> written = invocation.text(Slot.CHOICE);
        Outcome outcome = what.outcome(report, written);
        if (!Fixable.isAmiss(outcome)) {
            return what.written(shared(), written)
                    .filter(_ -> outcome == Outcome.PASS)
                    .map(policy -> FixTexts.policyHolds(
                            rule, policy, judged, tenant.snapshot().asOf()))
                    .orElseGet(() -> FixTexts.notFailing(rule, what, judged, outcome));
        }
        if (!what.isOurs(judged, written)) {
            return what == Fixable.NUMBER
                    ? FixTexts.notOurs(AccountRules.LICENSED, RemedyJob.LICENCES)
                    : what.right()
                            .map(right -> FixTexts.notGranted(rule, right))
                            .orElseGet(() -> FixTexts.notOurs(
                                    rule, what == Fixable.PLACE ? RemedyJob.OUTSIDE_TEAMS : RemedyJob.of(rule)));
        }
        return nobodyCan(what)
                .map(why -> FixTexts.byHand(what, judged, why))
                .orElseGet(() -> choices()
                        .all(what, account, written)
                        .fold(
                                all -> chosen(invocation, what, account, all),
                                why -> NoteCards.of(Tone.WARNING, "chat.asked.no-answer", why)));
    }

    /**
     * Asks with what is named and cannot be mistaken; else offers what fits of what is named, or of all, chosen where there is
     * only one. Of numbers a part is no name.
     */
    private Answer chosen(Invocation invocation, Fixable what, ResourceAccount account, List<FixChoice> all) {
        List<FixChoice> named = invocation
                .text(Slot.CHOICE)
                .map(text -> FixChoices.called(text, all))
                .orElse(List.of());
        boolean clear = named.size() == 1
                && (what != Fixable.NUMBER
                        || named.getFirst()
                                .isCalled(invocation.text(Slot.CHOICE).orElse("")));
        return clear
                ? ask(invocation, account, named.getFirst())
                : FixForm.of(
                        invocation,
                        (named.isEmpty() || what != Fixable.NUMBER ? all : named)
                                .stream()
                                        .filter(choices()::fits)
                                        .filter(choice ->
                                                claims.on(choice.fix()).isEmpty())
                                        .limit(MOST)
                                        .toList());
    }

    private Answer ask(Invocation invocation, ResourceAccount account, FixChoice choice) {
        return outcomes.answer(
                invocation.caller(),
                account.displayName(),
                outcomes.submit(invocation.caller(), new Intent.PutRight(choice.fix()), invocation.reason()),
                Optional.empty());
    }

    private Optional<String> nobodyCan(Fixable what) {
        Optional<Operation> operation = switch (what) {
            case PLACE -> Optional.of(TenantOperation.NUMBER_LOCATION);
            case ROUTING -> Optional.of(new GrantOperation(PolicyKind.VOICE_ROUTING));
            case ATTENDANT -> Optional.of(TenantOperation.ACCOUNT_ASSOCIATION);
            case EMERGENCY_ROUTING -> Optional.of(TenantOperation.EMERGENCY_ROUTING_CHANGE);
            case EMPTY_ROUTING -> Optional.of(TenantOperation.VOICE_ROUTING_CHANGE);
            case CALLER_ID, CALLING -> Optional.of(TenantOperation.CALLING_CHANGE);
            case NUMBER -> Optional.of(TenantOperation.ACCOUNT_NUMBER);
            case ACCOUNT -> Optional.of(TenantOperation.ACCOUNT_CREATION);
            case USAGE_LOCATION, SIGN_IN -> Optional.empty();
        };
        return operation.flatMap(
                it -> capabilities.of(it) instanceof NoProvider(var why) ? Optional.of(why) : Optional.empty());
    }

    private FixChoices choices() {
        return new FixChoices(shared(), tenant.settings());
    }

    private Tenant shared() {
        return tenant.snapshot().tenant();
    }
}
