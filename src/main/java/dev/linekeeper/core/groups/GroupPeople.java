package dev.linekeeper.core.groups;

import dev.linekeeper.core.tenant.person.AccountType;
import dev.linekeeper.core.tenant.person.Person;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who is directly in a group.
 *
 * @param people the organisation's own
 * @param others guests, resource accounts, and groups, whose members a group's policy does not reach
 * @param notRead how many more there are, who were not looked at or could not be
 */
public record GroupPeople(List<Person> people, int others, int notRead) {
    private static final Set<AccountType> NOBODY = EnumSet.of(AccountType.GUEST, AccountType.RESOURCE_ACCOUNT);

    /** The same of members as they were found, guests and accounts among them. */
    public static GroupPeople of(List<Person> found, int unknown, int notRead) {
        List<Person> own = found.stream()
                .filter(person ->
                        person.accountType().known().filter(NOBODY::contains).isEmpty())
                .toList();
        return new GroupPeople(own, found.size() - own.size() + unknown, notRead);
    }

    /** All who count, and those of whom that is not known. */
    int members() {
        return people.size() + notRead;
    }
}
