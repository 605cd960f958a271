package dev.linekeeper.chat.numbers;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.numbers.NumberHolder;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.policies.PolicyUsers;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.tenant.reading.ShownPerson;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The command that says what the release of a number would come to, and which request does it where there is one. */
public record ReleaseCommands(TenantView tenant) {
    public Command statement() {
        return command("release-number")
                .by(Role.ADMIN)
                .personal()
                .says(
                        "release number {number}",
                        "(release|free|unassign|give back) [the] [phone] [number] {number}",
                        "(release|free|unassign|give back) [the] [phone] number {thing}",
                        "(release|free|unassign) [(a|the)] [phone] number")
                .offers(Slot.NUMBER)
                .answers(invocation -> NamedNumber.then(invocation, tenant, number -> release(invocation, number)));
    }

    private Answer release(Invocation invocation, PhoneNumber number) {
        var shared = tenant.snapshot().tenant();
        var lookup = NumberLookup.of(number, shared, tenant.settings().numberCountries());
        var holder = lookup.holder() instanceof NumberHolder.OfPerson(var id)
                ? tenant.shownInEffect(id).map(ShownPerson::person)
                : Optional.<Person>empty();
        holder.ifPresent(person -> invocation.noteRead(person.id()));
        return new ReleaseCards(lookup, holder, lookup.sharedBy().isEmpty() ? PolicyUsers.NOBODY : users(lookup))
                .card();
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
