package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.FileGroup;
import dev.linekeeper.adapter.tenantfile.content.StoredAccount;
import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A tenant as a file has it, read and never changed: a write is refused. A section the content does not have makes the
 * ports fail, which becomes a missing fact. Safe for concurrent callers as long as the supplier is.
 *
 * @param contents what the file says at this moment
 */
public record FileTenant(Supplier<TenantContent> contents, Clock clock) {
    /** The tenant of a file that stays as it is. */
    public FileTenant(TenantContent content, Clock clock) {
        this(() -> content, clock);
    }

    TenantContent content() {
        return contents.get();
    }

    /** What can be asked of the file; numbers, policy grants and the voice switch refuse to be changed. */
    public TenantPorts ports() {
        var refusing = new RefusedChanges();
        return new TenantPorts(
                new FileDirectory(this),
                new FileVoiceUsers(this),
                refusing,
                new FileNumbers(this),
                refusing,
                new FilePolicyCatalogue(this),
                new FileEmergencyLocations(this),
                new FileVoiceApplications(this),
                new FileOrganisation(this));
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
                stamp.on(user.lines()),
                new EffectivePolicies(content(), stamp).of(user.id(), user.grants()),
                stamp.on(user.validationErrors()),
                user.interpretedType());
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
                        .orElseGet(() -> Fact.missing("groups is not in the tenant file")));
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
                new EffectivePolicies(content(), stamp).of(account.id(), stored.grants()),
                stamp.on(account.associations()));
    }

    public static <T> T section(Optional<T> section, String name) {
        return section.orElseThrow(
                () -> new BackendFailure(FailureKind.UNSUPPORTED, "%s is not in the tenant file".formatted(name)));
    }

    /** A part of an entry that a change builds on. */
    public static <T> T needed(Fact<T> fact) {
        return fact.fold(value -> value, why -> {
            throw new BackendFailure(FailureKind.UNSUPPORTED, why);
        });
    }
}
