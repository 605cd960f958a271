package dev.linekeeper.chat;

import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.service.tenant.reading.SharedPart;
import dev.linekeeper.service.tenant.reading.ShownPerson;
import dev.linekeeper.service.tenant.reading.TenantReader;
import dev.linekeeper.service.tenant.reading.TenantSnapshot;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tenant as commands read it: people now or some seconds ago, the rest from the snapshot; and the settings to judge by. */
public final class TenantView {
    private static final Duration SWEEP_PATIENCE = Duration.ofMinutes(2);

    private final TenantReader tenantReader;
    private final Directory directory;
    private final JudgementSettings settings;
    private volatile @Nullable JudgedTenant judged;

    private record JudgedTenant(Tenant tenant, Readiness readiness) {}

    public TenantView(TenantReader tenantReader, Directory directory, JudgementSettings settings) {
        this.tenantReader = tenantReader;
        this.directory = directory;
        this.settings = settings;
    }

    /**
     * Judges against a snapshot; what people share is judged once a snapshot. For looking at: who decides or applies reads
     * the tenant anew and judges that.
     */
    @SuppressWarnings("ReferenceEquality") // a snapshot that was read again is another object, whatever it says
    public Readiness readiness(TenantSnapshot snapshot) {
        JudgedTenant before = judged;
        if (before != null && before.tenant() == snapshot.tenant()) {
            return before.readiness();
        }
        var now = new Readiness(snapshot.tenant(), settings);
        judged = new JudgedTenant(snapshot.tenant(), now);
        return now;
    }

    public JudgementSettings settings() {
        return settings;
    }

    /** The snapshot of the tenant, with the time at which it was read. */
    public TenantSnapshot snapshot() {
        return tenantReader.tenant();
    }

    /** Has a part of what people share read again before it is looked at next: it is about to be changed. */
    public void forget(SharedPart part) {
        tenantReader.forget(part);
    }

    /** The person as they are now, for a plan. */
    public Person person(DirectoryEntry entry) {
        return tenantReader.person(entry);
    }

    /** The person with all that is known of them, for looking at. */
    public ShownPerson shown(DirectoryEntry entry) {
        return tenantReader.shown(entry);
    }

    /** The person with what is in effect for their calls, for looking at. */
    public ShownPerson shownInEffect(DirectoryEntry entry) {
        return tenantReader.shownInEffect(entry);
    }

    /** The same of the person with that id; empty when the directory knows nobody of it. */
    public Optional<ShownPerson> shownInEffect(UserId id) {
        return tenantReader.shownInEffect(id);
    }

    /** Everyone as they are now, in the directory's order. Reads each of them: slow in a large tenant. */
    public void forEachPerson(Consumer<Person> each) {
        new BulkPersonReader(tenantReader, SWEEP_PATIENCE, Thread::sleep).readAll(directory::forEach, each);
    }

    /** The Shared Calling policies, by name, without the global one; none when they could not be read. */
    public List<PolicyName> policies() {
        return snapshot().tenant().policies(PolicyKind.SHARED_CALLING).known().orElse(Map.of()).keySet().stream()
                .filter(name -> !name.isGlobal())
                .sorted(Comparator.comparing(PolicyName::value, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** The Shared Calling policies of groups, read now. */
    public Fact<GroupGrantList> groupGrants() {
        return tenantReader.groupGrants();
    }

    /** The resource accounts, by display name; none when they could not be read. */
    public List<ResourceAccount> accounts() {
        return snapshot().tenant().resourceAccounts().known().orElse(Map.of()).values().stream()
                .sorted(Comparator.comparing(ResourceAccount::displayName))
                .toList();
    }

    /** The resource account with that display name, user principal name, or part of it before the at sign. */
    public Optional<ResourceAccount> account(String text) {
        String wanted = AnyCase.folded(text);
        return accounts().stream()
                .filter(account -> AnyCase.same(account.displayName(), wanted)
                        || AnyCase.same(account.userPrincipalName(), wanted)
                        || AnyCase.folded(account.userPrincipalName()).startsWith(wanted + "@"))
                .findFirst();
    }
}
