package dev.linekeeper.chat;

import dev.linekeeper.chat.Answer.WhichOne.Option;
import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.People;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.Readings;
import dev.linekeeper.service.tenant.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Finds what a text means. When it is not exactly one thing, the answer says so: a choice, or what there is instead. Looking
 * at somebody else's data leaves a mark in the audit trail.
 */
public final class Lookup {
    private static final int SUGGESTED = 5;
    private static final int PREFIX = 3;
    private static final Duration SWEEP_PATIENCE = Duration.ofMinutes(2);

    private final People people;
    private final Directory directory;
    private final Readings readings;
    private final Settings settings;
    private final AuditTrail trail;
    private final Clock clock;
    private final Names names;

    public Lookup(
            People people, Directory directory, Readings readings, Settings settings, AuditTrail trail, Clock clock) {
        this.people = people;
        this.directory = directory;
        this.readings = readings;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
        this.names = new Names(directory, clock);
    }

    /** What a text was found to mean, or the answer that asks back. */
    sealed interface Found<T> {
        record Exactly<T>(T value) implements Found<T> {}

        record AskBack<T>(Answer answer) implements Found<T> {}
    }

    Settings settings() {
        return settings;
    }

    Readings.Snapshot tenant() {
        return readings.tenant();
    }

    Person person(DirectoryEntry entry) {
        return readings.person(entry);
    }

    Optional<Person> person(UserId id) {
        return readings.person(id);
    }

    /** Everyone as they are now, in the directory's order. */
    void everyone(Consumer<Person> each) {
        new Sweep(readings, SWEEP_PATIENCE, Thread::sleep).over(directory::forEach, each);
    }

    /** What somebody is called; for showing, not for deciding. */
    String name(UserId id) {
        return names.of(id);
    }

    /** The one person that is meant by {@code text}; "me" is the caller. */
    Found<DirectoryEntry> person(String text, Caller caller, Function<String, Ask.Pressed> again) {
        if (text.matches("(?i)me|myself|i")) {
            return directory
                    .find(caller.id())
                    .<Found<DirectoryEntry>>map(Found.Exactly::new)
                    .orElseGet(() -> new Found.AskBack<>(nobody(text, again)));
        }
        return switch (people.find(text)) {
            case People.Found.One(var person) -> new Found.Exactly<>(person);
            case People.Found.Several(var several, var more) ->
                new Found.AskBack<>(new Answer.WhichOne(
                        Explanation.of("chat.several-people", text), options(several, again), more));
            case People.Found.Nobody _ -> new Found.AskBack<>(nobody(text, again));
        };
    }

    /** People whose names begin alike may have been meant. */
    private Answer nobody(String text, Function<String, Ask.Pressed> again) {
        String start = text.strip().substring(0, Math.min(PREFIX, text.strip().length()));
        List<DirectoryEntry> alike = start.length() < PREFIX ? List.of() : directory.search(start, SUGGESTED);
        return alike.isEmpty()
                ? Notes.of(Answer.Tone.INFO, "chat.nobody", text)
                : new Answer.WhichOne(Explanation.of("chat.nobody-but", text), options(alike, again), false);
    }

    private static List<Option> options(List<DirectoryEntry> people, Function<String, Ask.Pressed> again) {
        return people.stream()
                .map(person -> new Option(
                        person.displayName(),
                        person.department()
                                .map(department -> "%s, %s".formatted(department, person.userPrincipalName()))
                                .orElse(person.userPrincipalName()),
                        again.apply(person.userPrincipalName())))
                .toList();
    }

    /** The Shared Calling policies there are, by name; none when they could not be read. */
    List<PolicyName> policies(Tenant tenant) {
        return tenant.policies(PolicyKind.SHARED_CALLING).known().orElse(Map.of()).keySet().stream()
                .filter(name -> !name.isGlobal())
                .sorted(Comparator.comparing(PolicyName::value, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    Found<PolicyName> policy(String text, Function<String, Ask.Pressed> again) {
        List<PolicyName> all = policies(tenant().tenant());
        return all.stream()
                .filter(name -> name.value().equalsIgnoreCase(text.strip()))
                .findFirst()
                .<Found<PolicyName>>map(Found.Exactly::new)
                .orElseGet(() -> new Found.AskBack<>(noPolicy(text, all, again)));
    }

    private static Answer noPolicy(String text, List<PolicyName> all, Function<String, Ask.Pressed> again) {
        List<Option> nearest = all.stream()
                .sorted(Comparator.comparingInt(name ->
                        Spelling.distance(name.value().toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))))
                .limit(SUGGESTED)
                .map(name -> new Option(name.value(), "", again.apply(name.value())))
                .toList();
        return nearest.isEmpty()
                ? Notes.of(Answer.Tone.WARNING, "chat.no-policies")
                : new Answer.WhichOne(
                        Explanation.of("chat.no-such-policy", text), nearest, all.size() > nearest.size());
    }

    Optional<ResourceAccount> account(String text) {
        String wanted = text.strip();
        return tenant().tenant().resourceAccounts().known().orElse(Map.of()).values().stream()
                .filter(account -> account.displayName().equalsIgnoreCase(wanted)
                        || account.userPrincipalName().equalsIgnoreCase(wanted)
                        || account.userPrincipalName()
                                .toLowerCase(Locale.ROOT)
                                .startsWith(wanted.toLowerCase(Locale.ROOT) + "@"))
                .findFirst();
    }

    /** Notes that somebody looked at another person's data. */
    void read(Caller caller, UserId person, String command) {
        if (!caller.id().equals(person)) {
            trail.append(new AuditEntry(
                    clock.instant(),
                    Optional.of(caller.id()),
                    AuditEntry.Action.READ,
                    Optional.empty(),
                    Optional.of(person),
                    Map.of("command", command)));
        }
    }
}
