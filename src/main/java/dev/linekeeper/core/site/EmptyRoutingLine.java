package dev.linekeeper.core.site;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Policy.VoiceRouting;

/** The voice routing policy without PSTN usages that the settings name for people who are enrolled (rule VRP-01). */
record EmptyRoutingLine(SiteCase site) {
    private static final SiteStep STEP = SiteStep.EMPTY_ROUTING;

    SiteLine line() {
        var named = site.settings().emptyVoiceRoutingPolicy();
        if (named.isEmpty()) {
            return SiteLine.notSet(STEP, "site.routing.no-setting");
        }
        return site.tenant()
                .policy(named.get(), VoiceRouting.class)
                .fold(
                        found -> found.map(EmptyRoutingLine::of)
                                .orElseGet(() -> SiteLine.notDone(STEP, "site.routing.not-there", named.get())),
                        why -> SiteLine.unread(STEP, why));
    }

    private static SiteLine of(VoiceRouting policy) {
        return policy.usages().isEmpty()
                ? SiteLine.of(STEP, LineState.DONE, Explanation.of("site.found", policy.name()))
                : SiteLine.notDone(STEP, "site.routing.not-empty", policy.name(), policy.usages());
    }
}
