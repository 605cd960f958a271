package dev.linekeeper.core.fixes.policies;

import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.VoiceRouting;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Optional;

/** The voice routing policy without PSTN usages that the settings name for people who are enrolled. */
public record NeededEmptyRouting(AccountCase account) {
    /** Its name, where there is none of that name; one with usages is there, and never ours to empty. */
    public Fact<Optional<PolicyName>> missing() {
        var tenant = account.tenantCase().tenant();
        var named = tenant.policies(PolicyKind.VOICE_ROUTING)
                .map(_ -> account.tenantCase().settings().emptyVoiceRoutingPolicy());
        return Fact.flatMapPresent(
                named,
                name -> tenant.policy(name, VoiceRouting.class)
                        .map(found -> Optional.of(name).filter(_ -> found.isEmpty() && !name.isGlobal())));
    }
}
