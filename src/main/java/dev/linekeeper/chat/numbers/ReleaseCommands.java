package dev.linekeeper.chat.numbers;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.numbers.NumberHolder;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.policies.PolicyUsers;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.numbers.NumberRelease;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.Operation.TenantOperation;
import dev.linekeeper.service.tenant.OperationProvider.NoProvider;
import dev.linekeeper.service.tenant.reading.ShownPerson;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The command that says what the release of a number would come to, and asks for it where that is ours. */
public record ReleaseCommands(RequestOutcomeCards outcomes, TenantView tenant, Capabilities capabilities) {
    private static final String BECAUSE = " [(because|since|reason) [of] {reason}]";

    public Command statement() {
        return command("release-number")
                .by(Role.ADMIN)
                .personal()
                .says(
                        "release number {number} [because {reason}]",
                        "(release|free|unassign|give back) [the] [phone] [number] {number}" + BECAUSE,
                        "(release|free|unassign|give back) [the] [phone] number {thing}" + BECAUSE,
                        "(release|free|unassign) [(a|the)] [phone] number")
                .offers(Slot.NUMBER, Slot.REASON)
                .answers(invocation -> NamedNumber.then(invocation, tenant, number -> release(invocation, number)));
    }

    private Answer release(Invocation invocation, PhoneNumber number) {
        var shared = tenant.snapshot().tenant();
        var lookup = NumberLookup.of(number, shared, tenant.settings().numberCountries());
        var holder = lookup.holder() instanceof NumberHolder.OfPerson(var id)
                ? tenant.shownInEffect(id).map(ShownPerson::person)
                : Optional.<Person>empty();
        holder.ifPresent(person -> invocation.noteRead(person.id()));
        var card = new ReleaseCards(lookup, holder, lookup.sharedBy().isEmpty() ? PolicyUsers.NOBODY : users(lookup));
        return NumberRelease.of(lookup, holder)
                .filter(this::isPossible)
                .map(intent -> asked(invocation, intent, card))
                .orElseGet(card::card);
    }

    private boolean isPossible(Intent intent) {
        return !(intent instanceof Intent.PutRight
                && capabilities.of(TenantOperation.ACCOUNT_NUMBER) instanceof NoProvider);
    }

    /** What it comes to is said first; what the button sends is planned once more. */
    private Answer asked(Invocation invocation, Intent intent, ReleaseCards card) {
        boolean sent = invocation.isPressed() && invocation.isYes(Slot.CHOICE);
        var result = sent
                ? outcomes.submit(invocation.caller(), intent, invocation.reason())
                : outcomes.preview(invocation.caller(), intent);
        return !sent && result instanceof OnlyPlanned(PlanResult.SendablePlan ready)
                ? card.of(ready.plan(), invocation.buttonWith(Slot.CHOICE, "yes"))
                : outcomes.answer(invocation.caller(), card.name(), result, Optional.empty());
    }

    /** Who calls under a policy of the account, which takes a look at everybody. */
    private PolicyUsers users(NumberLookup lookup) {
        var users = new AtomicReference<>(PolicyUsers.NOBODY);
        for (var policy : lookup.sharedBy()) {
            tenant.forEachPerson(person -> users.updateAndGet(some -> some.with(person, policy)));
        }
        return users.get();
    }
}
