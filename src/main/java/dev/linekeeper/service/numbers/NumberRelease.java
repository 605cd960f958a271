package dev.linekeeper.service.numbers;

import dev.linekeeper.core.numbers.NumberHolder;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.groundwork.NumberOfAccount;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.requests.Intent;
import java.util.Optional;

/** Which request takes a number from whoever has it; the number stays one of the tenant's. */
public final class NumberRelease {
    private NumberRelease() {}

    /**
     * Empty where nothing is asked for: nobody has it, a policy stands in the way, or that was not read.
     *
     * @param holder the person who has it, where they were read
     */
    public static Optional<Intent> of(NumberLookup lookup, Optional<Person> holder) {
        return switch (lookup.holder()) {
            case NumberHolder.OfPerson _ -> holder.flatMap(person -> ofPerson(person, lookup.number()));
            case NumberHolder.OfAccount(var account)
            when lookup.sharedBy().isEmpty() ->
                Fact.present(lookup.listed()).map(entry -> new Intent.PutRight(ofAccount(account, entry)));
            default -> Optional.empty();
        };
    }

    private static Optional<Intent> ofPerson(Person person, PhoneNumber number) {
        return person.lines()
                .known()
                .filter(lines -> lines.stream().anyMatch(line -> line.number().equals(number)))
                .map(_ -> new Intent.ReleaseLine(person.id(), number));
    }

    private static NumberOfAccount ofAccount(ResourceAccount account, TelephoneNumber entry) {
        Optional<LocationId> place = Fact.present(entry.location());
        return new NumberOfAccount(
                account.id(),
                account.userPrincipalName(),
                entry.type(),
                place,
                Optional.of(entry.number()),
                Optional.empty());
    }
}
