package dev.linekeeper.chat.policies;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.policies.Candidates;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Intent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The commands that ask for a policy to be made or changed. */
public record PolicyCommands(RequestOutcomeCards outcomes, TenantView tenant, Reservations reserved) {
    static final String BECAUSE = " [(because|since|reason) [of] {reason}]";
    static final String CALLBACKS = "(callback|callbacks) [(number|numbers)] ";
    private static final String CHANGE = "(change|edit|update) [policy] {policy} ";

    public List<Command> commands() {
        return List.of(
                command(CommandVerbs.NEW_POLICY)
                        .by(Role.ADMIN)
                        .says(
                                "new policy {name} for {account} [with callback {added}] [described as {words}]"
                                        + " [because {reason}]",
                                "(new|create|make|add) [(a|the)] [new] [shared calling] policy [(called|named)] {name}"
                                        + " (for|on|with) [the] [account] {account} [[and] (with|using) " + CALLBACKS
                                        + "{added}]" + BECAUSE,
                                "(new|create|make|add) [(a|the)] [new] [shared calling] policy [[(called|named)]"
                                        + " {name}]")
                        .offers(Slot.NAME, Slot.ACCOUNT, Slot.ADDED, Slot.WORDS, Slot.REASON)
                        .answers(this::make),
                command(CommandVerbs.CHANGE_POLICY)
                        .by(Role.ADMIN)
                        .says(
                                "change policy {policy} [add callback {added}] [remove callback {dropped}] [account"
                                        + " {account}] [description {words}] [because {reason}]",
                                "(change|edit|update) policy [{policy}]",
                                CHANGE + "(add|with) " + CALLBACKS + "{added} [[and] (remove|drop) " + CALLBACKS
                                        + "{dropped}]" + BECAUSE,
                                CHANGE + "(remove|drop|without) " + CALLBACKS + "{dropped} [[and] add " + CALLBACKS
                                        + "{added}]" + BECAUSE,
                                CHANGE + "[(use|to)] [the] [other] account [to] {account}" + BECAUSE,
                                CHANGE + "[the] description [to] {words}")
                        .asks(Slot.POLICY)
                        .offers(Slot.ADDED, Slot.DROPPED, Slot.ACCOUNT, Slot.WORDS, Slot.REASON)
                        .answers(this::change));
    }

    private Answer make(Invocation invocation) {
        var forms = forms();
        if (Stream.of(Slot.NAME, Slot.ACCOUNT)
                .anyMatch(slot -> invocation.text(slot).isEmpty())) {
            return forms.forNew(invocation, Optional.empty());
        }
        return withAccount(
                invocation,
                account -> invocation.text(Slot.ADDED).isEmpty()
                        ? forms.forNew(invocation, account)
                        : CallbackList.then(
                                Slot.ADDED,
                                invocation,
                                shared(),
                                callbacks -> ask(
                                        invocation,
                                        new PolicyWish.NewPolicy(new SharedCalling(
                                                new PolicyName(invocation
                                                        .text(Slot.NAME)
                                                        .orElseThrow()),
                                                account.map(ResourceAccount::id),
                                                callbacks,
                                                invocation.text(Slot.WORDS).orElse(""))))));
    }

    private Answer change(Invocation invocation) {
        var asked = Stream.of(Slot.ADDED, Slot.DROPPED, Slot.ACCOUNT, Slot.WORDS)
                .anyMatch(slot -> invocation.text(slot).isPresent());
        return asked
                ? changed(invocation)
                : shared().sharedCalling(invocation.policy())
                        .fold(
                                found -> found.<Answer>map(now -> forms().forChange(invocation, now))
                                        .orElseGet(() ->
                                                NoteCards.of(Tone.INFO, "chat.no-such-policy", invocation.policy())),
                                why -> NoteCards.of(Tone.WARNING, "chat.asked.no-answer", why));
    }

    private Answer changed(Invocation invocation) {
        return withAccount(
                invocation,
                account -> CallbackList.then(
                        Slot.ADDED,
                        invocation,
                        shared(),
                        added -> CallbackList.then(
                                Slot.DROPPED,
                                invocation,
                                shared(),
                                dropped -> added.stream()
                                        .filter(dropped::contains)
                                        .findFirst()
                                        .<Answer>map(both -> NoteCards.of(Tone.INFO, "chat.policy.both", both))
                                        .orElseGet(() -> ask(
                                                invocation,
                                                new PolicyWish.ChangedPolicy(
                                                        invocation.policy(),
                                                        added,
                                                        dropped,
                                                        account.map(ResourceAccount::id),
                                                        invocation.text(Slot.WORDS)))))));
    }

    private Answer ask(Invocation invocation, PolicyWish wish) {
        return outcomes.answer(
                invocation.caller(),
                wish.name().value(),
                outcomes.submit(invocation.caller(), new Intent.EditPolicy(wish), invocation.reason()),
                Optional.empty());
    }

    /** Answers with the account that was named, empty where none was; or says that there is none of that name. */
    private Answer withAccount(Invocation invocation, Function<Optional<ResourceAccount>, Answer> answer) {
        String named = invocation.text(Slot.ACCOUNT).orElse("");
        if (shared().resourceAccounts() instanceof Fact.Missing(var why)) {
            return NoteCards.of(Tone.WARNING, "chat.asked.no-answer", why);
        }
        Optional<ResourceAccount> account = invocation.accountIn(Slot.ACCOUNT);
        return named.isEmpty() || account.isPresent()
                ? answer.apply(account)
                : NoteCards.of(Tone.INFO, "chat.policy.no-account", named);
    }

    private PolicyForms forms() {
        return new PolicyForms(new Candidates(shared(), tenant.settings()), reserved);
    }

    private Tenant shared() {
        return tenant.snapshot().tenant();
    }
}
