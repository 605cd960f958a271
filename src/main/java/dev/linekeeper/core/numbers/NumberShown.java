package dev.linekeeper.core.numbers;

import dev.linekeeper.core.callerid.CallerId;
import dev.linekeeper.core.callerid.CallerId.CallerIdKind;
import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.callerid.LineCallerId;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who shows a number when they call, by any of their lines.
 *
 * @param people by whose caller ID it is seen, in the order in which they were looked at
 * @param cannotTell of whom what they show is undetermined, so that they may
 */
public record NumberShown(List<DirectoryEntry> people, List<DirectoryEntry> cannotTell) {
    public static final NumberShown NOT_LOOKED = new NumberShown(List.of(), List.of());

    public NumberShown {
        people = List.copyOf(people);
        cannotTell = List.copyOf(cannotTell);
    }

    /** Looks at people one by one; an extension is never shown, so that of {@code +14255550190;ext=12} its base is looked for. */
    public static NumberShown of(PhoneNumber number, Iterable<Person> everybody, Readiness readiness) {
        var people = new ArrayList<DirectoryEntry>();
        var cannotTell = new ArrayList<DirectoryEntry>();
        for (Person person : everybody) {
            var audit = readiness.audit(person);
            var seen = Stream.concat(
                            Stream.of(CallerIdResolver.normal(audit)),
                            CallerIdResolver.lines(audit).stream().map(LineCallerId::callerId))
                    .toList();
            if (seen.stream().flatMap(shown -> shown.number().stream()).anyMatch(number.base()::equals)) {
                people.add(person.entry());
            } else if (seen.stream().map(CallerId::kind).anyMatch(CallerIdKind.UNDETERMINED::equals)) {
                cannotTell.add(person.entry());
            }
        }
        return new NumberShown(people, cannotTell);
    }
}
