package dev.linekeeper.core.fixes;

import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.VoiceRouting;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.groundwork.EmptyRoutingPolicy;
import java.util.List;
import java.util.Optional;

/** The voice routing policy without PSTN usages that the settings name for people who are enrolled. */
record NeededEmptyRouting(AccountCase account) {
    /** Its name, where there is none of that name; one with usages is there, and never ours to empty. */
    Fact<Optional<PolicyName>> missing() {
        var tenant = account.tenantCase().tenant();
        var named = tenant.policies(PolicyKind.VOICE_ROUTING)
                .map(_ -> account.tenantCase().settings().emptyVoiceRoutingPolicy());
        return Fact.flatMapPresent(
                named,
                name -> tenant.policy(name, VoiceRouting.class)
                        .map(found -> Optional.of(name).filter(_ -> found.isEmpty() && !name.isGlobal())));
    }

    Fact<List<FixChoice>> choices() {
        return missing().map(found -> found.stream().map(this::choice).toList());
    }

    private FixChoice choice(PolicyName name) {
        return new FixChoice(
                name.value(),
                name.value(),
                new EmptyRoutingPolicy(account.id(), name, Optional.empty(), Optional.of(List.of())));
    }
}
