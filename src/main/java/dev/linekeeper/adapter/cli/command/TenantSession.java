package dev.linekeeper.adapter.cli.command;

import dev.linekeeper.adapter.cli.statements.KeptStatements;
import dev.linekeeper.chat.numbers.ReservationNotes;
import dev.linekeeper.core.enrolment.NumberPlanner;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.Planner;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.fixes.OtherClaims;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.Intent.EnrolPerson;
import dev.linekeeper.service.requests.Intent.GiveNumber;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.gathering.GatheredTenant;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/**
 * One look at a tenant: what people share is read once, people one by one, some at once.
 *
 * @param said what people said of it
 */
public record TenantSession(
        TenantPorts ports, TenantReader readings, Tenant tenant, JudgementSettings settings, KeptStatements said) {
    private static final Comparator<DirectoryEntry> BY_NAME = Comparator.comparing(
                    DirectoryEntry::userPrincipalName, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(DirectoryEntry::userPrincipalName);

    /** As many are planned side by side. */
    private static final int TOGETHER = 1000;

    private static final Duration SWEEP_PATIENCE = Duration.ofMinutes(10);

    /** Reads what people share. */
    public static TenantSession at(TenantPorts ports, JudgementSettings settings, KeptStatements said) {
        var tenantReader = ports.reader(Clock.systemUTC(), Duration.ofHours(1));
        return new TenantSession(ports, tenantReader, tenantReader.tenant().tenant(), settings, said);
    }

    public Directory directory() {
        return ports.directory();
    }

    /** Judges people; what they share is judged once. */
    public Readiness readiness() {
        return new Readiness(tenant, settings);
    }

    public List<DirectoryEntry> everybody() {
        var all = new ArrayList<DirectoryEntry>();
        directory().forEach(all::add);
        all.sort(BY_NAME);
        return all;
    }

    public List<DirectoryEntry> those(List<String> userPrincipalNames) {
        return userPrincipalNames.stream()
                .map(this::entry)
                .distinct()
                .sorted(BY_NAME)
                .toList();
    }

    public Person person(String userPrincipalName) {
        return person(entry(userPrincipalName));
    }

    public Person person(DirectoryEntry entry) {
        return readings.person(entry);
    }

    /** Reads people, some at once, and hands them over in the order given. */
    public void each(List<DirectoryEntry> entries, Consumer<Person> take) {
        new BulkPersonReader(readings, SWEEP_PATIENCE, Thread::sleep).readAll(entries::forEach, take);
    }

    /** The user principal names of the organisation's own people in a group, and in the groups in it. */
    public List<String> members(String idOrName) {
        var people =
                directory().members(group(idOrName)).stream().map(UserId::value).collect(Collectors.toSet());
        var names = directory().findNamed(people).values().stream()
                .flatMap(Set::stream)
                .map(DirectoryEntry::userPrincipalName)
                .sorted()
                .toList();
        if (names.isEmpty()) {
            throw new BadInput("None of the organisation's own people is in %s".formatted(idOrName));
        }
        return names;
    }

    /** The group of that object id or whole name; refuses one that is not there, and a name that several have. */
    public GroupId group(String idOrName) {
        if (idOrName.isBlank()) {
            throw new BadInput("The name of a group is empty");
        }
        var found = directory().groupsAmong(Set.of(new GroupId(idOrName)));
        var groups = found.isEmpty() ? directory().groupsNamed(idOrName) : found;
        if (groups.size() > 1) {
            throw new BadInput("%d groups are called %s; name one by its object id: %s"
                    .formatted(groups.size(), idOrName, groups));
        }
        return groups.stream().findFirst().orElseThrow(() -> new BadInput("There is no group %s".formatted(idOrName)));
    }

    /** What others are to have, as far as the store could be opened; open requests are not looked at. */
    public OtherClaims claims() {
        return new OtherClaims(
                List::of, said.reserved().map(ReservationNotes::reservations).orElse(Reservations.NONE), directory());
    }

    /** What enrolments, and numbers given, would come to as far as the tenant tells: roles and open requests are not looked at. */
    public Map<ChangeRequest, SubmissionResult> planned(List<ChangeRequest> changes, IntConsumer done) {
        var gathered = GatheredTenant.of(ports, readings);
        var planned = new LinkedHashMap<ChangeRequest, SubmissionResult>();
        var readiness = readiness();
        for (var some : changes.stream().gather(Gatherers.windowFixed(TOGETHER)).toList()) {
            gathered.runs()
                    .sideBySide(
                            some,
                            change -> Map.entry(change, planned(change, gathered.reader(), readiness)),
                            result -> {
                                planned.put(result.getKey(), result.getValue());
                                done.accept(planned.size());
                            });
        }
        return planned;
    }

    private SubmissionResult planned(ChangeRequest change, TenantReader reader, Readiness readiness) {
        return switch (change.intent()) {
            case EnrolPerson(var person, var policy, var releaseNumber) ->
                planned(person, reader, now -> Planner.enrol(now, readiness, policy, releaseNumber, said.gaps()));
            case GiveNumber(var person, var number) ->
                planned(person, reader, now -> NumberPlanner.of(number, now, readiness));
            case Intent other -> throw new IllegalArgumentException("No list asks for that: %s".formatted(other));
        };
    }

    private OnlyPlanned planned(UserId person, TenantReader reader, Function<Person, PlanResult> planning) {
        try {
            return new OnlyPlanned(reader.person(person)
                    .map(planning)
                    .map(claims()::unreserved)
                    .orElseGet(() -> new PlanResult.UnknownPerson(person)));
        } catch (BackendFailure failure) {
            return new OnlyPlanned(new PlanResult.NoAnswer(String.valueOf(failure.getMessage())));
        }
    }

    /** The policy as the tenant spells it; what could not be read is not said to be absent. */
    public PolicyName sharedCalling(String name) {
        if (name.isBlank()) {
            throw new BadInput("The name of a policy is empty");
        }
        var wanted = new PolicyName(name);
        return tenant.policies(PolicyKind.SHARED_CALLING)
                .fold(
                        all -> {
                            var found = all.get(wanted);
                            if (found == null) {
                                throw new BadInput("There is no Shared Calling policy named %s".formatted(wanted));
                            }
                            return found.name();
                        },
                        _ -> wanted);
    }

    /** The id of somebody by their name; who left is not in the directory any more, so an id is taken as it is. */
    public static UserId idOf(String name, Directory directory) {
        return name.contains("@")
                ? directory
                        .findByPrincipalName(name)
                        .map(DirectoryEntry::id)
                        .orElseThrow(() -> new BadInput("The directory knows nobody called %s".formatted(name)))
                : new UserId(name);
    }

    /** Whoever acts through the shell, by user principal name or object id: one of the organisation's own people. */
    public static UserId member(String name, Directory directory) {
        UserId who = idOf(name, directory);
        if (!directory.isMember(who)) {
            throw new BadInput("%s is none of the organisation's own people".formatted(name));
        }
        return who;
    }

    private DirectoryEntry entry(String userPrincipalName) {
        return directory()
                .findByPrincipalName(userPrincipalName)
                .map(readings::withGroups)
                .orElseThrow(() -> new BadInput("Nobody is called %s".formatted(userPrincipalName)));
    }
}
