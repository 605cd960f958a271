package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.FileGroup;
import dev.linekeeper.adapter.tenantfile.content.StoredAccount;
import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.LinePolicyList;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A tenant from a file; writes are refused. Ports fail for an absent section, which becomes a missing fact. Thread-safe
 * when the supplier is.
 *
 * @param contents the present content of the file
 */
public record FileTenant(Supplier<TenantContent> contents, Clock clock) {
    /** A tenant whose file does not change. */
    public FileTenant(TenantContent content, Clock clock) {
        this(() -> content, clock);
    }

    TenantContent content() {
        return contents.get();
    }

    /** The ports; those for numbers, policies, policy grants and the voice switch refuse changes. */
    public TenantPorts ports() {
        var refusing = new RefusedChanges(this);
        return new TenantPorts(
                new FileDirectory(this),
                new FileVoiceUsers(this),
                refusing,
                new FileNumbers(this),
                refusing,
                new FilePolicyCatalogue(this),
                new FileEmergencyLocations(this),
                new FileVoiceApplications(this),
                new FileOrganisation(this),
                refusing,
                refusing);
    }

    public ReadingTime stamp() {
        return new ReadingTime(clock.instant());
    }

    VoiceUser voice(StoredUser user) {
        var stamp = stamp();
        return new VoiceUser(
                stamp.on(user.accountType()),
                stamp.on(user.features()),
                stamp.on(user.voiceOn()),
                stamp.on(user.lines())
                        .map(lines -> lines.stream().map(this::line).toList()),
                new EffectivePolicies(content(), stamp).of(user.id(), user.grants(), user.reported()),
                stamp.on(user.validationErrors()),
                user.interpretedType());
    }

    /** The line; its own Shared Calling policy from the list of all numbers where the line does not say. */
    private Line line(Line stored) {
        var list = linePolicies();
        return stored.sharedCalling().known().isPresent() || list.isEmpty()
                ? stored
                : new Line(stored.number(), stored.category(), LinePolicyList.of(stored.number(), list.get()));
    }

    /** The policies of single numbers; empty where the file says nothing of them. */
    Optional<Fact<LinePolicyList>> linePolicies() {
        return content()
                .linePolicies()
                .map(stamp()::known)
                .or(() -> Optional.ofNullable(content().faults().get("phoneNumberPolicyAssignments"))
                        .map(Fact::missing));
    }

    /** What applies to a person or an account; empty when there is neither. */
    public Map<PolicyKind, Fact<Assignment>> policies(UserId holder) {
        var effective = new EffectivePolicies(content(), stamp());
        return content()
                .user(holder)
                .map(user -> effective.of(holder, user.grants(), user.reported()))
                .or(() -> content()
                        .account(holder)
                        .map(account -> effective.of(holder, account.grants(), account.reported())))
                .orElse(Map.of());
    }

    DirectoryEntry entry(StoredUser user) {
        var stamp = stamp();
        var entry = user.entry();
        return new DirectoryEntry(
                entry.id(),
                entry.userPrincipalName(),
                entry.displayName(),
                entry.department(),
                stamp.on(entry.enabled()),
                stamp.on(entry.usageLocation()),
                stamp.on(entry.plans()),
                content()
                        .groups()
                        .map(groups -> stamp.known(FileGroup.around(entry.id(), groups.values())))
                        .orElseGet(() -> Fact.missing(content().why("groups"))),
                content()
                        .groups()
                        .map(groups -> unreadGroups(entry.id(), groups))
                        .orElse(Map.of()));
    }

    /** Groups of which the file does not tell whether somebody is in them, those that an attendant names among them. */
    private Map<GroupId, String> unreadGroups(UserId person, Map<GroupId, FileGroup> groups) {
        var unread = new HashMap<>(FileGroup.unread(person, groups.values()));
        content().autoAttendants().stream()
                .flatMap(List::stream)
                .flatMap(attendant -> Stream.of(attendant.included(), attendant.excluded()))
                .flatMap(scope -> scope.known().stream().flatMap(Set::stream))
                .filter(group -> !groups.containsKey(group))
                .forEach(group -> unread.put(group, "the group %s is not in the tenant file".formatted(group)));
        return unread;
    }

    AutoAttendant attendant(AutoAttendant stored) {
        var stamp = stamp();
        return new AutoAttendant(
                stored.id(),
                stored.name(),
                stamp.on(stored.directorySearch()),
                stamp.on(stored.operator()),
                stamp.on(stored.included()),
                stamp.on(stored.excluded()),
                stored.accounts());
    }

    ResourceAccount account(StoredAccount stored) {
        var stamp = stamp();
        var account = stored.account();
        return new ResourceAccount(
                account.id(),
                account.userPrincipalName(),
                account.displayName(),
                stamp.on(account.application()),
                stamp.on(account.signInEnabled()),
                stamp.on(account.usageLocation()),
                stamp.on(account.plans()),
                stamp.on(account.number()),
                new EffectivePolicies(content(), stamp).of(account.id(), stored.grants(), stored.reported()),
                stamp.on(account.associations()));
    }

    /** The section; fails as unsupported, and says why, when the file does not have it. */
    <T> T part(Function<TenantContent, Optional<T>> section, String name) {
        var content = content();
        return section.apply(content).orElseThrow(() -> new BackendFailure(FailureKind.UNSUPPORTED, content.why(name)));
    }

    public static <T> T section(Optional<T> section, String name) {
        return section.orElseThrow(
                () -> new BackendFailure(FailureKind.UNSUPPORTED, "%s is not in the tenant file".formatted(name)));
    }

    /** The value of a fact that a change needs; fails as unsupported when it is missing. */
    public static <T> T needed(Fact<T> fact) {
        return fact.fold(value -> value, why -> {
            throw new BackendFailure(FailureKind.UNSUPPORTED, why);
        });
    }
}
