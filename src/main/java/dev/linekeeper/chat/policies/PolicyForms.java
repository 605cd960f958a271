package dev.linekeeper.chat.policies;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.FormChoice;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.policies.Candidates;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.reservation.TakenNumber;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Forms for policies, with what is possible to choose from and the likeliest of it chosen. */
record PolicyForms(Candidates candidates, Reservations reserved) {
    private static final int CHOICES = 20;
    private static final FormChoice NO_NUMBER = new FormChoice(CallbackList.NONE, CallbackList.NONE);

    /** For a new policy; callback numbers are offered once the account is known that they have to fit. */
    Answer forNew(Invocation invocation, Optional<ResourceAccount> account) {
        List<FormChoice> accounts = accounts();
        return form(
                invocation,
                Stream.concat(
                        Stream.of(
                                field(Slot.NAME, true, said(Slot.NAME, invocation), List.of()),
                                field(
                                        Slot.ACCOUNT,
                                        true,
                                        account.map(ResourceAccount::userPrincipalName)
                                                .orElseGet(() -> first(accounts)),
                                        accounts)),
                        account.map(it -> callbacks(it, new PolicyName(said(Slot.NAME, invocation)), true)).stream()));
    }

    /** For a policy that is there. */
    Answer forChange(Invocation invocation, SharedCalling now) {
        Optional<ResourceAccount> account = account(now);
        return form(
                invocation,
                Stream.of(
                                Stream.of(field(Slot.POLICY, true, now.name().value(), List.of())),
                                account.map(it -> callbacks(it, now.name(), false)).stream(),
                                Stream.of(
                                        several(Slot.DROPPED, "", choices(now.emergencyNumbers())),
                                        field(Slot.ACCOUNT, false, "", accounts())))
                        .flatMap(fields -> fields));
    }

    /** For one that goes, with those that its people can be moved to. */
    Answer forMove(Invocation invocation, SharedCalling now, Explanation title) {
        List<FormChoice> targets = candidates.targets(now).stream()
                .limit(CHOICES)
                .map(policy -> new FormChoice(policy.value(), policy.value()))
                .toList();
        return titled(
                title,
                invocation.form(List.of(
                        field(Slot.POLICY, true, now.name().value(), List.of()),
                        field(Slot.TARGET, true, first(targets), targets),
                        reason(invocation))));
    }

    /** For one that is to be called otherwise; callback numbers are asked for where the new one cannot have the same. */
    Answer forRename(Invocation invocation, SharedCalling now, Explanation title) {
        Stream<FormField> fields = Stream.of(
                field(Slot.POLICY, true, now.name().value(), List.of()),
                field(Slot.NAME, true, said(Slot.NAME, invocation), List.of()));
        Stream<FormField> others = now.emergencyNumbers().isEmpty()
                ? Stream.empty()
                : account(now).map(it -> callbacks(it, now.name(), true)).stream();
        return titled(
                title,
                invocation.form(Stream.of(fields, others, Stream.of(reason(invocation)))
                        .flatMap(each -> each)
                        .toList()));
    }

    private static Answer titled(Explanation title, Answer form) {
        return form instanceof Answer.Form(var verb, _, var fields, var typed)
                ? new Answer.Form(verb, title, fields, typed)
                : form;
    }

    private static Answer form(Invocation invocation, Stream<FormField> fields) {
        return invocation.form(Stream.concat(
                        fields,
                        Stream.of(
                                field(Slot.WORDS, false, said(Slot.WORDS, invocation), List.of()), reason(invocation)))
                .toList());
    }

    private static FormField reason(Invocation invocation) {
        return field(Slot.REASON, false, invocation.reason(), List.of());
    }

    private Optional<ResourceAccount> account(SharedCalling policy) {
        return policy.resourceAccount()
                .flatMap(id -> candidates.tenant().resourceAccounts().known().map(all -> all.get(id)));
    }

    /** Those that nobody reserved for something else. */
    private FormField callbacks(ResourceAccount account, PolicyName policy, boolean chosen) {
        List<FormChoice> fitting = choices(candidates.callbacks(
                account.id(),
                number ->
                        reserved.against(TakenNumber.asCallback(number, policy)).isEmpty(),
                CHOICES));
        return chosen
                ? several(
                        Slot.ADDED,
                        first(fitting),
                        Stream.concat(fitting.stream(), Stream.of(NO_NUMBER)).toList())
                : several(Slot.ADDED, "", fitting);
    }

    private static FormField several(Slot slot, String value, List<FormChoice> choices) {
        return new FormField(slot, "card.field." + slot.key(), false, value, choices, true);
    }

    private List<FormChoice> accounts() {
        return candidates.accounts().stream()
                .limit(CHOICES)
                .map(account -> new FormChoice(
                        "%s (%s)".formatted(account.displayName(), account.userPrincipalName()),
                        account.userPrincipalName()))
                .toList();
    }

    private static List<FormChoice> choices(List<PhoneNumber> numbers) {
        return numbers.stream()
                .map(PhoneNumber::toString)
                .map(number -> new FormChoice(number, number))
                .toList();
    }

    private static String first(List<FormChoice> choices) {
        return choices.stream().findFirst().map(FormChoice::value).orElse("");
    }

    private static String said(Slot slot, Invocation invocation) {
        return invocation.text(slot).orElse("");
    }

    private static FormField field(Slot slot, boolean required, String value, List<FormChoice> choices) {
        return new FormField(slot, "card.field." + slot.key(), required, value, choices);
    }
}
