package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.TenantPorts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A tenant that lives in memory and keeps the rules the real service keeps. Readers see one consistent state; changes
 * happen one after the other. A section the content does not have makes the ports fail, which becomes a missing fact.
 */
public final class TenantModel {
    private final Clock clock;
    private final List<Consumer<TenantContent>> watchers = new CopyOnWriteArrayList<>();
    private volatile TenantContent content;

    public TenantModel(TenantContent content, Clock clock) {
        this.content = content;
        this.clock = clock;
    }

    public TenantContent content() {
        return content;
    }

    /** Replaces the content by what {@code edit} makes of it, unless it throws. Watchers hear of it before this returns. */
    public synchronized void change(UnaryOperator<TenantContent> edit) {
        var changed = edit.apply(content);
        if (!changed.equals(content)) {
            content = changed;
            watchers.forEach(watcher -> watcher.accept(changed));
        }
    }

    public void onChange(Consumer<TenantContent> watcher) {
        watchers.add(watcher);
    }

    public TenantPorts ports() {
        return new TenantPorts(
                new ModelDirectory(this),
                new ModelVoiceUsers(this),
                new ModelVoiceSwitch(this),
                new ModelNumbers(this),
                new ModelPolicyGrants(this),
                new ModelPolicyCatalogue(this),
                new ModelEmergencyLocations(this),
                new ModelVoiceApplications(this),
                new ModelOrganisation(this));
    }

    public SharedCallingPolicies sharedCallingPolicies() {
        return new ModelSharedCallingPolicies(this);
    }

    public GroupGrants groupGrants() {
        return new ModelGroupGrants(this);
    }

    Stamp stamp() {
        return new Stamp(clock.instant());
    }

    VoiceUser voice(StoredUser user) {
        var stamp = stamp();
        return new VoiceUser(
                stamp.on(user.accountType()),
                stamp.on(user.features()),
                stamp.on(user.voiceOn()),
                stamp.on(user.lines()),
                new EffectivePolicies(content, stamp).of(user.id(), user.grants()),
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
                content.groups()
                        .map(groups -> stamp.known(Group.around(entry.id(), groups.values())))
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
                new EffectivePolicies(content, stamp).of(account.id(), stored.grants()),
                stamp.on(account.associations()));
    }

    static <T> T section(Optional<T> section, String name) {
        return section.orElseThrow(() ->
                new BackendFailure(BackendFailure.Kind.UNSUPPORTED, "%s is not in the tenant file".formatted(name)));
    }

    /** A part of an entry that a change builds on. */
    static <T> T needed(Fact<T> fact) {
        return fact.fold(value -> value, why -> {
            throw new BackendFailure(BackendFailure.Kind.UNSUPPORTED, why);
        });
    }
}
