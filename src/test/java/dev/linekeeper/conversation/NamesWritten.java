package dev.linekeeper.conversation;

import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** How people write the name of somebody: exactly, a part of it, turned round, with a slip, or a word for several people. */
record NamesWritten(RandomGenerator random) {
    private static final List<String> FOR_SEVERAL = List.of(
            "all",
            "everyone",
            "everybody",
            "them",
            "everyone from Denver",
            "all of them",
            "the team",
            "people in London",
            "staff",
            "both",
            "anyone",
            "each",
            "*");

    /** What names exactly this person, if nobody else has the name. */
    List<String> exactly(DirectoryEntry person) {
        return List.of(
                person.displayName(),
                person.displayName().toUpperCase(java.util.Locale.ROOT),
                person.userPrincipalName(),
                person.id().value());
    }

    /** One each of what is not quite the name. */
    List<String> nearly(DirectoryEntry person) {
        String name = person.displayName();
        String upn = person.userPrincipalName();
        String department = person.department().orElse("Sales");
        var written = new ArrayList<String>();
        written.add(name.substring(0, 1 + random.nextInt(name.length())));
        written.add(name.substring(random.nextInt(name.length())));
        int space = name.lastIndexOf(' ');
        if (space > 0) {
            written.add(name.substring(0, space));
            written.add(name.substring(space + 1));
            written.add(name.substring(space + 1) + " " + name.substring(0, space));
            written.add(name.substring(space + 1) + ", " + name.substring(0, space));
            written.add(name.substring(0, space + 2));
        }
        written.add(upn.substring(0, upn.indexOf('@')));
        written.add(upn.substring(0, 1 + random.nextInt(upn.length() - 1)));
        written.add(slip(name));
        written.add(slip(slip(name)));
        written.add(slip(upn));
        written.add(slip(person.id().value()));
        written.add("the " + department + " department");
        written.add(department + " team");
        written.add("everyone in " + department);
        written.add(department);
        written.add(FOR_SEVERAL.get(random.nextInt(FOR_SEVERAL.size())));
        return written;
    }

    /** A letter left out, written twice, changed, or exchanged with its neighbour. */
    private String slip(String name) {
        if (name.length() < 2) {
            return name;
        }
        int at = random.nextInt(name.length() - 1);
        String before = name.substring(0, at);
        char here = name.charAt(at);
        char next = name.charAt(at + 1);
        String after = name.substring(at + 2);
        return switch (random.nextInt(4)) {
            case 0 -> before + next + after;
            case 1 -> before + here + here + next + after;
            case 2 -> before + (char) ('a' + random.nextInt(26)) + next + after;
            default -> before + next + here + after;
        };
    }
}
