package dev.linekeeper.core.tenant.person;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** A person: what the directory says and what Teams voice says, as far as each could be read. */
public record Person(DirectoryEntry entry, Fact<VoiceUser> voice) {
    public UserId id() {
        return entry.id();
    }

    public String displayName() {
        return entry.displayName();
    }

    /** The Enterprise Voice switch. */
    public Fact<Boolean> voiceOn() {
        return voice(VoiceUser::voiceOn);
    }

    public Fact<AccountType> accountType() {
        return voice(VoiceUser::accountType);
    }

    /** What Teams says the person may use, such as {@code PhoneSystem}. */
    public Fact<Set<String>> features() {
        return voice(VoiceUser::features);
    }

    /** The numbers the person holds, the shared one not among them. */
    public Fact<List<Line>> lines() {
        return voice(VoiceUser::lines);
    }

    public Fact<List<String>> validationErrors() {
        return voice(VoiceUser::validationErrors);
    }

    public Fact<Optional<String>> interpretedType() {
        return voice.map(VoiceUser::interpretedType);
    }

    /** The policy of that kind that applies to the person now, and who granted it. */
    public Fact<Assignment> policy(PolicyKind kind) {
        return voice(user -> user.policy(kind));
    }

    /** The person a change leads to, as far as they could be read. */
    public Person after(Change change) {
        return new Person(entry, voice.map(user -> user.after(change)));
    }

    /** The person where that is so of a kind of policy. */
    public Person with(PolicyKind kind, Fact<Assignment> assignment) {
        return new Person(entry, voice.map(user -> user.with(kind, assignment)));
    }

    /** The person without the lines of which {@code gone} holds. */
    public Person without(Predicate<Line> gone) {
        return new Person(
                entry,
                voice.map(user -> user.withLines(user.lines()
                        .map(lines -> lines.stream().filter(gone.negate()).toList()))));
    }

    /** The person with another Shared Calling policy on one of their lines. */
    public Person with(PhoneNumber number, Optional<PolicyName> policy) {
        return new Person(
                entry,
                voice.map(user -> user.withLines(user.lines()
                        .map(lines -> lines.stream()
                                .map(line -> line.number().equals(number)
                                        ? new Line(number, line.category(), lines().map(_ -> policy))
                                        : line)
                                .toList()))));
    }

    /** The person's own main number with its extension; empty when there is none. */
    public Fact<Optional<PhoneNumber>> primaryNumber() {
        return lines().map(lines -> lines.stream()
                .filter(line -> line.category() == Line.Category.PRIMARY)
                .map(Line::number)
                .findFirst());
    }

    private <T> Fact<T> voice(Function<VoiceUser, Fact<T>> part) {
        return voice.flatMap(part);
    }
}
