package dev.linekeeper.core.watch;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.VoiceUser;
import java.time.Instant;
import java.util.Optional;

/**
 * A person as a reading found them.
 *
 * @param shared whether they call under Shared Calling; empty where that was not read
 * @param at when the reading began
 */
public record Sighting(UserId person, String name, Standing standing, Optional<Boolean> shared, Instant at) {
    public static Sighting of(DirectoryEntry entry, Optional<VoiceUser> voice, Tenant tenant, Instant at) {
        var unheard = new Sighting(entry.id(), entry.displayName(), Standing.of(entry), Optional.empty(), at);
        return voice.map(user -> unheard.with(user, tenant)).orElse(unheard);
    }

    /** The same with what Teams says. */
    public Sighting with(VoiceUser user, Tenant tenant) {
        return new Sighting(person, name, standing, isShared(user, tenant).known(), at);
    }

    private static Fact<Boolean> isShared(VoiceUser user, Tenant tenant) {
        return SharedCallingUse.of(user.policy(PolicyKind.SHARED_CALLING), tenant)
                .map(SharedCallingUse.UNDER::equals);
    }
}
